import { sortBy } from '../../model/order.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { phpApplicationOf } from '../php-application.js';
import { isProductFile } from '../php-products.js';
import { dialectOf } from './dialect.js';
import { readScript } from './script.js';
import type { SqlScript } from './script.js';

const by = 'sql';

/** Reads SQL files that create or fill the application's database, in the order in which they are to be run. */
export const sqlAnalyzer: Analyzer = {
  id: by,
  title: { en: 'SQL files', 'zh-CN': 'SQL 脚本' },
  files: ['**/*.sql', '**/*.ddl'],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    const scripts = matched
      .filter((file) => !isAside(file, project))
      .flatMap((file) => readScript(file) ?? []);
    const byUnit = new Map<string, SqlScript[]>();
    for (const script of scripts) {
      const unit = phpApplicationOf(project, script.file.path) ?? script.file.directory;
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), script]);
    }
    const ordered = sortBy(scripts, (script) => orderOf(script));
    for (const [unit, own] of byUnit) {
      for (const script of own) {
        const product = dialectOf(script.text);
        const order = ordered.indexOf(script) + 1;
        const value = { path: script.file.path, ...(product ? { product } : {}), order };
        const line = script.createLine ?? script.insertLine ?? 1;
        collector.add('database-schema', unit, value, script.file.evidence(by, line));
        if (script.charset) {
          const encoding = { charset: script.charset.name, subject: 'database' } as const;
          collector.add('encoding', unit, encoding, script.file.evidence(by, script.charset.line));
        }
      }
    }
    return collector.result();
  },
};

const asidePath =
  /(^|\/)(_?tests?|test-data|fixtures?|examples?|samples?|rollback|undo|down|backups?|bak|old|archive|benchmark)(\/|$)|src\/test\//i;
const asideName =
  /(^|[._-])(rollback|undo|down|drop|uninstall|test|query|report|select|clean(up)?)([._-]|\.sql$|$)|^U\d+__/i;

/** Tests' data, ways back, queries, and steps from one version of a product to the next. */
function isAside(file: SourceFile, project: Project): boolean {
  return (
    file.archive !== '' ||
    asidePath.test(file.directory) ||
    asideName.test(file.name) ||
    isProductFile(project, file.path)
  );
}

const schemaWords = /schema|ddl|create|struct|table|init|install|建表|结构/i;
const dataWords = /data|dml|insert|seed|demo|sample|数据/i;
const changeWords = /upgrade|update|patch|alter|migrat|升级/i;

/** Numbers in names first (`V1__`, `01_`, `1.2.0`); else tables before data before changes; then by path. */
function orderOf(script: SqlScript): (string | number)[] {
  const { name, directory, path } = script.file;
  const flyway = /^[VB](\d+(?:[._]\d+)*)__/.exec(name)?.[1];
  const leading = /^(\d+(?:[._-]\d+)*)/.exec(name)?.[1];
  const number = flyway ?? leading;
  const numbers = (number ?? '').split(/[._-]/).map(Number);
  const repeatable = name.startsWith('R__') ? 1 : 0;
  const creates = script.createLine !== undefined;
  const kind = changeWords.test(name)
    ? 3
    : creates && !(dataWords.test(name) && !schemaWords.test(name))
      ? schemaWords.test(name)
        ? 0
        : 1
      : 2;
  const weight = script.createsDatabase && !creates ? 0 : 1;
  if (number !== undefined)
    return [directory, weight, repeatable, numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0, kind, path];
  return [directory, weight, repeatable, 0, 0, kind, 0, path];
}
