import { isDatabase } from '../../model/product.js';
import { isSecretKey } from '../../workspace/mask.js';
import type { SourceFile } from '../../workspace/project.js';
import type { YamlEntry } from '../../workspace/yaml.js';
import { joinPath } from '../paths.js';
import { useOfPath } from './dockerfile.js';
import { parseImage, runtimeOfImage, serviceOfImage } from './image.js';
import type { DockerTarget } from './target.js';

interface ComposeService {
  readonly name: string;
  readonly entries: readonly { readonly key: string; readonly value: string; readonly line: number }[];
}

/** Emits the application's own services' ports, variables and volumes, and the databases and caches beside them. */
export function extractCompose(file: SourceFile, target: DockerTarget): void {
  for (const service of servicesOf(file)) {
    const image = entryOf(service, 'image');
    const known = image ? serviceOfImage(parseImage(image.value)) : undefined;
    if (image && known) emitBeside(file, service, { ...target, known, image });
    else emitOwn(file, service, target);
  }
}

function servicesOf(file: SourceFile): ComposeService[] {
  const services = new Map<string, ComposeService['entries'][number][]>();
  for (const document of file.yaml()) {
    for (const entry of document.entries) {
      const [, name, key] = /^services\.([\w-]+)\.(.+)$/.exec(entry.path) ?? [];
      if (name === undefined || key === undefined) continue;
      services.set(name, [...(services.get(name) ?? []), { key, value: valueOf(entry), line: entry.line }]);
    }
  }
  return [...services].map(([name, entries]) => ({ name, entries }));
}

function valueOf(entry: YamlEntry): string {
  return entry.value === null
    ? ''
    : String(entry.value).replace(
        /\$\{\w+(?::?-([^}]*))?\}/g,
        (whole, fallback: string | undefined) => fallback ?? whole,
      );
}

function entryOf(service: ComposeService, key: string): ComposeService['entries'][number] | undefined {
  return service.entries.find((entry) => entry.key === key);
}

/** Settings of `environment` in both of its forms. */
function environmentOf(service: ComposeService): { name: string; value: string; line: number }[] {
  return service.entries.flatMap(({ key, value, line }) => {
    const mapped = /^environment\.(\w+)$/.exec(key)?.[1];
    if (mapped !== undefined) return [{ name: mapped, value, line }];
    const listed = key.startsWith('environment[') ? /^(\w+)(?:=(.*))?$/s.exec(value) : null;
    return listed?.[1] === undefined ? [] : [{ name: listed[1], value: listed[2] ?? '', line }];
  });
}

type Known = DockerTarget & {
  readonly known: NonNullable<ReturnType<typeof serviceOfImage>>;
  readonly image: ComposeService['entries'][number];
};

function emitBeside(
  file: SourceFile,
  service: ComposeService,
  { known, image, unit, collector, by }: Known,
): void {
  const evidence = file.evidence(by, image.line);
  const environment = environmentOf(service);
  const port = portsOf(service)[0]?.container;
  const at = { host: service.name, ...(port === undefined ? {} : { port }) };
  const version = /^v?(\d+(?:\.\d+)*)/.exec(parseImage(image.value).tag ?? '')?.[1];
  if (isDatabase(known)) {
    const read = (pattern: RegExp): string | undefined =>
      environment.find((one) => pattern.test(one.name))?.value;
    const database = read(/^(MYSQL|MARIADB|POSTGRES|MONGO_INITDB)_(DATABASE|DB)$/);
    const username = read(/^(MYSQL|MARIADB|POSTGRES)_USER$/);
    collector.add(
      'datasource',
      unit,
      {
        product: known,
        ...at,
        ...(isKnown(database) ? { database } : {}),
        ...(isKnown(username) ? { username } : {}),
        ...(version === undefined ? {} : { version }),
        embedded: false,
      },
      evidence,
    );
  } else collector.add('depends-on', unit, { service: known, ...at }, evidence);
  for (const one of environment) {
    if (!isSecretKey(one.name) || !isKnown(one.value)) continue;
    const purpose = isDatabase(known)
      ? 'database'
      : known === 'redis'
        ? 'cache'
        : known === 'rabbitmq'
          ? 'messaging'
          : 'other';
    collector.add('credential', unit, { key: one.name, purpose }, file.evidence(by, one.line));
  }
}

function isKnown(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !value.includes('$');
}

function emitOwn(file: SourceFile, service: ComposeService, target: DockerTarget): void {
  const built = service.entries.find((entry) => entry.key === 'build' || entry.key === 'build.context');
  const context = built ? joinPath(file.directory, built.value) : undefined;
  const own = {
    ...target,
    unit:
      context !== undefined && target.project.hasDirectory(context)
        ? target.project.realPath(context)
        : target.unit,
  };
  const { unit, collector, by } = own;
  const image = entryOf(service, 'image');
  if (image && !built) {
    const { runtime, server } = runtimeOfImage(parseImage(image.value));
    if (runtime) collector.add('runtime', unit, runtime, file.evidence(by, image.line));
    if (server) collector.add('server', unit, server, file.evidence(by, image.line));
  }
  for (const port of portsOf(service)) {
    const protocol = port.container === 443 || port.container === 8443 ? 'https' : 'http';
    collector.add(
      'port',
      unit,
      { port: port.container, protocol, purpose: 'application' },
      file.evidence(by, port.line),
    );
  }
  for (const one of environmentOf(service)) {
    const shown = isSecretKey(one.name) || one.value === '' ? {} : { default: one.value };
    collector.add(
      'env-var',
      unit,
      { name: one.name, ...shown, required: one.value === '', source: 'environment' },
      file.evidence(by, one.line),
    );
    if (isSecretKey(one.name) && isKnown(one.value)) {
      const purpose = /db|database|mysql|postgres|sql/i.test(one.name) ? 'database' : 'other';
      collector.add('credential', unit, { key: one.name, purpose }, file.evidence(by, one.line));
    }
  }
  emitVolumes(file, service, own);
  emitWork(file, service, own);
}

/** What a container writes and the machine keeps. The application's own source mounted in is no such thing. */
function emitVolumes(
  file: SourceFile,
  service: ComposeService,
  { unit, collector, by, project }: DockerTarget,
): void {
  for (const { key, value, line } of service.entries) {
    if (!key.startsWith('volumes[')) continue;
    const [, source = '', path = '', mode] = /^(?:([^:]+):)?(\/[^:]*)(?::(\w+))?$/.exec(value) ?? [];
    if (path === '' || mode === 'ro' || /\.(conf|ini|cnf|xml|ya?ml|sh|sql|json|php)$/.test(path)) continue;
    const local = joinPath(file.directory, source);
    const sources =
      /^\.{0,2}\/?$|^\.$/.test(source) || project.find([`${local}/**/*.{php,java,js,ts}`]).length > 0;
    if (source.startsWith('.') && sources) continue;
    const use = useOfPath(path);
    const persistent = use !== 'log' && use !== 'cache' && use !== 'temp';
    collector.add('writable-path', unit, { path, use, persistent }, file.evidence(by, line));
  }
}

function emitWork(file: SourceFile, service: ComposeService, { unit, collector, by }: DockerTarget): void {
  const parts = service.entries.filter(
    (entry) => entry.key === 'command' || entry.key.startsWith('command['),
  );
  const command = parts.map((entry) => entry.value).join(' ');
  const line = parts[0]?.line;
  if (
    line !== undefined &&
    /queue|worker|consum|messenger|horizon|celery|sidekiq|schedule:work/i.test(`${service.name} ${command}`)
  ) {
    collector.add('worker', unit, { name: service.name, command }, file.evidence(by, line));
  }
  const check = service.entries.filter((entry) => entry.key.startsWith('healthcheck.test'));
  const url = /https?:\/\/[\w.-]+(?::(\d+))?(\/[^\s"'|&;]*)?/.exec(
    check.map((entry) => entry.value).join(' '),
  );
  if (url && check[0]) {
    const port = url[1] === undefined ? {} : { port: Number(url[1]) };
    collector.add(
      'health-endpoint',
      unit,
      { path: url[2] ?? '/', ...port, probe: 'any' },
      file.evidence(by, check[0].line),
    );
  }
  const limit = service.entries.find((entry) =>
    /^(mem_limit|deploy\.resources\.limits\.memory)$/.test(entry.key),
  );
  const [, amount, suffix = ''] = /^(\d+)([kmg]?)b?$/i.exec(limit?.value ?? '') ?? [];
  if (limit && amount !== undefined) {
    const factor = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[suffix.toLowerCase()] ?? 1;
    collector.add(
      'memory',
      unit,
      { kind: 'limit', bytes: Number(amount) * factor },
      file.evidence(by, limit.line),
    );
  }
}

/** Container ports of `8080:80`, `127.0.0.1:8080:80/tcp`, `80`, and of the long form. */
function portsOf(service: ComposeService): { container: number; line: number }[] {
  return service.entries.flatMap(({ key, value, line }) => {
    const short = /^(ports|expose)\[\d+\]$/.test(key)
      ? /(\d{2,5})(?:\/(?:tcp|udp))?$/.exec(value)?.[1]
      : undefined;
    const long = /^ports\[\d+\]\.target$/.test(key) ? value : undefined;
    const port = short ?? long;
    return port === undefined || !/^\d+$/.test(port) ? [] : [{ container: Number(port), line }];
  });
}
