/** The head of a class file with an empty body: enough for whoever reads its version. Source: JVMS 4.1. */
export function classBytes(major: number): Uint8Array {
  return Uint8Array.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, major >> 8, major & 0xff, 0, 1, 0, 0x21, 0, 0, 0, 0]);
}
