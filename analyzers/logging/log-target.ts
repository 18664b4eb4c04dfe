import type { FactValues } from '../../model/fact-values.js';
import type { SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';

export const by = 'logging';

/** A logging configuration while it is read. */
export interface LogTarget {
  readonly file: SourceFile;
  readonly unit: string;
  readonly collector: FactCollector;
  /** `log4j`, `log4j2`, `logback`, `jul`, `spring-boot`, … */
  readonly framework: string;
}

/** Properties by name that a configuration defines for itself. */
export type Definitions = ReadonlyMap<string, string>;

/**
 * Fills in a configuration's own properties, and defaults (`${x:-logs}`, `${sys:x:-logs}`); other placeholders stay, without `sys:`.
 */
export function substitute(text: string, definitions: Definitions): string {
  let filled = text;
  for (let round = 0; round < 20; round++) {
    const next = filled.replace(
      /\$\{((?:[a-z]+:)?[\w.-]+)(?::-?([^${}]*))?\}/gi,
      (whole, name: string, fallback: string | undefined) =>
        definitions.get(name) ?? definitions.get(name.replace(/^[a-z]+:/i, '')) ?? fallback ?? whole,
    );
    if (next === filled) break;
    filled = next;
  }
  return filled.replace(/\$\{(?:sys|systemProperty):/g, '${').trim();
}

/** Emits a log file and the directory it makes writable. */
export function emitLogFile(target: LogTarget, written: string, line: number): void {
  const { file, unit, collector, framework } = target;
  // A name that changes by the day or the context has its fixed part in front.
  const path = written.replace(/^file:(?:\/\/(?=\/))?/, '').trim();
  if (path === '' || /^[%$]?$/.test(path)) return;
  const evidence = file.evidence(by, line);
  collector.add('log-sink', unit, { target: 'file', path, framework }, evidence);
  const fixed = /%[a-z{]|\$\$?\{(?:date|ctx|env|web):/i.test(path)
    ? path.slice(0, path.search(/[^/\\]*(?:%[a-z{]|\$\$?\{(?:date|ctx|env|web):)/i))
    : path;
  if (fixed === '' || fixed === '/') return;
  collector.add('writable-path', unit, { path: fixed, use: 'log', persistent: false }, evidence);
  const property = /^\$\{([\w.-]+)\}/.exec(fixed)?.[1];
  if (property !== undefined && !standard.test(property)) {
    collector.add('system-property', unit, { name: property, required: true }, evidence, 'inferred');
  }
}

const standard =
  /^(?:java|user|os|catalina|jetty|jboss|weblogic|LOG_(?:PATH|FILE|TEMP)|CONTEXT_NAME|HOSTNAME|spring)\b/;

/** Emits a sink that is no file. */
export function emitSink(target: LogTarget, kind: FactValues['log-sink']['target'], line: number): void {
  const { file, unit, collector, framework } = target;
  collector.add('log-sink', unit, { target: kind, framework }, file.evidence(by, line));
}

/** The kind of an appender or handler, by its class or element name; undefined for wrappers and strangers. */
export function sinkOf(name: string): FactValues['log-sink']['target'] | undefined {
  if (/Async|Failover|Rewrite|Routing|Null|List|Memory/i.test(name)) return undefined;
  if (/Console|StdOut/i.test(name)) return 'stdout';
  if (/Syslog/i.test(name)) return 'syslog';
  if (/JDBC|\bDB(?:Appender)?\b|DBAppender|NoSql|Mongo|JPA/i.test(name)) return 'database';
  if (/Socket|Gelf|Logstash|Kafka|Flume|Telnet|Http|JMS|SMTP|Redis|Loki|Fluent|Amqp|Rabbit/i.test(name))
    return 'socket';
  return /File|Rolling/i.test(name) ? 'file' : undefined;
}
