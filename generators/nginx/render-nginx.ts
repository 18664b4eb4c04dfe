import { sortBy } from '../../model/order.js';
import type { ComponentPlan, PhpPlan } from '../../model/plan-component.js';
import type { ComponentScope } from '../generation.js';
import type { WrittenFile } from '../kubernetes/mounted-files.js';
import { fpmPort, isWithin, nginxHealthPath, phpHome, staticHome } from '../layout.js';

const configuration = { name: 'nginx.conf', mountPath: '/etc/nginx/nginx.conf' };

/** nginx in front of PHP-FPM. */
export function nginxForPhp(scope: ComponentScope): WrittenFile[] {
  const { component } = scope;
  const php = component.php;
  const controller = php?.frontController;
  return [
    {
      ...configuration,
      text: scope.templates.render('nginx/nginx.conf', {
        ...common(scope),
        root: php?.documentRoot ?? phpHome,
        fallback: controller === undefined ? '=404' : `/${controller.replace(/^\/+/, '')}$is_args$args`,
        index: 'index.php index.html index.htm',
        fpm: fpmPort,
        routes: [],
        aliases: aliases(php),
        uploads: uploads(component),
        denied: deniedPatterns(php?.denied ?? []),
        rewrites: (php?.rewrites ?? []).map((one) => ({
          ...one,
          pattern: quote(one.pattern),
          target: quote(one.target),
        })),
        // PHP's own default: https://www.php.net/manual/en/ini.core.php#ini.post-max-size
        bodySize: component.phpSettings.post_max_size ?? '8M',
      }),
    },
  ];
}

/** nginx with a site of static files; unknown paths give the start page, as single-page applications expect. */
export function nginxForStatic(scope: ComponentScope): WrittenFile[] {
  return [
    {
      ...configuration,
      text: scope.templates.render('nginx/nginx.conf', {
        ...common(scope),
        root: staticHome,
        fallback: '/index.html',
        routes: routes(scope.component),
        index: 'index.html index.htm',
        fpm: false,
        aliases: [],
        uploads: [],
        denied: [],
        rewrites: [],
        bodySize: '1m',
      }),
    },
  ];
}

/** A path that replaces the location's has to end as the location does. */
function routes(
  component: ComponentPlan,
): { path: string; target: string; port: number; upstreamPath: string }[] {
  return sortBy(component.routes ?? [], ({ path }) => [path]).map(({ path, target, port, upstreamPath }) => ({
    path: path.replace(/\/+$/, ''),
    target,
    port,
    upstreamPath: upstreamPath === undefined ? '' : `${upstreamPath.replace(/\/+$/, '')}/`,
  }));
}

function aliases(php: PhpPlan | undefined): { url: string; pattern: string; path: string }[] {
  return sortBy(php?.aliases ?? [], ({ url }) => [url]).map(({ url, path }) => {
    const prefix = `/${url.replace(/^\/+|\/+$/g, '')}/`;
    return { url: prefix, pattern: escapePattern(prefix), path: `${path.replace(/\/+$/, '')}/` };
  });
}

/** URLs of directories that the application writes to: a script that someone uploads must not run. */
function uploads(component: ComponentPlan): string[] {
  const roots = [
    { url: '/', path: component.php?.documentRoot ?? phpHome },
    ...aliases(component.php).map(({ url, path }) => ({ url, path: path.replace(/\/+$/, '') })),
  ];
  const urls = roots.flatMap(({ url, path }) =>
    component.volumes
      .filter(({ mountPath }) => mountPath !== path && isWithin(mountPath, path))
      .map(({ mountPath }) => escapePattern(`${url}${mountPath.slice(path.length + 1)}/`)),
  );
  return sortBy(new Set(urls), (url) => [url]);
}

function escapePattern(text: string): string {
  return text.replace(/[.+^${}()|[\]\\?]/g, '\\$&');
}

/** Quotes keep braces and semicolons together: https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#rewrite */
function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

function common(scope: ComponentScope): Record<string, unknown> {
  const http = scope.component.ports.find(({ purpose }) => purpose === 'http');
  return { port: http?.port ?? 8080, health: nginxHealthPath };
}

/** What is denied is not there; `**` stands for any directories or none. */
function deniedPatterns(denied: readonly string[]): { pattern: string }[] {
  return sortBy(new Set(denied), (path) => [path]).map((path) => {
    const clean = path
      .replace(/^\/+|\/+$/g, '')
      .split('**/')
      .map((part) => escapePattern(part).replaceAll('*', '[^/]*'))
      .join('(?:.*/)?');
    return { pattern: `^/${clean}(/|$)` };
  });
}
