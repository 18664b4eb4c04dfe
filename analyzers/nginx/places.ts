import type { SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import type { NginxDirective } from './blocks.js';

interface Given {
  readonly unit: string;
  readonly by: string;
  readonly collector: FactCollector;
  readonly directives: readonly NginxDirective[];
  readonly upstreams: ReadonlyMap<string, readonly NginxDirective[]>;
}

/**
 * Where the application runs and under which name people reach it, as the proxy before it knows: the servers of `proxy_pass`,
 * `server_name`, and the paths that are handed to a process on the same machine.
 *
 * Source: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass
 */
export function emitPlaces(file: SourceFile, given: Given): void {
  for (const block of serverBlocks(given.directives)) {
    const names = block.find((one) => one.name === 'server_name');
    const publicName = names?.arguments.find(isPublicName);
    const proxied = block.filter((one) => one.name === 'proxy_pass');
    for (const pass of proxied) {
      const path = locationOf(pass);
      for (const target of targetsOf(pass, given.upstreams)) {
        emitTarget(file, { ...target, path, ...upstreamPathOf(pass) }, given);
        if (names && publicName !== undefined) {
          const value = { host: publicName, port: target.port, path, role: 'public' } as const;
          given.collector.add('deployed-at', given.unit, value, file.evidence(given.by, names.line));
        }
      }
    }
    const servesPages = block.some((one) => one.name === 'root' || one.name === 'fastcgi_pass');
    if (names && publicName !== undefined && servesPages && !proxied.some((one) => locationOf(one) === '/')) {
      const value = { host: publicName, role: 'public' } as const;
      given.collector.add('deployed-at', given.unit, value, file.evidence(given.by, names.line));
    }
  }
}

interface Target {
  readonly host: string;
  readonly port: number;
  readonly line: number;
}

function emitTarget(
  file: SourceFile,
  target: Target & { path: string; upstreamPath?: string },
  given: Given,
): void {
  const { unit, by, collector } = given;
  const { host, port, path, line, upstreamPath } = target;
  const route = { path, port, ...(upstreamPath === undefined ? {} : { upstreamPath }) };
  const evidence = file.evidence(by, line);
  if (/^(?:localhost|127\.)/i.test(host)) collector.add('proxy-route', unit, route, evidence);
  else collector.add('deployed-at', unit, { host, port, path, role: 'server' }, evidence);
}

/** A path after the address replaces the location's: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass */
function upstreamPathOf(pass: NginxDirective): { upstreamPath?: string } {
  const path = /^https?:\/\/[^/]+(\/[\w./-]*)$/.exec(pass.arguments[0] ?? '')?.[1];
  return path === undefined ? {} : { upstreamPath: path };
}

/** Directives by the `server` block that they stand in. */
function serverBlocks(directives: readonly NginxDirective[]): NginxDirective[][] {
  const blocks: NginxDirective[][] = [];
  for (const one of directives) {
    const opens = one.name === 'server' && one.arguments.length === 0 && !one.inside.includes('upstream');
    if (opens) blocks.push([]);
    else if (one.inside.includes('server')) blocks.at(-1)?.push(one);
  }
  return blocks;
}

function targetsOf(pass: NginxDirective, upstreams: Given['upstreams']): Target[] {
  const address = /^http(s?):\/\/([\w.-]+)(?::(\d+))?/.exec(pass.arguments[0] ?? '');
  if (!address) return [];
  const [, secure, name = '', written] = address;
  const servers = upstreams.get(name);
  const fallback = secure === 's' ? 443 : 80;
  if (!servers)
    return [{ host: name, port: written === undefined ? fallback : Number(written), line: pass.line }];
  return servers.flatMap((one) => {
    const match = /^([\w.-]+)(?::(\d+))?$/.exec(one.arguments[0] ?? '');
    const [, host, port] = match ?? [];
    return host === undefined
      ? []
      : [{ host, port: port === undefined ? fallback : Number(port), line: one.line }];
  });
}

/** The prefix of the location around a directive; a pattern says nothing that a prefix could. */
function locationOf(one: NginxDirective): string {
  const words = one.inside.slice(one.inside.lastIndexOf('location') + 1);
  const path = one.inside.includes('location') ? words.find((word) => word.startsWith('/')) : undefined;
  if (path === undefined || words[0]?.startsWith('~') === true) return '/';
  return path.replace(/\/+$/, '') || '/';
}

function isPublicName(name: string): boolean {
  return /^(?!\d+(?:\.\d+){3}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(name);
}
