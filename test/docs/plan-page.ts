import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { code, page, table } from './markdown.js';
import type { Say } from './markdown.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
}

type Definitions = Readonly<Record<string, Schema>>;

function readDefinitions(): Definitions {
  const { definitions } = JSON.parse(readFileSync('model/plan.schema.json', 'utf8')) as {
    definitions: Definitions;
  };
  return Object.fromEntries(
    Object.entries(definitions).filter(([, { properties }]) => properties !== undefined),
  );
}

/** What the schema says of definitions and fields, by `Definition` or `Definition.field`. */
export function schemaDescriptions(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readDefinitions()).flatMap(([name, { description, properties = {} }]) => [
      ...(description === undefined ? [] : [[name, description] as const]),
      ...Object.entries(properties).flatMap(([field, one]) =>
        one.description === undefined ? [] : [[`${name}.${field}`, one.description] as const],
      ),
    ]),
  );
}

/** The same in Chinese: the schema itself has one language. */
export function chineseDescriptions(): Readonly<Record<string, string>> {
  return parse(readFileSync('test/docs/plan-fields.zh-CN.yaml', 'utf8')) as Readonly<Record<string, string>>;
}

/** `docs/reference/plan.md`: every field of `drydock.yaml`, from its JSON Schema. */
export function printPlanPage(say: Say): string {
  const definitions = readDefinitions();
  const names = Object.keys(definitions);
  const [english, chinese] = [schemaDescriptions(), chineseDescriptions()];
  const describe = (key: string): string => say({ en: english[key] ?? '', 'zh-CN': chinese[key] ?? '' });
  const sorted = ['Plan', ...names.filter((name) => name !== 'Plan').sort()];
  return page([
    say({ en: '# The plan: drydock.yaml', 'zh-CN': '# 计划文件参考：drydock.yaml' }),
    say({
      en: 'Every field of the plan, from its JSON Schema (`model/plan.schema.json`), which editors use through the first line of the file. Any value may be edited: planning again keeps the edits. The Kubernetes version of a new plan is the newest that Drydock has schemas for, whatever cluster answers, so that the same input gives the same plan; `--kubernetes-version` chooses another.',
      'zh-CN':
        '计划文件的全部字段，取自 JSON Schema（`model/plan.schema.json`，编辑器通过文件首行自动识别）。任何值都可以修改，重新规划时会保留。新计划的 Kubernetes 版本取内置 schema 中的最新版本，与当前连接的集群无关，以保证相同输入得到相同计划；可用 `--kubernetes-version` 指定其他版本。',
    }),
    ...sorted.flatMap((name) => printDefinition(name, { schema: definitions[name] ?? {}, say, describe })),
  ]);
}

function printDefinition(
  name: string,
  { schema, say, describe }: { schema: Schema; say: Say; describe: (key: string) => string },
): string[] {
  const head = [
    say({ en: 'Field', 'zh-CN': '字段' }),
    say({ en: 'Type', 'zh-CN': '类型' }),
    say({ en: 'Required', 'zh-CN': '必填' }),
    say({ en: 'Meaning', 'zh-CN': '说明' }),
  ];
  const yes = say({ en: 'yes', 'zh-CN': '是' });
  const rows = Object.entries(schema.properties ?? {}).map(([field, one]) => [
    code(field),
    describeType(one),
    schema.required?.includes(field) === true ? yes : '',
    describe(`${name}.${field}`),
  ]);
  return [`## ${name}`, describe(name), table(head, rows)];
}

function describeType(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(' ');
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.anyOf) return schema.anyOf.map(describeType).join(', ');
  if (schema.type === 'array') return `${describeType(schema.items ?? {})} […]`;
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') {
    return `{name: ${describeType(schema.additionalProperties)}}`;
  }
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any']);
  return types.join(', ');
}
