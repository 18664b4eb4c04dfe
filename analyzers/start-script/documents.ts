import type { SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import { normaliseJavaVersion } from '../java-version.js';
import { by } from './emit-script.js';

const java =
  /\b(?:JDK|JRE|Java(?:\s+SE)?)\s*(?:版本|version)?\s*[:：=]?\s*v?(1\.[3-8](?:\.\d+(?:_\d+)?)?|[5-9]|1\d|2[1-5])(?![\d.]*\w)/i;
const tomcat = /\bTomcat\s*(?:版本|version)?\s*[:：=]?\s*v?(\d{1,2}(?:\.\d+){0,2})(?!\w)/i;

/** Emits the Java and Tomcat that a deployment document names; a hint, never more. */
export function readDocument(file: SourceFile, unit: string, collector: FactCollector): void {
  file.lines().forEach((text, index) => {
    const written = java.exec(text)?.[1];
    const version = written === undefined ? undefined : normaliseJavaVersion(written);
    const evidence = file.evidence(by, index + 1);
    if (version !== undefined)
      collector.add('runtime', unit, { language: 'java', version, basis: 'document' }, evidence, 'inferred');
    const server = tomcat.exec(text)?.[1];
    if (server !== undefined) {
      collector.add(
        'server',
        unit,
        { product: 'tomcat', version: server, embedded: false },
        evidence,
        'inferred',
      );
    }
  });
}
