import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import type { SourceFile } from '../../workspace/project.js';
import { isExamplePath } from '../paths.js';
import { phpApplicationOf } from '../php-application.js';
import { readBlocks } from './blocks.js';
import { emitPlaces } from './places.js';
import type { NginxDirective } from './blocks.js';
import { title } from './texts.js';

const by = 'nginx';

/** Reads nginx configuration that lies beside an application. https://nginx.org/en/docs/dirindex.html */
export const nginxAnalyzer: Analyzer = {
  id: by,
  title,
  files: [
    '**/*nginx*.conf*',
    '**/nginx/**/*.conf',
    '**/conf.d/*.conf',
    '**/sites-{available,enabled}/*',
    '**/vhost*/**/*.conf',
    '**/nginx',
    '**/*.nginx',
    '**/.nginx.conf',
  ],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) {
      const directives = readBlocks(file);
      if (
        !directives.some(
          (one) =>
            one.name === 'server' ||
            one.name === 'upstream' ||
            one.name === 'location' ||
            one.name === 'rewrite',
        )
      )
        continue;
      const unit = phpApplicationOf(project, file.path) ?? file.directory;
      emitFile(file, { unit, collector, directives });
    }
    return collector.result();
  },
};

interface Given {
  readonly unit: string;
  readonly collector: FactCollector;
  readonly directives: readonly NginxDirective[];
}

function emitFile(file: SourceFile, { unit, collector, directives }: Given): void {
  const first = directives[0];
  if (!first) return;
  const serves = servesItself(file, directives);
  if (serves)
    collector.add('server', unit, { product: 'nginx', embedded: false }, file.evidence(by, first.line));
  const upstreams = new Map<string, NginxDirective[]>();
  for (const one of directives) {
    const name = one.name === 'server' && one.inside.at(-2) === 'upstream' ? one.inside.at(-1) : undefined;
    if (name !== undefined) upstreams.set(name, [...(upstreams.get(name) ?? []), one]);
  }
  for (const one of directives) emitDirective(file, one, { unit, collector, upstreams, serves });
  if (!isExamplePath(file.path)) emitPlaces(file, { unit, by, collector, directives, upstreams });
}

interface Target {
  readonly unit: string;
  readonly collector: FactCollector;
  readonly upstreams: ReadonlyMap<string, readonly NginxDirective[]>;
  /** The application's pages are served here, not by a process behind it. */
  readonly serves: boolean;
}

/** A proxy's port and addresses are the proxy's, not the application's behind it; an example's are nobody's. */
function servesItself(file: SourceFile, directives: readonly NginxDirective[]): boolean {
  if (isExamplePath(file.path)) return false;
  const has = (name: string): boolean => directives.some((one) => one.name === name);
  return has('fastcgi_pass') || !(has('proxy_pass') || has('upstream') || has('uwsgi_pass'));
}

function emitDirective(file: SourceFile, one: NginxDirective, target: Target): void {
  const { unit, collector } = target;
  const evidence = file.evidence(by, one.line);
  const [first = '', ...rest] = one.arguments;
  if (isRewrite(one)) emitRewrite(one, target, evidence);
  if (!target.serves) return;
  if (one.name === 'listen') emitPort([first, ...rest], target, evidence);
  if (one.name === 'client_max_body_size')
    collector.add('setting', unit, { name: one.name, value: first }, evidence);
  if (one.name === 'charset' && first !== 'off') {
    collector.add('encoding', unit, { charset: first, subject: 'web' }, evidence);
  }
  if (/^(access_log|error_log)$/.test(one.name) && first !== 'off') emitLog(first, target, evidence);
  if (one.name === 'fastcgi_pass') emitFastCgi(first, target, evidence);
  if (one.name === 'fastcgi_param') emitParameter(first, { value: rest[0], target, evidence });
  if (one.name === 'proxy_pass') emitProxy(file, { first, line: one.line }, target);
}

function emitRewrite(one: NginxDirective, { unit, collector }: Target, evidence: Evidence): void {
  const location = one.inside.slice(one.inside.lastIndexOf('location')).join(' ');
  const place = one.inside.includes('location') ? ` # ${location}` : '';
  const rule = `${one.name} ${one.arguments.join(' ')};${place}`;
  collector.add('rewrite-rule', unit, { engine: 'nginx', rule }, evidence);
}

function isRewrite(one: NginxDirective): boolean {
  return (
    /^(rewrite|try_files)$/.test(one.name) ||
    (one.name === 'return' && /^30[1278]$/.test(one.arguments[0] ?? ''))
  );
}

function emitPort(
  [first = '', ...flags]: readonly string[],
  { unit, collector }: Target,
  evidence: Evidence,
): void {
  const port = /(?:^|:)(\d{2,5})$/.exec(first)?.[1];
  if (port === undefined) return;
  const protocol = flags.includes('ssl') || port === '443' ? 'https' : 'http';
  collector.add('port', unit, { port: Number(port), protocol, purpose: 'application' }, evidence);
}

function emitLog(path: string, { unit, collector }: Target, evidence: Evidence): void {
  const stream = path === 'stderr' ? 'stderr' : /^\/dev\/(stdout|stderr)$/.exec(path)?.[1];
  const target = path.startsWith('syslog:')
    ? 'syslog'
    : stream === 'stdout' || stream === 'stderr'
      ? stream
      : 'file';
  collector.add(
    'log-sink',
    unit,
    { target, ...(target === 'file' ? { path } : {}), framework: 'nginx' },
    evidence,
  );
}

/** `fastcgi_param PHP_VALUE "a=b\nc=d"` sets directives; other names of the site's own are variables. */
function emitParameter(
  name: string,
  { value, target, evidence }: { value: string | undefined; target: Target; evidence: Evidence },
): void {
  if (value === undefined || !/^PHP_(ADMIN_)?VALUE$/.test(name)) return;
  for (const setting of value.split(/\\n|\n/)) {
    const [key, said] = setting.split('=');
    if (key === undefined || said === undefined) continue;
    target.collector.add('php-setting', target.unit, { name: key.trim(), value: said.trim() }, evidence);
  }
}

type Evidence = ReturnType<SourceFile['evidence']>;

function emitFastCgi(
  address: string,
  { unit, collector }: Pick<Target, 'unit' | 'collector'>,
  evidence: Evidence,
): void {
  collector.add('server', unit, { product: 'php-fpm', embedded: false }, evidence);
  const version = /php[-/]?(\d)\.?(\d)[\w.-]*(?:fpm|sock)|php\/(\d)\.(\d)/.exec(address);
  const major = version?.[1] ?? version?.[3];
  if (major !== undefined) {
    const value = {
      language: 'php',
      version: `${major}.${version?.[2] ?? version?.[4] ?? '0'}`,
      basis: 'script',
    } as const;
    collector.add('runtime', unit, value, evidence);
  }
  const port = /:(\d{2,5})$/.exec(address)?.[1];
  if (port !== undefined)
    collector.add(
      'port',
      unit,
      { port: Number(port), protocol: 'fastcgi', purpose: 'application' },
      evidence,
    );
}

/** Requests handed on: to the servers of an upstream, or to an address. Loopback is a neighbour in the same component. */
function emitProxy(
  file: SourceFile,
  { first, line }: { first: string; line: number },
  { unit, collector, upstreams }: Target,
): void {
  const address = /^https?:\/\/([\w.-]+)(?::(\d+))?(\/\S*)?/.exec(first);
  const servers = upstreams.get(address?.[1] ?? '');
  const found = servers
    ? servers.map((one) => ({ match: /^([\w.-]+)(?::(\d+))?$/.exec(one.arguments[0] ?? ''), line: one.line }))
    : [{ match: address, line }];
  for (const one of found) {
    const host = one.match?.[1];
    if (host === undefined || /^(localhost|127\.|unix$)/.test(host)) continue;
    const port = one.match?.[2] === undefined ? {} : { port: Number(one.match[2]) };
    collector.add('depends-on', unit, { service: 'http', host, ...port }, file.evidence(by, one.line));
  }
}
