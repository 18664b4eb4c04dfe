import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../model/problem.js';
import { systemsForm } from '../forms/systems.js';
import { importTables } from '../importing/import-tables.js';
import type { AnyEntry } from '../inventory.js';
import type { Table } from '../tables/table.js';
import { readCsv, writeCsv } from './csv.js';
import { readYaml, writeYaml } from './yaml.js';

const rows: readonly AnyEntry[] = [
  {
    row: {
      name: '订单系统',
      languages: ['Java 8', 'PHP(5.6,7.4)'],
      criticality: 'core',
      rtoHours: 0.5,
      users: 12_000,
    },
    places: [],
  },
  { row: { name: '=cmd|calc', owner: '-Li, "Wei"', remarks: 'two\nlines' }, places: [] },
];

function readBack(read: (report: (problem: Problem) => void) => Table) {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const { systems } = importTables([read(report)], report);
  return {
    rows: systems.map(({ row }) => row),
    places: systems.map(({ places }) => places[0]?.row),
    problems,
  };
}

describe('a directory of YAML', () => {
  test('keeps every answer, with its line', () => {
    const text = writeYaml(systemsForm, rows, 'en');
    const back = readBack((report) => readYaml({ file: 'systems.yaml', name: 'systems', text }, report));
    expect(back.problems).toEqual([]);
    expect(back.rows).toEqual(rows.map(({ row }) => row));
    expect(back.places.map((line) => text.split('\n')[(line ?? 0) - 1])).toEqual([
      '- name: 订单系统',
      '- name: =cmd|calc',
    ]);
    expect(text).toMatch(/^# Business systems: .*\n# {3}name \* {2}Business system\n/);
  });

  test('reports what is no list, with its line', () => {
    const back = readBack((report) => readYaml({ file: 's.yaml', name: 's', text: 'a: 1\nb: [\n' }, report));
    expect(back.problems).toMatchObject([{ code: 'yaml-invalid', file: 's.yaml' }]);
  });
});

describe('a directory of CSV', () => {
  test('keeps every answer and writes no formula', () => {
    const text = writeCsv(systemsForm, rows);
    expect(text).not.toMatch(/(?:^|,)"?[=@-]/m);
    const back = readBack((report) => readCsv({ file: 'systems.csv', name: 'systems', text }, report));
    expect(back.problems).toEqual([]);
    expect(back.rows).toEqual(rows.map(({ row }) => row));
  });

  test('reads semicolons and tabs between the cells', () => {
    for (const sign of [';', '\t']) {
      const text =
        ['系统名称', '用户数', '开发语言'].join(sign) + '\n' + ['订单系统', '1,200', 'Java'].join(sign);
      const back = readBack((report) => readCsv({ file: 'a.csv', name: 'a', text }, report));
      expect(back.rows).toEqual([{ name: '订单系统', languages: ['Java'], users: 1200 }]);
    }
  });
});
