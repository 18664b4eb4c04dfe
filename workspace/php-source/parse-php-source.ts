import type { PhpSource } from './php-source.js';
export function parsePhpSource(_text: string): PhpSource | undefined {
  return undefined;
}
