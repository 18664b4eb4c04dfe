import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../model/problem.js';
import type { Table } from '../tables/table.js';
import { importTables } from './import-tables.js';

function table(name: string, rows: readonly (readonly string[])[], file = 'a.xlsx'): Table {
  return { file, name, addressing: 'cells', rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
}

function importAll(...tables: readonly Table[]) {
  const problems: Problem[] = [];
  const inventory = importTables(tables, (problem) => problems.push(problem));
  return { inventory, problems, codes: problems.map(({ code }) => code) };
}

describe('importTables', () => {
  test('finds the headings below a title, in any order and under other names', () => {
    const { inventory, problems } = importAll(
      table('服务器清单', [
        ['某银行服务器清单', '', '', ''],
        ['填报人：张三', '', '', ''],
        ['序号', 'IP地址', '服务器名称', '内存'],
        ['', '10.8.0.21', 'app-01', '32G'],
      ]),
    );
    expect(inventory.hosts).toEqual([
      {
        row: { name: 'app-01', address: ['10.8.0.21'], memoryGb: 32 },
        places: [{ file: 'a.xlsx', sheet: '服务器清单', row: 4 }],
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('skips totals, repeated headings and empty rows', () => {
    const head = ['机房', '环境类型', '小机数量', 'PC Server 数量'];
    const { inventory, problems } = importAll(
      table('主机情况', [
        head,
        ['主机房', '生产', '2', '40'],
        ['小计', '', '2', '40'],
        ['', '', '', ''],
        head,
        ['主机房', '测试', '', '12'],
        ['', '合计', '2', '52'],
      ]),
    );
    expect(inventory['host-counts'].map(({ row }) => row)).toEqual([
      { room: '主机房', environment: 'production', minicomputers: 2, rackServers: 40 },
      { room: '主机房', environment: 'test', rackServers: 12 },
    ]);
    expect(problems).toEqual([]);
  });

  test('reports a cell that can’t be understood by its sheet and address, and keeps the rest of the row', () => {
    const { inventory, problems } = importAll(
      table('hosts', [
        ['Host name', 'CPU cores', 'In service since'],
        ['app-01', 'two sockets', '2019-06-01'],
      ]),
    );
    expect(inventory.hosts[0]?.row).toEqual({ name: 'app-01', purchased: '2019-06-01' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'survey-cell', file: 'a.xlsx!hosts', line: 2 });
    expect(problems[0]?.message.en).toContain('B2');
    expect(problems[0]?.message['zh-CN']).toContain('two sockets');
  });

  test('reports rows without what they need, columns that no form has and tables that are none', () => {
    const { inventory, codes } = importAll(
      table('Rooms', [
        ['Machine room', 'Location', 'Fire brigade'],
        ['', 'Hangzhou', ''],
        ['Main', 'Hangzhou', 'yes'],
      ]),
      table('Canteen', [['Dish', 'Price']]),
    );
    expect(inventory.rooms.map(({ row }) => row)).toEqual([{ name: 'Main', location: 'Hangzhou' }]);
    expect(codes).toEqual(['survey-column', 'survey-row', 'survey-table']);
  });

  test('merges several people’s copies: gaps are filled, contradictions shown with both places', () => {
    const { inventory, problems } = importAll(
      table('业务系统', [
        ['业务系统', '用户数', '数据库', '负责人'],
        ['订单系统', '12000', 'MySQL 5.7', ''],
      ]),
      table(
        '业务系统',
        [
          ['业务系统', '用户数', '数据库', '负责人'],
          ['订单 系统', '1.5万', 'mysql 5.7', '李伟'],
        ],
        'b.xlsx',
      ),
    );
    expect(inventory.systems.map(({ row }) => row)).toEqual([
      { name: '订单系统', databases: ['MySQL 5.7'], users: 12_000, owner: '李伟' },
    ]);
    expect(inventory.systems[0]?.places.map(({ file }) => file)).toEqual(['a.xlsx', 'b.xlsx']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'survey-conflict', file: 'b.xlsx', line: 2 });
    expect(problems[0]?.message.en).toMatch(
      /“12000” at a\.xlsx 业务系统!2 but “15000” at b\.xlsx 业务系统!2/,
    );
  });

  test('does not import the guide and the examples', () => {
    const { inventory, problems } = importAll(
      table('填写示例', [
        ['主机名', 'IP 地址', '机房'],
        ['order-app-01', '10.8.0.21', 'Main'],
      ]),
    );
    expect(inventory.hosts).toEqual([]);
    expect(problems).toEqual([]);
  });
});
