import { deflateRawSync } from 'node:zlib';

/** A member of an archive to be made for a test. */
export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly method?: number;
  /** What the headers say, where that is not the truth. */
  readonly claimedSize?: number;
  readonly mode?: number;
  /** The local header leaves sizes to a descriptor behind the data, as streaming writers do. */
  readonly descriptor?: boolean;
}

/** The bytes of a ZIP archive, members in the order given, right or wrong as asked. */
export function zipBytes(members: readonly ZipMember[], options: { prefix?: Uint8Array } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(options.prefix ?? [])];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { local, central } = packMember(member, offset);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function packMember(member: ZipMember, offset: number): { local: Buffer; central: Buffer } {
  const name = Buffer.from(member.name);
  const content = Buffer.from(member.content);
  const data = member.stored ? content : deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((member.encrypted ? 1 : 0) | (member.descriptor ? 8 : 0), 2);
  fields.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 4);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(member.claimedSize ?? content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const localFields = Buffer.from(fields);
  if (member.descriptor) localFields.fill(0, 10, 22);
  const descriptor = member.descriptor
    ? Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), fields.subarray(10, 22)])
    : Buffer.alloc(0);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE((3 << 8) | 20, 4);
  fields.copy(central, 6);
  central.writeUInt16LE(0, 30);
  central.writeUInt32LE((member.mode ?? 0o644) << 16, 38);
  central.writeUInt32LE(offset, 42);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), localFields, name, data, descriptor]),
    central: Buffer.concat([central, name]),
  };
}
