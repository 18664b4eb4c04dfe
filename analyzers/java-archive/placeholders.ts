import type { SourceFile } from '../../workspace/project.js';
import type { FactValues } from '../../model/fact-values.js';
import type { FactCollector } from '../fact-collector.js';

/** Root elements of XML in which `${name}` stands for a property. */
const configurationRoots = new Set([
  'beans',
  'configuration',
  'Configuration',
  'persistence',
  'hibernate-configuration',
]);
const standard =
  /^(?:java|os|user|file|line|path|sun|jdk|project|pom|basedir|catalina|jetty|env|date|ctx|spring\.profiles)\b/;

interface Use {
  readonly name: string;
  /** The path that starts with it: `/conf/repository.xml`. */
  readonly tail: string | undefined;
  readonly file: SourceFile;
  readonly line: number;
}

/**
 * Placeholders in the default configuration of an application's own libraries that nothing in them defines: somebody
 * must set them from outside, and where they start a path, that is a directory the application works in.
 */
export function emitPlaceholders(
  files: readonly SourceFile[],
  options: { unit: string; by: string; collector: FactCollector },
): void {
  const uses = files.flatMap(findUses);
  const defined = new Set(files.flatMap(definitionsIn));
  for (const { name, tail, file, line } of uses) {
    if (defined.has(name) || standard.test(name)) continue;
    const evidence = file.evidence(options.by, line);
    options.collector.add('system-property', options.unit, { name, required: true }, evidence, 'inferred');
    const directory = tail === undefined ? undefined : directoryOf(tail);
    if (directory === undefined) continue;
    const value = { path: `\${${name}}${directory}`, ...useOf(directory), configuredBy: name };
    options.collector.add('writable-path', options.unit, value, evidence, 'inferred');
  }
}

function findUses(file: SourceFile): Use[] {
  const root = file.name.endsWith('.xml') ? (file.xml()?.local ?? '') : '';
  if (!configurationRoots.has(root)) return [];
  return withoutComments(file).flatMap((text, index) =>
    [...text.matchAll(/\$\{(?:sys:)?([a-z][\w-]*(?:\.[\w-]+)+)\}((?:\/[\w.-]+)*\/?)/g)].map((match) => ({
      name: match[1] ?? '',
      tail: match[2] === '' ? undefined : match[2],
      file,
      line: index + 1,
    })),
  );
}

/** The lines of an XML file with comments blanked. */
function withoutComments(file: SourceFile): readonly string[] {
  const text = file.text() ?? '';
  return text.replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' ')).split(/\r\n|\r|\n/);
}

function definitionsIn(file: SourceFile): readonly string[] {
  return file.name.endsWith('.properties') ? file.properties().map(({ key }) => key) : [];
}

/** A path to a file needs its directory; a bare directory is itself. */
function directoryOf(tail: string): string | undefined {
  const clean = tail.replace(/\/$/, '');
  const directory = /\.\w{1,10}$/.test(clean) ? clean.slice(0, clean.lastIndexOf('/')) : clean;
  return directory === '' ? undefined : directory;
}

function useOf(directory: string): Pick<FactValues['writable-path'], 'use' | 'persistent'> {
  if (/log/i.test(directory)) return { use: 'log', persistent: false };
  if (/te?mp|cache/i.test(directory))
    return { use: /cache/i.test(directory) ? 'cache' : 'temp', persistent: false };
  if (/upload/i.test(directory)) return { use: 'upload', persistent: true };
  return { use: 'data', persistent: true };
}
