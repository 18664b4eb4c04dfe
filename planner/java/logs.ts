import type { ComponentContext } from '../context.js';
import { evidenceOf } from '../context.js';
import { fileLogsDetail, fileLogsTitle } from '../texts/java.js';

/**
 * Asks for a console appender where the application logs to files and nothing goes to standard output: then `kubectl logs`
 * is empty, and only the server's own lines are collected.
 */
export function askAboutLogFiles(context: ComponentContext): void {
  const sinks = context.all('log-sink');
  // `logging.file` of Spring Boot adds a file to the console, which stays.
  const files = sinks.filter(({ value }) => value.target === 'file' && value.framework !== 'spring-boot');
  if (files.length === 0 || sinks.some(({ value }) => value.target.startsWith('std'))) return;
  const paths = [...new Set(files.flatMap(({ value }) => value.path ?? []))].sort();
  context.decider.askPerson({
    component: context.component.id,
    title: fileLogsTitle(),
    detail: fileLogsDetail({ paths: paths.map((path) => `\`${path}\``) }),
    evidence: evidenceOf(...files),
  });
}
