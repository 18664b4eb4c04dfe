/** The head of a class file with an empty body: enough for whoever reads its version. Source: JVMS 4.1. */
export function classBytes(major: number): Uint8Array {
  return Uint8Array.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, major >> 8, major & 0xff, 0, 1, 0, 0x21, 0, 0, 0, 0]);
}

/** A whole class `a/B` without members that refers to other classes, `javax/xml/bind/JAXBContext`. Source: JVMS 4.1, 4.4. */
export function classBytesUsing(major: number, classes: readonly string[]): Uint8Array {
  const pool = ['a/B', ...classes].flatMap((name, index) => {
    const text = Buffer.from(name);
    return [1, 0, text.length, ...text, 7, 0, index * 2 + 1];
  });
  const count = (classes.length + 1) * 2 + 1;
  const head = [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, major, 0, count];
  const [access, itself, none] = [
    [0, 0x21],
    [0, 2],
    [0, 0],
  ];
  return Uint8Array.from([
    ...head,
    ...pool,
    ...access,
    ...itself,
    ...none,
    ...none,
    ...none,
    ...none,
    ...none,
  ]);
}
