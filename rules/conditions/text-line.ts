import type { SourceFile } from '../../workspace/project.js';
import { remember, searchText, type Scope } from '../engine/scope.js';

/**
 * The line that the reference reports for a node: not where it stands, but the first place in the file where up to
 * five lines of its text occur. Undefined when they occur nowhere.
 */
export function searchTextLine(
  scope: Scope,
  file: SourceFile,
  innerText: string,
  name: string,
): number | undefined {
  const wanted = (innerText.trim() || name)
    .split('\n')
    .slice(0, 5)
    .map((line) => line.trim());
  if (wanted[0] === '') wanted.shift();
  if (wanted.at(-1) === '') wanted.pop();
  if (wanted.length === 0) return undefined;
  const lines = remember(scope, `trimmed:${file.path}`, () =>
    searchText(scope, file)
      .split('\n')
      .map((line) => line.trim().replaceAll('\t', '')),
  );
  const size = wanted.length;
  for (let current = 0; current < lines.length; current++) {
    const window = lines.slice(Math.max(0, current - size + 1), current + 1);
    if (occursInOrder(window.join('\n'), wanted)) return Math.max(1, current - size + 2);
  }
  return undefined;
}

/** Texts one after the other with anything between: what joining them with lazy gaps in a regexp means. */
function occursInOrder(text: string, wanted: readonly string[]): boolean {
  let position = 0;
  for (const part of wanted) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return true;
}
