import type { ComponentPlan } from '../../model/plan-component.js';

export interface MountSettings {
  readonly kind: ComponentPlan['kind'];
  readonly contextPath: string;
  /** Where the application lies in the image: `/app`, the exploded WAR, the PHP tree. */
  readonly home: string;
  /** The directory of the input that lies at `home`; `''` or absent for the whole input. */
  readonly base?: string;
  /** Spring Boot reads its own files from the `config` folder of the working directory. */
  readonly springBoot: boolean;
}

/** The exploded WAR's folder name for a context path: `/` is ROOT, `/a/b` is a#b. Source: Tomcat 9, Context naming. */
export function webappFolder(contextPath: string): string {
  const name = contextPath.replace(/^\/+|\/+$/g, '');
  return name === '' ? 'ROOT' : name.replaceAll('/', '#');
}

/** Where the application lies in its image. */
export function homeOf(kind: ComponentPlan['kind'], contextPath: string): string {
  if (kind === 'war') return `/usr/local/tomcat/webapps/${webappFolder(contextPath)}`;
  if (kind === 'php') return '/var/www/html';
  if (kind === 'static') return '/usr/share/nginx/html';
  return '/app';
}

/**
 * The absolute path at which the running application reads a configuration file, or undefined when there is none: a
 * file inside a jar that is not unpacked can't be mounted over.
 */
export function mountPathOf(
  file: { path: string; readFrom?: string },
  settings: MountSettings,
): string | undefined {
  const readFrom = file.readFrom ?? readFromOf(file.path, settings.kind);
  if (readFrom === undefined) return undefined;
  if (readFrom.startsWith('/')) return readFrom;
  const onClassPath = /^classpath\*?:\/?(.*)$/.exec(readFrom)?.[1];
  if (onClassPath !== undefined) return classPathMount(onClassPath, settings);
  const { base = '' } = settings;
  const inside = file.readFrom === undefined && base !== '' && readFrom.startsWith(`${base}/`);
  return `${settings.home}/${(inside ? readFrom.slice(base.length + 1) : readFrom).replace(/^\.\//, '')}`;
}

function classPathMount(name: string, settings: MountSettings): string | undefined {
  if (settings.kind === 'war') return `${settings.home}/WEB-INF/classes/${name}`;
  if (isSpringConfig(name) && settings.springBoot)
    return `${settings.home}/config/${name.replace(/^config\//, '')}`;
  return settings.springBoot ? `${settings.home}/BOOT-INF/classes/${name}` : undefined;
}

/** Files that Spring Boot finds by itself and in which it resolves `${VARIABLE}`. */
export function isSpringConfig(path: string): boolean {
  return /(^|\/)(application|bootstrap)(-[\w-]+)?\.(properties|ya?ml)$/.test(path);
}

function readFromOf(path: string, kind: ComponentPlan['kind']): string | undefined {
  const source =
    /(?:^|\/)src\/main\/resources\/(.*)$/.exec(path)?.[1] ??
    /(?:^|\/)(?:WEB-INF|BOOT-INF)\/classes\/(.*)$/.exec(path)?.[1];
  if (source !== undefined) return `classpath:${source}`;
  const inWebapp = /(?:^|\/)((?:WEB-INF|META-INF)\/.*)$/.exec(path)?.[1];
  if (kind === 'war' && inWebapp !== undefined) return inWebapp;
  return kind === 'war' || kind === 'java' ? undefined : path;
}
