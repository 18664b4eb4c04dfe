import { describe, expect, test } from '@jest/globals';
import { inspectContainer } from './inspect-container.js';

/** A zip's directory alone, as far as it is looked at. */
function directoryOf(entries: readonly (readonly [name: string, size: number])[]): Buffer {
  const records = entries.map(([name, size]) => {
    const record = Buffer.alloc(46 + name.length);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt32LE(size, 24);
    record.writeUInt16LE(name.length, 28);
    record.write(name, 46, 'latin1');
    return record;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([...records, end]);
}

describe('inspectContainer', () => {
  test.each<{ what: string; entries: Parameters<typeof directoryOf>[0] }>([
    { what: 'one member of 3 GB', entries: [['xl/worksheets/sheet1.xml', 3 * 1024 ** 3]] },
    {
      what: 'many members that together are too large',
      entries: Array.from({ length: 20 }, (_, i) => [`s${i}.xml`, 60 * 1024 ** 2]),
    },
    { what: '100 MB out of a few bytes', entries: [['xl/sharedStrings.xml', 100 * 1024 ** 2]] },
  ])('refuses $what before it is unpacked', ({ entries }) => {
    expect(inspectContainer(directoryOf(entries))).toMatchObject({ code: 'workbook-too-large', fatal: true });
  });

  test('mentions macros, and reads on', () => {
    const fault = inspectContainer(directoryOf([['xl/vbaProject.bin', 4000]]));
    expect(fault).toMatchObject({ code: 'workbook-macros', fatal: false });
  });

  test('has nothing to say about an ordinary workbook', () => {
    expect(inspectContainer(directoryOf([['xl/workbook.xml', 4000]]))).toBeUndefined();
  });
});
