import type { ByteReader } from './byte-reader.js';
import type { ClassFile } from './class-file.js';
import { decodeModifiedUtf8 } from './modified-utf8.js';

/** The constants of a class file, by index. */
export interface ConstantPool {
  readonly utf8: (index: number) => string | undefined;
  readonly className: (index: number) => string | undefined;
  readonly classes: () => readonly string[];
  readonly calls: () => ClassFile['calls'];
  readonly strings: () => readonly string[];
}

type Constant =
  | { readonly kind: 'utf8'; readonly bytes: Uint8Array }
  | { readonly kind: 'class' | 'string'; readonly name: number }
  | { readonly kind: 'method' | 'name-and-type'; readonly first: number; readonly second: number };

/** Lengths of the constants that nothing here needs, by tag. Source: JVMS table 4.4-A. */
const otherLengths: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  9: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/** Reads the constant pool; an unknown tag ends the reading, as its length is unknown too. */
export function readConstantPool(reader: ByteReader): ConstantPool {
  const constants: (Constant | undefined)[] = [undefined];
  for (let count = reader.u2(); constants.length < count && !reader.failed;) {
    const tag = reader.u1();
    constants.push(readConstant(reader, tag));
    // Long and double take two places.
    if (tag === 5 || tag === 6) constants.push(undefined);
  }
  return describePool(constants);
}

function readConstant(reader: ByteReader, tag: number): Constant | undefined {
  switch (tag) {
    case 1:
      return { kind: 'utf8', bytes: reader.bytes(reader.u2()) };
    case 7:
      return { kind: 'class', name: reader.u2() };
    case 8:
      return { kind: 'string', name: reader.u2() };
    case 10:
    case 11:
      return { kind: 'method', first: reader.u2(), second: reader.u2() };
    case 12:
      return { kind: 'name-and-type', first: reader.u2(), second: reader.u2() };
    default:
      // -1 fails the reader.
      reader.skip(otherLengths[tag] ?? -1);
      return undefined;
  }
}

function describePool(constants: readonly (Constant | undefined)[]): ConstantPool {
  const utf8 = (index: number): string | undefined => {
    const constant = constants[index];
    return constant?.kind === 'utf8' ? decodeModifiedUtf8(constant.bytes) : undefined;
  };
  const className = (index: number): string | undefined => {
    const constant = constants[index];
    return constant?.kind === 'class' ? elementName(utf8(constant.name)) : undefined;
  };
  const classes = (): readonly string[] => {
    const names = constants.map((constant, index) =>
      constant?.kind === 'class' ? className(index) : undefined,
    );
    return [...new Set(names.filter((name) => name !== undefined))].sort();
  };
  const calls = (): ClassFile['calls'] =>
    constants.flatMap((constant) => {
      if (constant?.kind !== 'method') return [];
      const called = constants[constant.second];
      const owner = className(constant.first);
      if (called?.kind !== 'name-and-type' || owner === undefined) return [];
      const [name, descriptor] = [utf8(called.first), utf8(called.second)];
      return name === undefined || descriptor === undefined ? [] : { owner, name, descriptor };
    });
  const strings = (): readonly string[] =>
    constants.flatMap((constant) => (constant?.kind === 'string' ? (utf8(constant.name) ?? []) : []));
  return { utf8, className, classes, calls, strings };
}

/** `[Ljava/io/File;` is an array of java.io.File; arrays of primitives name no class. */
function elementName(internal: string | undefined): string | undefined {
  if (internal?.startsWith('[') !== true) return internal?.replaceAll('/', '.');
  return /^\[+L([^;]+);$/.exec(internal)?.[1]?.replaceAll('/', '.');
}
