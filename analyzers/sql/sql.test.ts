import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { dialectOf } from './dialect.js';
import { sqlAnalyzer } from './index.js';

const run = (files: Record<string, string>) => analyzeFiles(sqlAnalyzer, files);

describe('schema files', () => {
  test('tables come before data before changes', async () => {
    const { of } = await run({
      'sql/data.sql': 'INSERT INTO t VALUES (1);',
      'sql/schema.sql': '-- tables\nCREATE TABLE t (a INT) ENGINE=InnoDB DEFAULT CHARSET=utf8;\n',
      'sql/upgrade_1_to_2.sql': 'CREATE TABLE t2 (a INT);',
    });
    const found = of('database-schema').map((fact) => [
      fact.value.path,
      fact.value.order,
      fact.evidence[0].line,
    ]);
    expect(found.sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
      ['sql/schema.sql', 1, 2],
      ['sql/data.sql', 2, 1],
      ['sql/upgrade_1_to_2.sql', 3, 1],
    ]);
  });

  test('numbers in names decide, as numbers', async () => {
    const { of } = await run({
      'db/V10__c.sql': 'CREATE TABLE c (a INT);',
      'db/V2__b.sql': 'INSERT INTO a VALUES (1);',
      'db/V1_1__a.sql': 'CREATE TABLE a (a INT);',
    });
    const order = of('database-schema').sort((a, b) => a.value.order - b.value.order);
    expect(order.map((fact) => fact.value.path)).toEqual(['db/V1_1__a.sql', 'db/V2__b.sql', 'db/V10__c.sql']);
  });

  test('the character set has its line', async () => {
    const { seen } = await run({
      'a.sql': 'CREATE TABLE t (\n  a INT\n) ENGINE=MyISAM DEFAULT CHARSET=gbk;\n',
    });
    expect(seen('encoding')).toEqual([[{ charset: 'gbk', subject: 'database' }, 'a.sql:3']]);
  });

  test('tests, ways back, queries and examples are no schema', async () => {
    const { facts } = await run({
      'src/test/resources/t.sql': 'CREATE TABLE t (a INT);',
      'sql/rollback.sql': 'DROP TABLE t; CREATE TABLE t (a INT);',
      'sql/report.sql': 'SELECT 1;',
      'sql/routines.sql': 'UPDATE t SET a = 1;',
      'docs/examples/x.sql': 'CREATE TABLE t (a INT);',
    });
    expect(facts).toEqual([]);
  });

  test('a commented table is none', async () => {
    const { facts } = await run({ 'a.sql': '/* CREATE TABLE t (a INT); */\n-- CREATE TABLE u (a INT);\n' });
    expect(facts).toEqual([]);
  });

  test('binary content is passed over', async () => {
    const { facts } = await analyzeFiles(sqlAnalyzer, { 'dump.sql': new Uint8Array([0, 1, 2, 0, 255]) });
    expect(facts).toEqual([]);
  });
});

describe('dialects', () => {
  test.each([
    ['CREATE TABLE `t` (`id` int AUTO_INCREMENT) ENGINE=InnoDB;', 'mysql'],
    ['CREATE TABLE t (id SERIAL, d JSONB);', 'postgresql'],
    ['CREATE TABLE T (ID NUMBER(10), N VARCHAR2(20));\n/', 'oracle'],
    ['CREATE TABLE [dbo].[T] (ID INT IDENTITY(1,1))\nGO', 'sqlserver'],
    ['CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);', 'sqlite'],
    ['CREATE TABLE t (id INT);', undefined],
  ])('%s', (text, product) => {
    expect(dialectOf(text)).toBe(product);
  });
});
