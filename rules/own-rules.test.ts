import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeRules } from './describe-rules.js';
import { loadOwnRules, ownRulesDirectory } from './load/own-rules.js';
import { testRules } from './load/test-rules.js';

const { rules, problems } = loadOwnRules();
const verdicts = testRules(ownRulesDirectory()).verdicts;

describe('our rules', () => {
  it('load without a problem, under unique ids', () => {
    expect(problems).toEqual([]);
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThanOrEqual(40);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s is where its id says, described and tested',
    (id, rule) => {
      expect(basename(rule.file)).toBe(`${id}.yaml`);
      expect(describeRules([rule])).toHaveLength(1);
      const data = join(ownRulesDirectory(), '..', dirname(rule.file), 'test-data', id);
      for (const kind of ['match', 'no-match']) {
        const folder = join(data, kind);
        const cases = verdicts.filter((verdict) => verdict.rule === id);
        expect(cases.length).toBeGreaterThanOrEqual(2);
        if (existsSync(folder)) expect(readdirSync(folder).length).toBeGreaterThan(0);
        else expect(`${id} has no ${kind} data`).toBe('');
      }
    },
  );

  it('supersede only rules that exist', () => {
    const ids = new Set(rules.map((rule) => rule.id));
    const unknown = rules.flatMap((rule) => rule.drydock?.supersedes ?? []).filter((id) => !ids.has(id));
    expect(unknown).toEqual([]);
  });

  it.each(verdicts.map((verdict) => [`${verdict.rule}: ${verdict.name}`, verdict] as const))(
    '%s',
    (_, verdict) => {
      expect(verdict.failure?.en).toBeUndefined();
    },
  );
});
