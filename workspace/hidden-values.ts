import { codeFiles } from './evidence.js';
import { mask, maskSecrets } from './mask.js';
import type { MaskOptions } from './mask.js';

/** The secrets that masking hides in a line: for checks that must look for them elsewhere, never for output. */
export function hiddenValues(line: string, options: MaskOptions = {}): string[] {
  const masked = maskSecrets(line, options);
  if (masked === line) return [];
  const around = masked.split(mask).map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const values = new RegExp(`^${around.join('([^]+?)')}$`).exec(line)?.slice(1) ?? [];
  return values.map((value) => value.trim()).filter((value) => value !== '' && value !== mask);
}

/** Every secret that masking finds in a text, with its 1-based line. */
export function findSecrets(text: string, file: string): { line: number; value: string }[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const syntax = codeFiles.test(file) ? 'code' : 'configuration';
  return lines.flatMap((line, i) =>
    hiddenValues(line, { syntax, before: lines.slice(Math.max(0, i - 3), i) }).map((value) => ({
      line: i + 1,
      value,
    })),
  );
}
