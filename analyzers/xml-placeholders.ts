import type { FactValues } from '../model/fact-values.js';
import type { SourceFile } from '../workspace/project.js';

/** A `${name}` in an XML file, outside of comments. */
export interface XmlPlaceholder {
  readonly name: string;
  readonly line: number;
  /** Directory below it, when it stands at the head of a path: `/conf` of `${app.base}/conf/app.xml`. */
  readonly directory?: string;
}

/** Every `${name}`, `${sys:name}` and `#{systemProperties['name']}` without a default. */
export function findXmlPlaceholders(file: SourceFile): readonly XmlPlaceholder[] {
  const text = file.text() ?? '';
  const lines = text
    .replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' '))
    .split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) =>
    [
      ...line.matchAll(
        /(?:\$\{(?:sys:)?([A-Za-z][\w-]*(?:\.[\w-]+)*)\}|#\{\s*systemProperties(?:\[['"]|\.)([\w.-]+?)(?:['"]\])?\s*\})((?:\/[\w.-]+)*\/?)/g,
      ),
    ].map((match) => {
      const directory = directoryOf(match[3] ?? '');
      return {
        name: match[1] ?? match[2] ?? '',
        line: index + 1,
        ...(directory !== undefined && { directory }),
      };
    }),
  );
}

/** A path to a file needs its directory; a bare directory is itself. */
function directoryOf(tail: string): string | undefined {
  const clean = tail.replace(/\/$/, '');
  const directory = /\.\w{1,10}$/.test(clean) ? clean.slice(0, clean.lastIndexOf('/')) : clean;
  return directory === '' ? undefined : directory;
}

/** What a directory below a property is for. */
export function usePlaceholderDirectory(
  directory: string,
): Pick<FactValues['writable-path'], 'use' | 'persistent'> {
  if (/log/i.test(directory)) return { use: 'log', persistent: false };
  if (/cache/i.test(directory)) return { use: 'cache', persistent: false };
  if (/te?mp/i.test(directory)) return { use: 'temp', persistent: false };
  if (/upload/i.test(directory)) return { use: 'upload', persistent: true };
  return { use: 'data', persistent: true };
}
