import { readAttributes } from './attributes.js';
import { createByteReader } from './byte-reader.js';
import type { ByteReader } from './byte-reader.js';
import type { ClassFile } from './class-file.js';
import { readConstantPool } from './constant-pool.js';
import type { ConstantPool } from './constant-pool.js';

/** A class file as far as it could be read; `fault` says why no further. */
export interface ParsedClassFile {
  readonly classFile: ClassFile | undefined;
  readonly fault: string | undefined;
}

interface Draft {
  major: number;
  name: string;
  superName: string | undefined;
  interfaces: readonly string[];
  annotations: Set<string>;
  sourceFile: string | undefined;
}

/**
 * Reads a class file. A truncated one gives what stands before the break, at least its version.
 * https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html
 */
export function parseClassFile(bytes: Uint8Array): ParsedClassFile {
  const reader = createByteReader(bytes);
  if (bytes.byteLength < 10 || reader.u4() !== 0xcafebabe) {
    return { classFile: undefined, fault: 'it does not begin like one' };
  }
  reader.skip(2);
  const draft: Draft = {
    major: reader.u2(),
    name: '',
    superName: undefined,
    interfaces: [],
    annotations: new Set(),
    sourceFile: undefined,
  };
  const pool = readConstantPool(reader);
  if (!reader.failed) readBody(reader, pool, draft);
  const { annotations, ...rest } = draft;
  const classFile = {
    ...rest,
    references: pool.classes(),
    calls: pool.calls(),
    strings: pool.strings(),
    annotations: [...annotations].sort(),
  };
  return { classFile, fault: reader.failed ? 'it ends too early' : undefined };
}

function readBody(reader: ByteReader, pool: ConstantPool, draft: Draft): void {
  reader.skip(2);
  draft.name = pool.className(reader.u2()) ?? '';
  draft.superName = pool.className(reader.u2());
  const interfaces: string[] = [];
  for (let count = reader.u2(); count > 0 && !reader.failed; count--) {
    const name = pool.className(reader.u2());
    if (name !== undefined) interfaces.push(name);
  }
  draft.interfaces = interfaces;
  // Fields, then methods: their tables have the same shape.
  for (let table = 0; table < 2; table++) {
    for (let count = reader.u2(); count > 0 && !reader.failed; count--) {
      reader.skip(6);
      readAttributes(reader, pool, draft);
    }
  }
  readAttributes(reader, pool, draft);
}
