/** Where things are in the images that we generate and use. Plans rely on these paths. */
export const tomcatHome = '/usr/local/tomcat';
export const javaHome = '/app';
export const nodeHome = '/app';
export const phpHome = '/var/www/html';
export const staticHome = '/usr/share/nginx/html';

/** PHP-FPM listens on the pod's loopback only: who reaches it can run code. */
export const fpmPort = 9000;

/** Asks a PHP-FPM worker whether it answers. */
export const fpmPingScript = '/usr/local/etc/drydock/fpm-ping.php';

/** nginx answers this by itself, whatever the application does. */
export const nginxHealthPath = '/-/healthy';

/** Where Secrets are mounted as files. */
export const secretsDirectory = '/run/secrets/drydock';

/** `/` is served by ROOT, `/a/b` by `a#b`: https://tomcat.apache.org/tomcat-9.0-doc/config/context.html#Naming */
export function tomcatWebapp(contextPath: string | undefined): string {
  const path = (contextPath ?? '/').replace(/^\/+|\/+$/g, '');
  return `${tomcatHome}/webapps/${path === '' ? 'ROOT' : path.replaceAll('/', '#')}`;
}

/** Joins parts of a path with single slashes; empty parts vanish. */
export function joinPath(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join('/')
    .replace(/\/{2,}/g, '/');
}

/** Whether a path is a directory's or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  const base = directory.replace(/\/+$/, '');
  return path === base || path.startsWith(`${base}/`);
}
