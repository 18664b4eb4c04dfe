/** Reads big-endian values one after the other. Beyond the end it answers 0 and `failed`. */
export interface ByteReader {
  readonly position: number;
  readonly failed: boolean;
  u1(): number;
  u2(): number;
  u4(): number;
  skip(length: number): void;
  bytes(length: number): Uint8Array;
}

/** A reader at the first byte. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  let position = 0;
  let failed = false;
  const take = (length: number): number => {
    const start = position;
    if (length < 0 || start + length > bytes.byteLength) failed = true;
    position = failed ? bytes.byteLength : start + length;
    return start;
  };
  const at = (offset: number): number => bytes[offset] ?? 0;
  const u2 = (): number => {
    const start = take(2);
    return failed ? 0 : (at(start) << 8) | at(start + 1);
  };
  return {
    get position() {
      return position;
    },
    get failed() {
      return failed;
    },
    u1: () => {
      const start = take(1);
      return failed ? 0 : at(start);
    },
    u2,
    u4: () => {
      const high = u2();
      return high * 65_536 + u2();
    },
    skip: (length) => {
      take(length);
    },
    bytes: (length) => {
      const start = take(length);
      return failed ? bytes.subarray(0, 0) : bytes.subarray(start, start + length);
    },
  };
}
