import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { parseByteSize } from '../byte-size.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import { isSecretKey } from '../../workspace/mask.js';
import type { SourceFile } from '../../workspace/project.js';
import { isExamplePath } from '../paths.js';
import { phpApplicationOf } from '../php-application.js';
import { isProductFile } from '../php-products.js';
import { emitDenied } from './denied.js';
import { readDirectives } from './directives.js';
import type { Directive } from './directives.js';
import { title } from './texts.js';

const by = 'apache';

/** Reads .htaccess files and Apache's own configuration. https://httpd.apache.org/docs/2.4/mod/directives.html */
export const apacheAnalyzer: Analyzer = {
  id: by,
  title,
  files: [
    '**/.htaccess',
    '**/htaccess',
    '**/httpd*.conf',
    '**/apache*.conf',
    '**/*vhost*.conf',
    '**/*apache*/**/*.conf',
    '**/sites-{available,enabled}/*',
  ],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) {
      if (isProductFile(project, file.path)) continue;
      const directives = readDirectives(file);
      const own = /^\.?htaccess$/.test(file.name);
      if (!own && !isApache(directives)) continue;
      const php = phpApplicationOf(project, file.path);
      // In front of Java it is a proxy: its ports and addresses are not the application's.
      const serves = php !== undefined && !isExamplePath(file.path);
      emitFile(file, { unit: php ?? file.directory, collector, own, serves, directives });
    }
    return collector.result();
  },
};

/** Files of nginx and others lie in folders with the same names. */
function isApache(directives: readonly Directive[]): boolean {
  return directives.some(
    (one) =>
      /^(documentroot|servername|loadmodule|rewriteengine|directoryindex|proxypass|<?virtualhost)$/i.test(
        one.name,
      ) && !one.arguments.endsWith(';'),
  );
}

interface Given {
  readonly unit: string;
  readonly collector: FactCollector;
  /** An .htaccess, which only an Apache reads. */
  readonly own: boolean;
  /** The application's pages are served by it. */
  readonly serves: boolean;
  readonly directives: readonly Directive[];
}

function emitFile(file: SourceFile, { unit, collector, own, serves, directives }: Given): void {
  if (directives.length === 0) return;
  const seen = file.evidence(by, directives[0]?.line);
  if (serves) {
    const certainty = own ? 'inferred' : 'declared';
    collector.add('server', unit, { product: 'apache', embedded: false }, seen, certainty);
  }
  if (own) emitDenied(file, directives, { unit, collector, by });
  const conditions: string[] = [];
  for (const one of directives) {
    emitRewrite(file, one, { unit, collector, conditions });
    if (serves) emitRuntime(file, one, { unit, collector });
    if (serves && !own) emitServer(file, one, { unit, collector });
  }
}

interface Target {
  readonly unit: string;
  readonly collector: FactCollector;
}

function emitRewrite(file: SourceFile, one: Directive, target: Target & { conditions: string[] }): void {
  const { unit, collector, conditions } = target;
  const name = one.name.toLowerCase();
  if (name === 'rewritecond') conditions.push(`RewriteCond ${one.arguments}`);
  if (name === 'rewriterule') {
    const rule = [...conditions.splice(0), `RewriteRule ${one.arguments}`].join('\n');
    collector.add('rewrite-rule', unit, { engine: 'htaccess', rule }, file.evidence(by, one.line));
  }
  if (/^(fallbackresource|redirect(match|permanent)?|errordocument)$/.test(name)) {
    const rule = `${one.name} ${one.arguments}`;
    collector.add('rewrite-rule', unit, { engine: 'htaccess', rule }, file.evidence(by, one.line));
  }
}

/** Settings of PHP, environment variables, PHP's version by its handler's name, the character set. */
function emitRuntime(file: SourceFile, one: Directive, { unit, collector }: Target): void {
  const evidence = file.evidence(by, one.line);
  const name = one.name.toLowerCase();
  const [first = '', second = ''] = splitArguments(one.arguments);
  if (/^php_(admin_)?(value|flag)$/.test(name)) {
    collector.add('php-setting', unit, { name: first, value: second }, evidence);
    if (first === 'default_charset')
      collector.add('encoding', unit, { charset: second, subject: 'web' }, evidence);
    const bytes = first === 'memory_limit' ? parseByteSize(second) : undefined;
    if (bytes !== undefined) collector.add('memory', unit, { kind: 'limit', bytes }, evidence);
  }
  if (name === 'setenv' && !/^(PATH|HOME)$/.test(first)) {
    const shown = isSecretKey(first) || second === '' ? {} : { default: second };
    collector.add(
      'env-var',
      unit,
      { name: first, ...shown, required: false, source: 'environment' },
      evidence,
    );
  }
  const handler = /x-httpd-php(\d)(\d)?/.exec(one.arguments);
  if (/^(addhandler|sethandler|addtype|action)$/.test(name) && handler?.[2] !== undefined) {
    const version = `${handler[1] ?? ''}.${handler[2]}`;
    collector.add('runtime', unit, { language: 'php', version, basis: 'script' }, evidence);
  }
  if (name === 'adddefaultcharset' && !/^(on|off)$/i.test(first)) {
    collector.add('encoding', unit, { charset: first, subject: 'web' }, evidence);
  }
}

function emitServer(file: SourceFile, one: Directive, { unit, collector }: Target): void {
  const evidence = file.evidence(by, one.line);
  const name = one.name.toLowerCase();
  const [first = '', second = ''] = splitArguments(one.arguments);
  const port = /^(listen|<virtualhost|virtualhost)$/.test(name)
    ? /(?:^|:)(\d{2,5})>?$/.exec(first)?.[1]
    : undefined;
  if (port !== undefined) {
    const protocol = Number(port) === 443 || /https/i.test(second) ? 'https' : 'http';
    collector.add('port', unit, { port: Number(port), protocol, purpose: 'application' }, evidence);
  }
  if (/^(errorlog|customlog|transferlog)$/.test(name) && !first.startsWith('|')) {
    const stream = /\/dev\/(stdout|stderr)|\/proc\/self\/fd\/([12])/.exec(first);
    const target = stream ? (stream[1] === 'stdout' || stream[2] === '1' ? 'stdout' : 'stderr') : 'file';
    collector.add(
      'log-sink',
      unit,
      { target, ...(target === 'file' ? { path: first } : {}), framework: 'apache' },
      evidence,
    );
  }
  const proxied = /^(?:https?|ajp|fcgi|ws):\/\/([\w.-]+)(?::(\d+))?/.exec(
    name === 'proxypass' ? second : name === 'balancermember' ? first : '',
  );
  if (proxied?.[1] !== undefined && !/^(localhost|127\.)/.test(proxied[1])) {
    const at = proxied[2] === undefined ? {} : { port: Number(proxied[2]) };
    collector.add('depends-on', unit, { service: 'http', host: proxied[1], ...at }, evidence);
  }
}

/** Arguments without their quotes. */
function splitArguments(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}
