import type { Evidence } from '../model/evidence.js';
import { maskSecrets } from './mask.js';

/** Files whose quoted literals alone are values. */
export const codeFiles =
  /\.(?:java|jsp[xf]?|php\d?|phtml|inc|js|mjs|cjs|jsx|ts|tsx|groovy|kt|scala|cs|py|rb|go|c|h|cpp)$/i;

/** Builds the evidence of a line: trimmed, masked, then cut, so that no half of a secret stays at the end. */
export function evidenceOf(
  place: { file: string; line?: number | undefined; by: string },
  lines: readonly string[],
  excerptLength: number,
): Evidence {
  const { file, line, by } = place;
  const text = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || text === undefined) return { file, ...(line === undefined ? {} : { line }), by };
  const syntax = codeFiles.test(file) ? 'code' : 'configuration';
  // A line of megabytes is no reading matter: what lies beyond this can't reach the excerpt.
  const excerpt = maskSecrets(text.trimStart().slice(0, excerptLength * 8), {
    syntax,
    before: lines.slice(Math.max(0, line - 4), line - 1),
  }).trim();
  return { file, line, ...(excerpt === '' ? {} : { excerpt: cut(excerpt, excerptLength) }), by };
}

/** At most `length` UTF-16 units, never half a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 2)) ? length - 2 : length - 1;
  return `${text.slice(0, end)}…`;
}
