import type { FactValues } from '../../model/fact-values.js';
import { canonicalKey } from '../java-settings.js';
import { describeWrittenPath } from '../written-path.js';
import { inProfile, portOf, type FileTarget, type Filled } from './target.js';

type Handler = (target: FileTarget, setting: Filled, text: string, all: readonly Filled[]) => void;

/** Settings of the embedded server, in Boot 1 and later. */
const handlers: Readonly<Record<string, Handler>> = {
  'server.port': emitPort,
  'management.server.port': emitManagementPort,
  'management.port': emitManagementPort,
  'server.servlet.contextpath': emitContextPath,
  'server.contextpath': emitContextPath,
  'spring.webflux.basepath': emitContextPath,
  'spring.session.storetype': emitSessionStore,
  'spring.servlet.multipart.location': emitMultipart,
  'spring.http.multipart.location': emitMultipart,
  'spring.jackson.timezone': (target, { line }, text) => {
    target.add('timezone', { zone: text }, line);
  },
  'server.servlet.encoding.charset': emitEncoding,
  'spring.http.encoding.charset': emitEncoding,
  'server.tomcat.uriencoding': emitEncoding,
  'spring.quartz.jobstoretype': (target, { line }, text) => {
    const name = `Quartz job store ${text.toLowerCase()}`;
    target.add('scheduled-job', { name, mechanism: 'quartz', inProcess: true }, line);
  },
};

/** Emits what the settings say of the server inside the application. */
export function emitWebSettings(target: FileTarget, settings: readonly Filled[]): void {
  for (const setting of settings) {
    const handler = handlers[canonicalKey(setting.key)];
    if (handler && setting.filled !== undefined) handler(target, setting, setting.filled, settings);
  }
}

function emitPort(target: FileTarget, setting: Filled, text: string, all: readonly Filled[]): void {
  const port = portOf(text);
  if (port === undefined) return;
  const secure = all.some(
    ({ key, profile, value }) =>
      profile === setting.profile && /^server\.ssl\.(?:key-?store|certificate)$/i.test(key) && value !== '',
  );
  const { configuredBy, line } = setting;
  const protocol = secure ? ('https' as const) : ('http' as const);
  target.add('port', { port, protocol, purpose: 'application', configuredBy, ...inProfile(setting) }, line);
}

function emitManagementPort(target: FileTarget, setting: Filled, text: string): void {
  const port = portOf(text);
  const { configuredBy, line } = setting;
  if (port === undefined) return;
  target.add(
    'port',
    { port, protocol: 'http', purpose: 'management', configuredBy, ...inProfile(setting) },
    line,
  );
}

function emitContextPath(target: FileTarget, setting: Filled, text: string): void {
  const path = `/${text.replace(/^\/+|\/+$/g, '')}`;
  target.add('context-path', { path, ...inProfile(setting) }, setting.line);
}

function emitSessionStore(target: FileTarget, { line }: Filled, text: string): void {
  const stores: Readonly<Record<string, FactValues['session-state']['store']>> = {
    redis: 'redis',
    jdbc: 'jdbc',
    hazelcast: 'hazelcast',
    none: 'memory',
  };
  const store = stores[text.toLowerCase()];
  if (store) target.add('session-state', { store }, line);
}

function emitMultipart(target: FileTarget, { line, key }: Filled, text: string): void {
  target.add('writable-path', { ...describeWrittenPath(text, key), use: 'temp', persistent: false }, line);
}

function emitEncoding(target: FileTarget, { line }: Filled, text: string): void {
  target.add('encoding', { charset: text, subject: 'web' }, line);
}

/** Minutes of `30m`, `1800`, `1800s`, `PT30M`, `2h`; undefined for what is none. */
export function minutesOf(text: string): number | undefined {
  const match = /^(?:PT)?(\d+)\s*(s|m|h|d)?$/i.exec(text.trim());
  if (!match) return undefined;
  const factor = { s: 1 / 60, m: 1, h: 60, d: 1440 }[(match[2] ?? 's').toLowerCase()] ?? 1;
  return Math.round(Number(match[1]) * factor);
}
