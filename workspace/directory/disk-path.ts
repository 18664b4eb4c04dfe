import { Buffer } from 'node:buffer';
import { decodeText } from '../encoding.js';

/** A path on disk; bytes where its name is no UTF-8, as on old Chinese servers. */
export type DiskPath = string | Buffer;

/** A path below a directory. */
export function joinDiskPath(directory: DiskPath, name: DiskPath): DiskPath {
  if (typeof directory === 'string' && typeof name === 'string') {
    return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
  }
  return Buffer.concat([Buffer.from(directory), Buffer.from('/'), Buffer.from(name)]);
}

/** A file's name for people and globs. */
export function decodeDiskName(name: DiskPath): string {
  return typeof name === 'string' ? name : (decodeText(name)?.text ?? name.toString('latin1'));
}
