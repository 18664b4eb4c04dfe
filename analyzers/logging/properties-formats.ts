import type { PropertyEntry } from '../../workspace/properties.js';
import { emitLogFile, emitSink, sinkOf, substitute, type LogTarget } from './log-target.js';

/** log4j 1: `log4j.appender.R=class`, `log4j.appender.R.File=path`. https://logging.apache.org/log4j/1.2/manual.html */
export function readLog4jProperties(target: LogTarget): void {
  const entries = target.file.properties();
  const definitions = definitionsOf(entries);
  for (const { key, value, line } of entries) {
    const name = /^log4j\.appender\.([^.]+)$/.exec(key)?.[1];
    if (name === undefined) continue;
    const setting = (...names: readonly string[]): PropertyEntry | undefined =>
      entries.find((one) =>
        names.some((last) => one.key.toLowerCase() === `log4j.appender.${name}.${last}`.toLowerCase()),
      );
    emitAppender(target, { type: value, line, path: setting('File', 'FileName'), definitions });
    const stream = setting('target');
    if (sinkOf(value) === 'stdout' && /err/i.test(stream?.value ?? ''))
      emitSink(target, 'stderr', stream?.line ?? line);
  }
}

function emitAppender(
  target: LogTarget,
  appender: {
    type: string;
    line: number;
    path: PropertyEntry | undefined;
    definitions: ReadonlyMap<string, string>;
  },
): void {
  const kind = sinkOf(appender.type.slice(appender.type.lastIndexOf('.') + 1));
  if (kind === 'file' || (kind === undefined && appender.path)) {
    if (appender.path)
      emitLogFile(target, substitute(appender.path.value, appender.definitions), appender.path.line);
  } else if (kind) emitSink(target, kind, appender.line);
}

function definitionsOf(entries: readonly PropertyEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ key, value }) => [key.replace(/^property\./, ''), value]));
}

/** log4j 2: `appender.x.type`, `appender.x.fileName`. https://logging.apache.org/log4j/2.x/manual/configuration.html */
export function readLog4j2Properties(target: LogTarget): void {
  const entries = target.file.properties();
  const definitions = definitionsOf(entries);
  for (const { key, value, line } of entries) {
    const name = /^appender\.([^.]+)\.type$/.exec(key)?.[1];
    if (name === undefined) continue;
    const path = entries.find((one) => one.key === `appender.${name}.fileName`);
    emitAppender(target, { type: value, line, path, definitions });
  }
}

/** java.util.logging, Tomcat's JULI among it. https://docs.oracle.com/javase/8/docs/api/java/util/logging/FileHandler.html */
export function readJul(target: LogTarget): void {
  const entries = target.file.properties();
  for (const { key, value, line } of entries) {
    if (!/(?:^|\.)handlers$/.test(key)) continue;
    for (const written of value.split(/[\s,]+/)) {
      const kind = sinkOf(written.slice(written.lastIndexOf('.') + 1));
      // JUL's console is stderr.
      if (kind === 'stdout') emitSink(target, 'stderr', line);
      if (kind !== 'file') continue;
      const at = (last: string): PropertyEntry | undefined =>
        entries.find((one) => one.key === `${written}.${last}`);
      const pattern = at('pattern');
      const directory = at('directory');
      const path = pattern
        ? pattern.value.replace(/^%h/, '${user.home}').replace(/^%t/, '${java.io.tmpdir}')
        : directory && `${directory.value}/${at('prefix')?.value ?? ''}`;
      if (path !== undefined) emitLogFile(target, path, (pattern ?? directory)?.line ?? line);
    }
  }
}
