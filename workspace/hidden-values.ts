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
