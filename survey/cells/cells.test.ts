import { describe, expect, test } from '@jest/globals';
import { environments } from '../forms/choices.js';
import { say } from '../forms/form.js';
import type { Column } from '../forms/form.js';
import { parseCell } from './parse-cell.js';

const words = { title: say('T', '标题'), hint: say('h', '提示') };
const column = {
  text: { id: 'a', type: 'text', ...words },
  list: { id: 'a', type: 'list', ...words },
  integer: { id: 'a', type: 'number', integer: true, ...words },
  memory: { id: 'a', type: 'number', unit: 'GB', ...words },
  storage: { id: 'a', type: 'number', unit: 'TB', ...words },
  percent: { id: 'a', type: 'number', unit: 'percent', ...words },
  hours: { id: 'a', type: 'number', unit: 'hours', ...words },
  load: { id: 'a', type: 'number', unit: 'per-second', ...words },
  link: { id: 'a', type: 'number', unit: 'Mbit/s', ...words },
  date: { id: 'a', type: 'date', ...words },
  environment: { id: 'a', type: 'choice', choices: environments, ...words },
} satisfies Record<string, Column>;

const read = (text: string, kind: keyof typeof column) => {
  const parsed = parseCell(text, column[kind]);
  return parsed.is === 'value' ? parsed.value : parsed.is;
};

describe('parseCell', () => {
  test.each([
    ['１２８', 'memory', 128],
    ['128G', 'memory', 128],
    ['128 GB', 'memory', 128],
    ['2T', 'memory', 2048],
    ['65536 MB', 'memory', 64],
    ['1,024', 'memory', 1024],
    ['512GB', 'storage', 0.5],
    ['35％', 'percent', 35],
    ['35.5 %', 'percent', 35.5],
    ['30分钟', 'hours', 0.5],
    ['≤4小时', 'hours', 4],
    ['1 day', 'hours', 24],
    ['15 min', 'hours', 0.25],
    ['350 TPS', 'load', 350],
    ['6000次/分钟', 'load', 100],
    ['10GE', 'link', 10_000],
    ['100Mbps', 'link', 100],
    ['1.2万', 'integer', 12_000],
    ['约 300', 'integer', 300],
    ['16核', 'integer', 16],
    ['３ 台', 'integer', 3],
  ] as const)('reads %s as %s: %s', (text, kind, value) => {
    expect(read(text, kind)).toBe(value);
  });

  test.each([
    ['2路16核', 'integer'],
    ['1.5', 'integer'],
    ['-3', 'integer'],
    ['16 GB', 'integer'],
    ['128 小时', 'memory'],
    ['very large', 'memory'],
    ['3-5', 'hours'],
    ['1,2', 'memory'],
    ['staging', 'environment'],
    ['31.02.2026', 'date'],
    ['3/4/2026', 'date'],
    ['soon', 'date'],
  ] as const)('does not understand %s as %s', (text, kind) => {
    expect(read(text, kind)).toBe('not-understood');
  });

  test.each(['', '  ', '-', '—', 'N/A', '无', '待定', '未知', '?'])('takes %j for an empty cell', (text) => {
    expect(read(text, 'text')).toBe('empty');
    expect(read(text, 'integer')).toBe('empty');
    expect(read(text, 'environment')).toBe('empty');
  });

  test.each([
    ['2026-03-31', '2026-03-31'],
    ['2026/3/1', '2026-03-01'],
    ['２０２６．３．１', '2026-03-01'],
    ['2026年3月31日', '2026-03-31'],
    ['2026年3月', '2026-03-01'],
    ['20260331', '2026-03-31'],
    ['2026-03-31 14:00:00', '2026-03-31'],
    ['2026-03-31T14:00:00Z', '2026-03-31'],
    ['31.3.2026', '2026-03-31'],
    ['3/31/2026', '2026-03-31'],
    ['31 Mar 2026', '2026-03-31'],
    ['March 31st, 2026', '2026-03-31'],
    ['46112', '2026-03-31'],
    ['2018', '2018-01-01'],
  ])('reads the day %s', (text, day) => {
    expect(read(text, 'date')).toBe(day);
  });

  test.each([
    ['生产', 'production'],
    ['生产环境', 'production'],
    ['PRD', 'production'],
    ['Test', 'test'],
    ['ＤＲ', 'disaster-recovery'],
    ['同城灾备', 'disaster-recovery'],
  ])('finds the choice %s', (text, id) => {
    expect(read(text, 'environment')).toBe(id);
  });

  test('splits lists at the separators of both languages, not inside parentheses', () => {
    expect(read('Java 8、PHP（5.6，7.4）; C++\nGo,Java 8', 'list')).toEqual([
      'Java 8',
      'PHP(5.6,7.4)',
      'C++',
      'Go',
    ]);
  });
});
