import type { ClassFile } from './class-file.js';
export function parseClassFile(_bytes: Uint8Array): ClassFile | undefined {
  return undefined;
}
