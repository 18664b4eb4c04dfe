import type { JavaSource } from './java-source.js';
export function parseJavaSource(_text: string): JavaSource | undefined {
  return undefined;
}
