import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Reads files on disk into one buffer, which grows as needed: most are searched and forgotten. What it answers holds
 * until it is asked again; undefined where a file can't be read or is too large.
 */
export function createFileReader(maxBytes: number): (location: string) => Uint8Array | undefined {
  let buffer = Buffer.allocUnsafeSlow(256 * 1024);
  return (location) => {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(location, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      const { size } = fstatSync(descriptor);
      if (size > maxBytes) return undefined;
      if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(size * 2);
      return buffer.subarray(0, readSync(descriptor, buffer, 0, size, 0));
    } catch {
      // Whoever asks for the file reads it again, and reports what is wrong.
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
}
