import { findSecrets } from './find-secrets.js';

/** Replaces known secret values, and lines that look as if they held one, by `***`: for logs that people see. */
export function maskSecrets(text: string, values: readonly string[] = []): string {
  let masked = text;
  // The longest first, so that a value that contains another does not stay half visible.
  for (const value of [...values].sort((a, b) => b.length - a.length)) {
    if (value.length >= 4) masked = masked.replaceAll(value, '***');
  }
  const lines = masked.split('\n');
  for (const { line } of findSecrets(masked)) lines[line - 1] = maskLine(lines[line - 1] ?? '');
  return lines.join('\n');
}

function maskLine(line: string): string {
  const masked = line
    .replace(/(:\/\/[^\s/:@]*:)[^\s/@]+@/g, '$1***@')
    .replace(
      /((?:password|passwd|pwd|secret|token|key)["']?\s*(?:=>|[=:,>])\s*)("[^"]*"|'[^']*'|[^\s,;&<"']+)/gi,
      '$1***',
    );
  return masked === line ? '***' : masked;
}
