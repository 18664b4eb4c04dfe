import {
  type CollectionTag,
  type Document,
  isMap,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type ScalarTag,
  type Tags,
} from 'yaml';
import { sortBy } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import type { Text } from '../../model/text.js';
import type { ConditionKinds } from './condition.js';
import { parseDrydockBlock } from './parse-drydock-block.js';
import { mappingOf, mappingsOf, textOf, textsOf } from './parameters.js';
import { parseWhen } from './parse-condition.js';
import type { CustomVariable, Rule, RuleCategory } from './rule.js';
import { ruleTexts } from './texts.js';
import { reasons } from './reasons.js';

export interface RuleFile {
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
}

/** YAML 1.1 as Go's yaml.v2 reads it into untyped values: duplicate keys allowed, no timestamps, no base 60. */
export function parseYaml11(text: string): { documents: readonly Document[]; lines: LineCounter } {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    version: '1.1',
    uniqueKeys: false,
    lineCounter: lines,
    customTags: (tags) => tags.filter(isGoTag).map(asGoReads),
  });
  return { documents: Array.isArray(parsed) ? parsed : [], lines };
}

type Tag = Tags[number];

function isGoTag(tag: Tag): boolean {
  return (
    typeof tag === 'string' || !(tag.tag.endsWith(':timestamp') || ('format' in tag && tag.format === 'TIME'))
  );
}

function isScalarTag(tag: CollectionTag | ScalarTag): tag is ScalarTag {
  return tag.collection === undefined;
}

/** To the library `e-1` is a number; to Go it is text, and ids look like that. */
function asGoReads(tag: Tag): Tag {
  if (typeof tag === 'string' || !isScalarTag(tag) || tag.format !== 'EXP') return tag;
  return { ...tag, test: /^[-+]?(?:\d[\d_]*)(?:\.[\d_]*)?[eE][-+]?\d+$/ };
}

/**
 * Reads one rule file. A file that is not a sequence of mappings has no rules and no problem: rule directories hold
 * other YAML too. A malformed rule is left out with a Problem; the reference would end the whole run.
 */
export function parseRuleFile(text: string, file: string, kinds: ConditionKinds): RuleFile {
  const { documents, lines } = parseYaml11(text);
  const document = documents[0];
  if (!document) return { rules: [], problems: [] };
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    const reason = error.message.split('\n')[0] ?? '';
    return {
      rules: [],
      problems: [
        problem('rule-file-invalid', file, line, ruleTexts.unreadable(reason), ruleTexts.unreadableHint()),
      ],
    };
  }
  const root = document.contents;
  if (!isSeq(root) || !root.items.every((item) => isMap(item))) return { rules: [], problems: [] };
  const rules: Rule[] = [];
  const problems: Problem[] = [];
  for (const item of root.items) {
    const line = lines.linePos(item.range?.[0] ?? 0).line;
    readRule(mappingOf(item.toJS(document)), { file, line, kinds, rules, problems });
  }
  return { rules: sortBy(rules, (rule) => [rule.tags.length > 0 ? 0 : 1]), problems };
}

type Fields = Readonly<Record<string, unknown>>;

interface Reading {
  readonly file: string;
  readonly line: number;
  readonly kinds: ConditionKinds;
  readonly rules: Rule[];
  readonly problems: Problem[];
}

function readRule(fields: Fields, reading: Reading): void {
  const { file, line, problems } = reading;
  const id = typeof fields.ruleID === 'string' ? fields.ruleID : '';
  const block = parseDrydockBlock(fields.drydock);
  const fault = findFault(fields, id, reading) ?? (block && 'reason' in block ? block.reason : undefined);
  const when = fault === undefined ? parseWhen(fields.when, reading.kinds) : undefined;
  const reason = fault ?? (when?.status === 'malformed' ? when.reason : undefined);
  if (
    reason !== undefined ||
    when === undefined ||
    when.status === 'malformed' ||
    (block && 'reason' in block)
  ) {
    const message = ruleTexts.malformed(id || '?', reason ?? reasons.missing('ruleID'));
    problems.push(problem('rule-malformed', file, line, message, ruleTexts.malformedHint()));
    return;
  }
  for (const capability of when.unsupported) {
    const text = ruleTexts.unsupported(id, capability);
    problems.push(problem('rule-unsupported', file, line, text, ruleTexts.unsupportedHint()));
  }
  if (when.status === 'dropped') return;
  const message = typeof fields.message === 'string' ? fields.message : block?.message.en;
  reading.rules.push({ id, file, line, message, ...readOptional(fields), when: when.entry, drydock: block });
}

/** What the reference would end its run for. */
function findFault(fields: Fields, id: string, reading: Reading): Text | undefined {
  const { message, tag, when, drydock } = fields;
  if (id === '') return reasons.missing('ruleID');
  if (/[\n;]/.test(id)) return reasons.idBroken();
  if (reading.rules.some((rule) => rule.id === id)) return reasons.idTwice();
  if (message !== undefined && typeof message !== 'string') return reasons.notText('message');
  if (tag !== undefined && !(Array.isArray(tag) && tag.every((item) => typeof item === 'string')))
    return reasons.notTexts('tag');
  if (message === undefined && drydock === undefined && textsOf(tag).length === 0)
    return reasons.nothingToSay();
  return when === undefined || when === null ? reasons.missing('when') : undefined;
}

type Optional = 'description' | 'tags' | 'effort' | 'category' | 'labels' | 'links' | 'customVariables';

function readOptional(fields: Fields): Pick<Rule, Optional> {
  const links = mappingsOf(fields.links);
  return {
    description: textOf(fields.description) ?? '',
    tags: textsOf(fields.tag),
    effort: Number.isInteger(fields.effort) ? (fields.effort as number) : undefined,
    category: readCategory(fields.category),
    labels: textsOf(fields.labels),
    links: links.map((link) => ({ url: textOf(link.url) ?? '', title: textOf(link.title) ?? '' })),
    customVariables: mappingsOf(fields.customVariables).map(readVariable),
  };
}

function readCategory(value: unknown): RuleCategory {
  const category = textOf(value)?.toLowerCase();
  return category === 'mandatory' || category === 'optional' ? category : 'potential';
}

function readVariable(fields: Readonly<Record<string, unknown>>): CustomVariable {
  return {
    name: textOf(fields.name) ?? '',
    pattern: textOf(fields.pattern) ?? '',
    nameOfCaptureGroup: textOf(fields.nameOfCaptureGroup) ?? '',
    defaultValue: textOf(fields.defaultValue) ?? '',
  };
}

function problem(code: string, file: string, line: number, message: Text, hint: Text): Problem {
  return { code, file, line, message, hint };
}
