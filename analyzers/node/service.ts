import type { Evidence } from '../../model/evidence.js';
import { isSecretKey } from '../../workspace/mask.js';
import type { SourceFile } from '../../workspace/project.js';
import { httpDependencyOf } from '../http-dependency.js';
import { emitWrite } from './writes.js';
import type { ServiceTarget } from './target.js';
import type { ScriptCall, ScriptSource } from './source.js';
import type { ScriptValue } from './values.js';

/** Emits what a service's code says: its port, environment, files it writes, sessions, probes and jobs. */
export function extractService(sources: readonly ScriptSource[], target: ServiceTarget): void {
  for (const source of sources) {
    for (const call of source.calls) {
      emitPort(source, call, target);
      emitWrite(source, call, target);
      emitSession(source, call, target);
      emitHealth(source, call, target);
      emitJob(source, call, target);
      emitProgram(source, call, target);
      emitAddress(source, call, target);
    }
  }
  for (const source of sources) {
    emitHeldSessions(source, target);
    emitAddresses(source, target);
  }
  emitEnvironment(sources, target);
}

/** True for code that opens a port for HTTP. */
export function listens(source: ScriptSource): boolean {
  return source.calls.some((call) => portOf(call) !== undefined);
}

function portOf(call: ScriptCall): ScriptValue | undefined {
  if (
    !/(^|\.)listen$/.test(call.callee) ||
    /\b(log|history|socket|watcher|emitter|store|router)\.listen$/i.test(call.callee)
  )
    return undefined;
  const [first] = call.arguments;
  if (!first) return undefined;
  const inside = first.text.startsWith('{')
    ? /\bport\s*:\s*(?:Number\()?(?:process\.env\.(\w+)\s*(?:\|\||\?\?)\s*)?['"]?(\d+)?/.exec(first.text)
    : null;
  if (inside) {
    return {
      text: first.text,
      ...(inside[2] === undefined ? {} : { value: inside[2] }),
      ...(inside[1] === undefined ? {} : { variable: inside[1] }),
    };
  }
  return first.value !== undefined || first.variable !== undefined || /port/i.test(first.text)
    ? first
    : undefined;
}

function emitPort(source: ScriptSource, call: ScriptCall, { unit, collector, by }: ServiceTarget): void {
  const value = portOf(call);
  const known = value?.value;
  if (!value || known === undefined || !/^\d{1,5}$/.test(known)) return;
  const port = Number(known);
  const variable = value.variable === undefined ? {} : { configuredBy: value.variable };
  const evidence = source.file.evidence(by, call.line);
  collector.add(
    'port',
    unit,
    { port, protocol: 'http', purpose: 'application', ...variable },
    evidence,
    value.variable === undefined ? 'declared' : 'inferred',
  );
}

const ignored =
  /^(NODE_ENV|PATH|HOME|USER|PWD|CI|TZ|SHELL|npm_.*|DEBUG|NODE_OPTIONS|TEMP|TMP|TMPDIR|HOSTNAME|BABEL_ENV|JEST_WORKER_ID)$/;

function emitEnvironment(sources: readonly ScriptSource[], { unit, collector, by }: ServiceTarget): void {
  const reads = sources.flatMap((source) =>
    source.environment.map((read) => ({ ...read, file: source.file })),
  );
  for (const name of new Set(reads.map((read) => read.name))) {
    const all = reads.filter((read) => read.name === name);
    if (ignored.test(name) && name !== 'NODE_ENV') continue;
    const value = all.find((read) => read.default !== undefined)?.default;
    const shown = value === undefined || isSecretKey(name) ? {} : { default: value };
    const required = name !== 'NODE_ENV' && all.every((read) => !read.optional);
    for (const read of all) {
      emitDefaultSecret(read, { unit, collector, by });
      collector.add(
        'env-var',
        unit,
        { name, ...shown, required, source: 'environment' },
        read.file.evidence(by, read.line),
      );
    }
  }
}

function emitSession(source: ScriptSource, call: ScriptCall, { unit, collector, by }: ServiceTarget): void {
  if (!/^(session|expressSession|cookieSession)$/.test(call.callee)) return;
  const text = call.arguments.map((argument) => argument.text).join(' ');
  const evidence = source.file.evidence(by, call.line);
  if (call.callee === 'cookieSession') {
    collector.add('session-state', unit, { store: 'none' }, evidence);
    return;
  }
  const named = /store\s*:\s*(\w+)/.exec(text)?.[1] ?? (/\bstore\b/.test(text) ? 'store' : undefined);
  const made = source.calls.find((one) => /Store$/i.test(one.callee))?.callee ?? '';
  const hint = `${/store\s*:\s*(new\s+\w+|\w+)/.exec(text)?.[1] ?? ''} ${named === undefined ? '' : made}`;
  const whole = /redis/i.test(hint)
    ? 'redis'
    : /memcache/i.test(hint)
      ? 'memcached'
      : /file/i.test(hint)
        ? 'file'
        : /sql|knex|sequelize|mongo|pg|oracle/i.test(hint)
          ? 'jdbc'
          : 'memory';
  collector.add(
    'session-state',
    unit,
    { store: whole },
    evidence,
    named === undefined ? 'inferred' : 'declared',
  );
}

const healthPath =
  /^\/(?:[\w-]+\/){0,2}_?(?:healthz?|health[-_]?check|ping|livez?|liveness|readyz?|readiness|heartbeat|alive|status)$/i;

function emitHealth(source: ScriptSource, call: ScriptCall, { unit, collector, by }: ServiceTarget): void {
  const decorator = /^(Get|All|Controller)$/.test(call.callee);
  if (!decorator && !/\.(get|all|use|head|route)$/.test(call.callee)) return;
  const raw = call.arguments[0]?.value ?? '';
  const path = decorator && raw !== '' && !raw.startsWith('/') ? `/${raw}` : raw;
  if (!healthPath.test(path) || (/status$/i.test(path) && path.split('/').length > 2)) return;
  if (call.arguments.length < 2 && !decorator) return;
  const probe = /ready|readiness/i.test(path) ? 'readiness' : /live|alive/i.test(path) ? 'liveness' : 'any';
  const handler = call.arguments
    .slice(1)
    .map((argument) => argument.text)
    .join(' ');
  const checks = /\b(query|ping|authenticate|isReady|readyState)\b|SELECT 1/i.test(handler);
  collector.add(
    'health-endpoint',
    unit,
    { path, probe, ...(checks ? { checksDependencies: true } : {}) },
    source.file.evidence(by, call.line),
  );
}

function emitJob(source: ScriptSource, call: ScriptCall, { unit, collector, by }: ServiceTarget): void {
  const cron = /(^|\.)(schedule|scheduleJob)$|^CronJob$|^Cron$/.test(call.callee);
  const schedule = call.arguments
    .map((argument) => argument.value ?? '')
    .find((value) => /^\S+( \S+){4,5}$/.test(value));
  if (!cron || schedule === undefined) return;
  const name = `${source.file.name}:${call.line}`;
  collector.add(
    'scheduled-job',
    unit,
    { name, schedule, mechanism: 'node', inProcess: true },
    source.file.evidence(by, call.line),
  );
}

function emitProgram(source: ScriptSource, call: ScriptCall, { unit, collector, by }: ServiceTarget): void {
  if (!/^(child_process\.|cp\.)?(exec|execSync|execFile|execFileSync|spawn|spawnSync)$/.test(call.callee))
    return;
  const library = /^\s*([\w./-]+)/.exec(call.arguments[0]?.value ?? '')?.[1];
  if (library !== undefined)
    collector.add('native-code', unit, { library, how: 'exec' }, source.file.evidence(by, call.line));
}

function emitAddress(source: ScriptSource, call: ScriptCall, { unit, collector, by }: ServiceTarget): void {
  if (
    !/^(fetch|axios|request|got|superagent|http|https|axios\.\w+|request\.\w+|got\.\w+|https?\.(get|request))$/.test(
      call.callee,
    )
  )
    return;
  const url = call.arguments[0]?.value;
  if (url === undefined || !/^https?:\/\/[\w.-]+/.test(url) || /\/\/(localhost|127\.0\.0\.1)/.test(url))
    return;
  emitCalled(url, source.file.evidence(by, call.line), { unit, collector });
}

function emitCalled(
  url: string,
  evidence: Evidence,
  { unit, collector }: Pick<ServiceTarget, 'unit' | 'collector'>,
): void {
  collector.add('outbound-url', unit, { url: url.replace(/[?#].*$/, '') }, evidence);
  const needed = httpDependencyOf(url);
  if (needed) collector.add('depends-on', unit, needed, evidence);
}

/** A secret that the code falls back on stands in the code. */
function emitDefaultSecret(
  read: { name: string; default?: string; line: number; file: SourceFile },
  { unit, collector, by }: ServiceTarget,
): void {
  if (read.default === undefined || read.default === '' || !isSecretKey(read.name)) return;
  const purpose = /session|cookie/i.test(read.name)
    ? 'session'
    : /(db|database|mysql|pg|sql)/i.test(read.name)
      ? 'database'
      : 'other';
  collector.add('credential', unit, { key: read.name, purpose }, read.file.evidence(by, read.line));
}

/** Sessions kept in a variable of the module are lost with the process. */
function emitHeldSessions(source: ScriptSource, { unit, collector, by }: ServiceTarget): void {
  for (const one of source.collections) {
    if (!/session|loggedIn|onlineUsers/i.test(one.name)) continue;
    const evidence = source.file.evidence(by, one.line);
    collector.add('session-state', unit, { store: 'memory' }, evidence, 'inferred');
  }
}

const ipv4 =
  /(?<![\d.])((?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3})(?![\d.])(?::(\d{2,5}))?/;

/** Addresses among the settings (and the defaults of variables), and IP addresses anywhere. */
function emitAddresses(source: ScriptSource, { unit, collector, by }: ServiceTarget): void {
  for (const one of source.properties) {
    const url = one.value.value ?? '';
    if (!/^https?:\/\/[\w.-]+/.test(url) || /\/\/(localhost|127\.0\.0\.1)/.test(url)) continue;
    emitCalled(url, source.file.evidence(by, one.line), { unit, collector });
  }
  for (const { value, line } of source.strings) {
    const match = value.length < 300 ? ipv4.exec(value) : null;
    const address = match?.[1] ?? '0.0.0.0';
    if (/^(0|127|255|22[4-9]|23\d)\.|\.0\.0\.0$/.test(address)) continue;
    const port = match?.[2] === undefined ? {} : { port: Number(match[2]) };
    collector.add('fixed-address', unit, { address, ...port }, source.file.evidence(by, line));
  }
}
