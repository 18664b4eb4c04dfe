import type { SourceFile } from '../../workspace/project.js';
import { searchText, type Scope } from '../engine/scope.js';

/** The reference reads the lines of its own providers as 0-based, so their snippets sit one line lower. */
const shift = { builtin: 1, java: 0 } as const;

/** The code around a line, numbered, as Konveyor shows it. */
export function makeSnippet(
  scope: Scope,
  file: SourceFile,
  line: number,
  options: { readonly style: 'builtin' | 'java'; readonly contextLines: number },
): string {
  const text = searchText(scope, file);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const centre = line + shift[options.style];
  const first = Math.max(1, centre - options.contextLines);
  const last = centre + options.contextLines;
  const width = String(last).length;
  const shown = lines
    .slice(first - 1, last)
    .map((content, index) => `${String(first + index).padStart(width)}  ${content}`);
  if (options.style === 'java') return shown.map((content) => `\n${content.trim()}`).join('');
  return shown.join('\n') + (last >= lines.length ? '\n' : '');
}
