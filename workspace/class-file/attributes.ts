import type { ByteReader } from './byte-reader.js';
import type { ConstantPool } from './constant-pool.js';

/** What attributes add to a class file. */
export interface AttributeSink {
  readonly annotations: Set<string>;
  sourceFile: string | undefined;
}

/** Reads an attribute table: annotations visible at run time, and the source's name; the rest is skipped. */
export function readAttributes(reader: ByteReader, pool: ConstantPool, sink: AttributeSink): void {
  for (let count = reader.u2(); count > 0 && !reader.failed; count--) {
    const name = pool.utf8(reader.u2());
    const length = reader.u4();
    const end = reader.position + length;
    if (name === 'SourceFile') sink.sourceFile = pool.utf8(reader.u2());
    if (name === 'RuntimeVisibleAnnotations') readAnnotations(reader, pool, sink);
    reader.skip(end - reader.position);
  }
}

function readAnnotations(reader: ByteReader, pool: ConstantPool, sink: AttributeSink): void {
  for (let count = reader.u2(); count > 0 && !reader.failed; count--) readAnnotation(reader, pool, sink, 0);
}

function readAnnotation(reader: ByteReader, pool: ConstantPool, sink: AttributeSink, depth: number): void {
  const type = /^L([^;]+);$/.exec(pool.utf8(reader.u2()) ?? '')?.[1];
  if (type !== undefined && depth === 0) sink.annotations.add(type.replaceAll('/', '.'));
  for (let pairs = reader.u2(); pairs > 0 && !reader.failed; pairs--) {
    reader.skip(2);
    readElement(reader, pool, sink, depth);
  }
}

/** Elements have to be read to know where the next annotation begins. Source: JVMS 4.7.16.1. */
function readElement(reader: ByteReader, pool: ConstantPool, sink: AttributeSink, depth: number): void {
  const tag = String.fromCharCode(reader.u1());
  if (depth > 100) reader.skip(-1);
  else if (tag === 'e') reader.skip(4);
  else if (tag === '@') readAnnotation(reader, pool, sink, depth + 1);
  else if (tag === '[') {
    for (let count = reader.u2(); count > 0 && !reader.failed; count--) {
      readElement(reader, pool, sink, depth + 1);
    }
  } else reader.skip(2);
}
