import type { FactValues } from '../../model/fact-values.js';
import type { Evidence } from '../../model/evidence.js';
import { isWithin } from '../paths.js';
import { phpSettings } from '../php-settings.js';
import type { PhpContext } from './context.js';
import { at } from './context.js';
import { evaluate } from './expression.js';
import { serviceOfWords } from '../connection-settings.js';
import { parseConnection } from '../connection-url.js';

type Store = FactValues['session-state']['store'];

interface Said {
  readonly store?: Store;
  readonly timeoutMinutes?: number;
  readonly evidence: Evidence;
}

/**
 * Emits where sessions are kept: what `session.save_handler` or a handler of the application's own says, else PHP's
 * default, files on the machine. Source: https://www.php.net/manual/en/session.configuration.php
 */
export function extractSessions(context: PhpContext): void {
  const uses = usesOf(context);
  const said = [...settingsOf(context), ...handlersOf(context)];
  const stores = said.filter((one) => one.store !== undefined);
  if (uses.length === 0 && stores.length === 0) return;
  const timeout = said.find((one) => one.timeoutMinutes !== undefined)?.timeoutMinutes;
  const rest = timeout === undefined ? {} : { timeoutMinutes: timeout };
  for (const one of stores) {
    context.collector.add(
      'session-state',
      context.unit,
      { store: one.store ?? 'file', ...rest },
      one.evidence,
    );
  }
  if (stores.length > 0) return;
  for (const evidence of uses) {
    context.collector.add('session-state', context.unit, { store: 'file', ...rest }, evidence, 'inferred');
  }
}

/** Starts of sessions first; then what is put into them. */
function usesOf(context: PhpContext): Evidence[] {
  const starts = context.sources.flatMap(({ file, php }) =>
    php.calls
      .filter((call) => /^session_(start|register|name|set_cookie_params)$/i.test(call.name))
      .map((call) => file.evidence(context.by, call.line)),
  );
  const writes = context.sources.flatMap(({ file, php }) =>
    php.superglobals
      .filter((one) => one.name.replace('$', '') === '_SESSION' && one.write)
      .map((one) => file.evidence(context.by, one.line)),
  );
  return starts.length > 0 ? [...starts, ...writes] : writes;
}

function settingsOf(context: PhpContext): Said[] {
  const fromFiles = phpSettings(context.project)
    .filter((setting) => isWithin(setting.file.path, context.unit))
    .map((one) => ({ name: one.name, value: one.value, evidence: one.file.evidence(context.by, one.line) }));
  const fromCode = context.sources.flatMap((source) =>
    source.php.calls
      .filter((call) => /^ini_(set|alter)$/i.test(call.name))
      .map((call) => ({
        name: call.arguments[0]?.constant ?? '',
        value:
          call.arguments[1]?.constant ??
          evaluate(call.arguments[1]?.text ?? '', at(context, source, call.line)).value,
        evidence: source.file.evidence(context.by, call.line),
      })),
  );
  return [...fromFiles, ...fromCode].flatMap(({ name, value, evidence }): Said[] => {
    if (name === 'session.save_handler') {
      const store = storeOfHandler(value);
      return store === undefined ? [] : [{ store, evidence }];
    }
    const seconds = name === 'session.gc_maxlifetime' && /^\d+$/.test(value) ? Number(value) : 0;
    return seconds >= 60 ? [{ timeoutMinutes: Math.floor(seconds / 60), evidence }] : [];
  });
}

function storeOfHandler(handler: string): Store | undefined {
  const name = handler.toLowerCase();
  if (name === 'files') return 'file';
  if (name.startsWith('redis')) return 'redis';
  if (name.startsWith('memcache')) return 'memcached';
  return /sqlite|mysql|pdo|pgsql/.test(name) ? 'jdbc' : undefined;
}

/** A handler of the application's own: its code (or its name) tells where it puts the data. */
function handlersOf(context: PhpContext): Said[] {
  return context.sources.flatMap(({ file, php }) => [
    ...php.calls
      .filter((call) => /^session_set_save_handler$/i.test(call.name))
      .map((call) => {
        const text = call.arguments.map((argument) => argument.text).join(' ');
        return {
          store: storeOfCode(text, context) ?? storeOfCode(file.text() ?? '', context) ?? 'file',
          evidence: file.evidence(context.by, call.line),
        };
      }),
  ]);
}

function storeOfCode(text: string, context: PhpContext): Store | undefined {
  const className = /new\s+\\?([\w\\]+)/.exec(text)?.[1];
  const classText = className === undefined ? text : `${className} ${codeOfClass(context, className)}`;
  if (/redis/i.test(classText)) return 'redis';
  if (/memcache/i.test(classText)) return 'memcached';
  return /mysql|pdo|sql|query|database|\bdb\b|->(insert|update|select)/i.test(classText) ? 'jdbc' : undefined;
}

function codeOfClass(context: PhpContext, name: string): string {
  const wanted = name.split('\\').at(-1)?.toLowerCase();
  const source = context.sources.find(({ php }) =>
    php.classes.some((one) => one.name.toLowerCase() === wanted),
  );
  return source?.file.text() ?? '';
}

/** Emits the server that `session.save_path` names when sessions go over the network. */
export function extractSessionServers(context: PhpContext): void {
  for (const setting of phpSettings(context.project)) {
    if (setting.name !== 'session.save_path' || !isWithin(setting.file.path, context.unit)) continue;
    const address =
      parseConnection(setting.value) ?? parseConnection(setting.value.replace(/^tcp:/, 'redis:'));
    if (!address || serviceOfWords([address.service]) === undefined) continue;
    context.collector.add(
      'depends-on',
      context.unit,
      {
        service: address.service,
        ...(address.host === undefined ? {} : { host: address.host }),
        ...(address.port === undefined ? {} : { port: address.port }),
        configuredBy: 'session.save_path',
      },
      setting.file.evidence(context.by, setting.line),
    );
  }
}
