import { isWithin } from '../paths.js';
import { parseByteSize } from '../byte-size.js';
import { phpSettings } from '../php-settings.js';
import type { PhpContext } from './context.js';
import { at } from './context.js';
import { evaluate, inApplication } from './expression.js';
import type { PhpFile } from './symbols.js';

/** Emits PHP settings made by code, logs, programs that are started, character sets and the time zone. */
export function extractBehaviour(context: PhpContext): void {
  for (const source of context.sources) {
    extractSettings(context, source);
    extractLogs(context, source);
    extractPrograms(context, source);
    extractCharsets(context, source);
  }
  const gbk = context.sources.find((source) => source.file.encoding() === 'gb18030');
  if (gbk) {
    context.collector.add(
      'encoding',
      context.unit,
      { charset: 'GBK', subject: 'source' },
      gbk.file.evidence(context.by),
      'inferred',
    );
  }
  extractZones(context);
}

function extractSettings(context: PhpContext, source: PhpFile): void {
  const { collector, unit, by } = context;
  for (const call of source.php.calls) {
    const lower = call.name.toLowerCase();
    const [first, second] = call.arguments;
    const evidence = (): ReturnType<typeof source.file.evidence> => source.file.evidence(by, call.line);
    if (lower === 'set_time_limit' && first?.constant !== undefined) {
      collector.add('php-setting', unit, { name: 'max_execution_time', value: first.constant }, evidence());
    }
    if (!/^ini_(set|alter)$/.test(lower) || first?.constant === undefined || second === undefined) continue;
    const value = second.constant ?? literalOf(second.text);
    if (value === undefined) continue;
    collector.add('php-setting', unit, { name: first.constant, value }, evidence());
    const bytes = first.constant === 'memory_limit' ? parseByteSize(value) : undefined;
    if (bytes !== undefined) collector.add('memory', unit, { kind: 'limit', bytes }, evidence());
  }
}

function literalOf(text: string): string | undefined {
  const word = /^(true|false|on|off|null|\d+)$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (word === 'true' || word === 'on') return '1';
  return word === 'false' || word === 'off' ? '0' : word;
}

function extractLogs(context: PhpContext, source: PhpFile): void {
  const { collector, unit, by } = context;
  for (const call of source.php.calls) {
    const evidence = source.file.evidence(by, call.line);
    const name = call.name.toLowerCase();
    if (name === 'syslog' || name === 'openlog') {
      collector.add('log-sink', unit, { target: 'syslog', framework: 'php' }, evidence);
    }
    const type = call.arguments[1]?.constant;
    if (name === 'error_log' && (type === undefined || type === '0' || type === '4')) {
      collector.add('log-sink', unit, { target: 'stderr', framework: 'php' }, evidence);
    }
    const written = name === 'error_log' && type === '3' ? call.arguments[2] : undefined;
    const setting =
      name === 'ini_set' && call.arguments[0]?.constant === 'error_log' ? call.arguments[1] : undefined;
    const opened = /^(fopen|file_put_contents)$/.test(name) ? call.arguments[0] : undefined;
    for (const argument of [written, setting, opened]) {
      const path = argument
        ? (argument.constant ?? pathOf(context, source, argument.text, call.line))
        : undefined;
      if (
        path === undefined ||
        (argument === opened && (!isLogFile(path) || reads(call.arguments[1]?.constant)))
      )
        continue;
      collector.add('log-sink', unit, sinkOf(path, 'php'), evidence);
    }
  }
  for (const one of source.php.constructions) {
    if (!/(Stream|RotatingFile|SyslogU?d?p?|ErrorLog)Handler$/i.test(one.class)) continue;
    const path =
      one.arguments[0]?.constant ?? pathOf(context, source, one.arguments[0]?.text ?? '', one.line);
    const target = /syslog/i.test(one.class) ? 'syslog' : 'stderr';
    const value = /(Stream|RotatingFile)Handler$/i.test(one.class)
      ? path === undefined
        ? undefined
        : sinkOf(path, 'monolog')
      : ({ target, framework: 'monolog' } as const);
    if (value) collector.add('log-sink', unit, value, source.file.evidence(by, one.line));
  }
}

function isLogFile(path: string): boolean {
  return /\.log\b|(^|\/)logs?\/|_log\b|error_log/i.test(path);
}

function reads(mode: string | undefined): boolean {
  return mode !== undefined && /^r[bt]?$/.test(mode);
}

function sinkOf(
  path: string,
  framework: string,
): { target: 'file' | 'stdout' | 'stderr'; path?: string; framework: string } {
  if (/^php:\/\/(stdout|output)/i.test(path)) return { target: 'stdout', framework };
  if (/^php:\/\/stderr|^\/dev\/stderr/i.test(path)) return { target: 'stderr', framework };
  return { target: 'file', path, framework };
}

function pathOf(context: PhpContext, source: PhpFile, text: string, line: number): string | undefined {
  const { value } = evaluate(text, at(context, source, line));
  const path = value.replace(inApplication, '');
  return path === '' ? undefined : path;
}

function extractPrograms(context: PhpContext, source: PhpFile): void {
  for (const call of source.php.calls) {
    if (!/^(exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec)$/i.test(call.name)) continue;
    const argument = call.arguments[0];
    const command = argument
      ? (argument.constant ?? evaluate(argument.text, at(context, source, call.line)).value)
      : '';
    const program = /^\s*(?:(?:sudo|nohup|nice|timeout \d+)\s+)*["']?([\w./\\:-]+)/.exec(
      command.replace(inApplication, ''),
    )?.[1];
    const value = { library: program ?? 'unknown', how: 'exec' as const };
    context.collector.add(
      'native-code',
      context.unit,
      value,
      source.file.evidence(context.by, call.line),
      program ? 'declared' : 'inferred',
    );
  }
}

function extractCharsets(context: PhpContext, source: PhpFile): void {
  const { collector, unit, by } = context;
  const add = (charset: string | undefined, subject: 'web' | 'database', line: number): void => {
    if (charset === undefined || charset === '') return;
    collector.add('encoding', unit, { charset, subject }, source.file.evidence(by, line));
  };
  for (const call of source.php.calls) {
    const name = call.name.toLowerCase();
    const [first, second] = call.arguments;
    if (name === 'header')
      add(/charset=([\w-]+)/i.exec(first?.constant ?? first?.text ?? '')?.[1], 'web', call.line);
    if (name === 'ini_set' && first?.constant === 'default_charset') add(second?.constant, 'web', call.line);
    if (name === 'mysql_set_charset') add(first?.constant, 'database', call.line);
    if (name === 'mysqli_set_charset') add(second?.constant, 'database', call.line);
    if (name === 'pg_set_client_encoding') add(call.arguments.at(-1)?.constant, 'database', call.line);
  }
  for (const call of source.php.methodCalls) {
    if (/^set_?charset$/i.test(call.name) && !/mail/i.test(call.receiver))
      add(call.arguments[0]?.constant, 'database', call.line);
  }
  for (const { value, line } of source.php.strings) {
    add(/^\s*SET\s+(?:NAMES|CHARACTER\s+SET)\s+['"]?([\w-]+)/i.exec(value)?.[1], 'database', line);
  }
}

function extractZones(context: PhpContext): void {
  for (const source of context.sources) {
    for (const call of source.php.calls) {
      const [first, second] = call.arguments;
      const byFunction =
        call.name.toLowerCase() === 'date_default_timezone_set' ? first?.constant : undefined;
      const bySetting =
        call.name.toLowerCase() === 'ini_set' && first?.constant === 'date.timezone'
          ? second?.constant
          : undefined;
      emitZone(context, byFunction ?? bySetting, source.file.evidence(context.by, call.line));
    }
    for (const one of source.php.returned) {
      if (/(^|\.)(timezone|timeZone|default_timezone)$/.test(one.path))
        emitZone(context, one.value, source.file.evidence(context.by, one.line));
    }
  }
  for (const setting of phpSettings(context.project)) {
    if (setting.name === 'date.timezone' && isWithin(setting.file.path, context.unit)) {
      emitZone(context, setting.value, setting.file.evidence(context.by, setting.line));
    }
  }
}

function emitZone(
  context: PhpContext,
  zone: string | undefined,
  evidence: ReturnType<PhpFile['file']['evidence']>,
): void {
  if (zone === undefined || !/^(UTC|GMT|PRC|[A-Z]\w+\/[\w/+-]+)$/.test(zone)) return;
  context.collector.add('timezone', context.unit, { zone }, evidence);
}
