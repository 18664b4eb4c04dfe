import { describe, expect, it } from '@jest/globals';
import { createMemoryProject } from '../../workspace/memory-project.js';
import { conditionKinds } from '../conditions/registry.js';
import { runRuleSets } from '../konveyor/run-rulesets.js';
import type { OutputRuleSet } from '../konveyor/output.js';
import { parseRuleFile } from './parse-rule.js';

const files = {
  'a.properties': 'one=alpha\ntwo=beta\n',
  'b.properties': 'one=alpha\n',
  'sub/c.txt': 'alpha\n',
};

function run(when: string, project: Record<string, string> = files): OutputRuleSet {
  const text = `- ruleID: probe-1\n  message: "found {{matchingText}}"\n  effort: 1\n  when:\n${when.replace(/^/gm, '    ')}`;
  const { rules, problems } = parseRuleFile(text, 'probe.yaml', conditionKinds);
  expect(problems).toEqual([]);
  const ruleSets = [{ name: 'probe', description: '', labels: [], rules }];
  const [output] = runRuleSets({ ruleSets, project: createMemoryProject(project) }).output;
  if (!output) throw new Error('no output');
  return output;
}

function places(output: OutputRuleSet): string[] {
  return (output.violations?.['probe-1']?.incidents ?? []).map(
    ({ uri, lineNumber }) => `${uri.replace('file:///', '')}:${String(lineNumber ?? '-')}`,
  );
}

const content = (pattern: string, filePattern = ''): string =>
  `builtin.filecontent: {pattern: '${pattern}', filePattern: '${filePattern}'}`;

describe('the condition language', () => {
  it('joins incidents of all entries of an and', () => {
    const output = run(`and:\n- ${content('alpha', 'a.properties')}\n- ${content('beta')}`);
    expect(places(output)).toEqual(['a.properties:1', 'a.properties:2']);
  });

  it('leaks the incidents of a failed branch of an or', () => {
    const output = run(
      `or:\n- and:\n  - ${content('beta')}\n  - ${content('nowhere')}\n- ${content('alpha', 'b.properties')}`,
    );
    expect(places(output)).toEqual(['a.properties:2', 'b.properties:1']);
  });

  it('leaks the incidents of a negated entry of an or', () => {
    const output = run(`or:\n- not: true\n  ${content('beta')}\n- ${content('alpha', 'b.properties')}`);
    expect(places(output)).toEqual(['a.properties:2', 'b.properties:1']);
  });

  it('never fires for a negated condition alone, nor when all entries are ignored', () => {
    expect(run(`not: true\n${content('nowhere')}`).unmatched).toEqual(['probe-1']);
    expect(run(`and:\n- ignore: true\n  ${content('alpha')}`).unmatched).toEqual(['probe-1']);
    expect(run(`or:\n- not: true\n  ${content('nowhere')}`).unmatched).toEqual(['probe-1']);
  });

  it('fires for a negated entry beside one that matches', () => {
    const output = run(`and:\n- ${content('beta')}\n- not: true\n  ${content('nowhere')}`);
    expect(places(output)).toEqual(['a.properties:2']);
  });

  it('hands file paths from one entry to the next, whatever their order in the file', () => {
    const chained = `builtin.filecontent: {pattern: alpha, filepaths: '{{x.filepaths}}'}`;
    const output = run(`and:\n- from: x\n  ${chained}\n- as: x\n  ignore: true\n  ${content('beta')}`);
    expect(places(output)).toEqual(['a.properties:1']);
  });

  it('searches everything when a chain is misspelt or empty', () => {
    const misspelt = `builtin.filecontent: {pattern: alpha, filepaths: '{{x.Filepaths}}'}`;
    expect(
      places(run(`and:\n- as: x\n  ignore: true\n  ${content('beta')}\n- from: x\n  ${misspelt}`)),
    ).toHaveLength(3);
    const empty = `builtin.filecontent: {pattern: alpha, filepaths: '{{x.filepaths}}'}`;
    expect(places(run(`or:\n- as: x\n  ${content('nowhere')}\n- from: x\n  ${empty}`))).toHaveLength(3);
  });

  it('finds nothing along a chain whose path has a space', () => {
    const chained = `builtin.filecontent: {pattern: alpha, filepaths: '{{x.filepaths}}'}`;
    const output = run(`and:\n- as: x\n  ignore: true\n  ${content('beta')}\n- from: x\n  ${chained}`, {
      'a b.txt': 'alpha beta',
    });
    expect(output.unmatched).toEqual(['probe-1']);
  });

  it('makes a rule error of a list in a list and of a plain path', () => {
    const nested = `builtin.filecontent: {pattern: alpha, filepaths: ['{{x.filepaths}}']}`;
    const output = run(`and:\n- as: x\n  ${content('beta')}\n- from: x\n  ${nested}`);
    expect(Object.keys(output.errors ?? {})).toEqual(['probe-1']);
    expect(run('builtin.filecontent: {pattern: alpha, filepaths: a.properties}').errors).toHaveProperty(
      'probe-1',
    );
  });

  it('never evaluates an entry whose from names nothing in its list', () => {
    const inner = `and:\n  - from: x\n    ${content('alpha')}\n  - ${content('beta')}`;
    const output = run(`and:\n- as: x\n  ignore: true\n  ${content('beta')}\n- ${inner}`);
    expect(places(output)).toEqual(['a.properties:2']);
  });

  it('drops a branch of an or whose provider is not there, and the whole of an and', () => {
    const text = `- ruleID: r-1\n  message: m\n  when:\n    or:\n    - go.referenced: {pattern: x}\n    - ${content('beta')}\n- ruleID: r-2\n  message: m\n  when:\n    and:\n    - go.referenced: {pattern: x}\n    - ${content('beta')}\n`;
    const { rules, problems } = parseRuleFile(text, 'probe.yaml', conditionKinds);
    expect(rules.map((rule) => rule.id)).toEqual(['r-1']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['rule-unsupported', 1],
      ['rule-unsupported', 7],
    ]);
  });
});

describe('reading rules', () => {
  const read = (text: string): { ids: string[]; problems: string[] } => {
    const { rules, problems } = parseRuleFile(text, 'r.yaml', conditionKinds);
    return { ids: rules.map((rule) => rule.id), problems: problems.map((problem) => problem.code) };
  };
  const good = `- ruleID: good-1\n  message: m\n  when: {builtin.file: {pattern: x}}\n`;

  it('goes on after a malformed rule', () => {
    for (const bad of [
      '- message: no id\n  when: {builtin.file: {pattern: x}}\n',
      '- ruleID: bad-1\n  when: {builtin.file: {pattern: x}}\n',
      '- ruleID: bad-1\n  message: m\n',
      '- ruleID: bad-1\n  message: m\n  tag: text\n  when: {builtin.file: {pattern: x}}\n',
      '- ruleID: bad-1\n  message: m\n  when: {nonsense: 1}\n',
      '- ruleID: bad-1\n  message: m\n  when: {builtin.nothing: 1}\n',
      '- ruleID: bad-1\n  message: m\n  when: {builtin.file: {pattern: x}, not: maybe}\n',
      '- ruleID: bad-1\n  message: m\n  when: {and: [{as: a, builtin.file: {pattern: x}}, {as: a, builtin.file: {pattern: x}}]}\n',
      '- ruleID: bad-1\n  message: m\n  when: {java.dependency: {name: a.b}}\n',
      '- ruleID: bad-1\n  message: m\n  when: {java.dependency: {name: a.b, name_regex: x}}\n',
      '- ruleID: "bad;1"\n  message: m\n  when: {builtin.file: {pattern: x}}\n',
    ])
      expect(read(bad + good)).toEqual({ ids: ['good-1'], problems: ['rule-malformed'] });
  });

  it('skips other YAML silently and reports YAML that does not parse', () => {
    expect(read('kind: Deployment\n')).toEqual({ ids: [], problems: [] });
    expect(read('')).toEqual({ ids: [], problems: [] });
    expect(read('- a: [1\n- b')).toEqual({ ids: [], problems: ['rule-file-invalid'] });
  });

  it('reads YAML 1.1: typed scalars, duplicate keys, integers only as effort', () => {
    const text = `- ruleID: a-1\n  message: first\n  message: last\n  effort: 1.5\n  category: MANDATORY\n  when: {builtin.filecontent: {pattern: yes}}\n`;
    const [rule] = parseRuleFile(text, 'r.yaml', conditionKinds).rules;
    expect(rule).toMatchObject({ message: 'last', effort: undefined, category: 'mandatory' });
    const project = createMemoryProject({ 'a.txt': 'it is true\n' });
    const ruleSets = [{ name: 'n', description: '', labels: [], rules: rule ? [rule] : [] }];
    expect(runRuleSets({ ruleSets, project }).output[0]?.insights).toHaveProperty('a-1');
  });

  it('puts tagging rules of a file first', () => {
    const tagging = `- ruleID: tags-1\n  tag: [X]\n  when: {builtin.file: {pattern: x}}\n`;
    expect(read(good + tagging).ids).toEqual(['tags-1', 'good-1']);
  });
});
