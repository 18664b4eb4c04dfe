import { describe, expect, it } from '@jest/globals';
import { createMemoryProject } from '../../workspace/memory-project.js';
import { conditionKinds } from '../conditions/registry.js';
import { parseRuleFile } from '../engine/parse-rule.js';
import type { OutputIncident, OutputRuleSet } from './output.js';
import { writeOutput } from './output.js';
import { runRuleSets, type RunRuleSetsOptions } from './run-rulesets.js';

function run(
  rules: string,
  files: Record<string, string>,
  options: Partial<RunRuleSetsOptions> = {},
): OutputRuleSet {
  const read = parseRuleFile(rules, 'rules.yaml', conditionKinds);
  expect(read.problems).toEqual([]);
  const ruleSets = [{ name: 'set', description: '', labels: ['from=set'], rules: read.rules }];
  const [output] = runRuleSets({ ruleSets, project: createMemoryProject(files), ...options }).output;
  if (!output) throw new Error('no output');
  return output;
}

function incidents(when: string, files: Record<string, string>): readonly OutputIncident[] {
  const indented = when.trim().replace(/^/gm, '    ');
  const output = run(
    `- ruleID: r-1\n  message: "{{matchingText}}{{data}}"\n  effort: 1\n  when:\n${indented}\n`,
    files,
  );
  return output.violations?.['r-1']?.incidents ?? [];
}

const places = (list: readonly OutputIncident[]): string[] =>
  list.map(({ uri, lineNumber }) => `${uri.replace('file:///', '')}:${String(lineNumber ?? '-')}`);

describe('choosing files', () => {
  it('leaves build directories out at the top only', () => {
    const files = {
      'target/a.txt': 'x1',
      'mod/target/a.txt': 'x1',
      'vendor/a.txt': 'x1',
      '.hidden/a.txt': 'x1',
    };
    expect(places(incidents('builtin.filecontent: {pattern: x1}', files))).toEqual([
      '.hidden/a.txt:1',
      'mod/target/a.txt:1',
    ]);
  });

  it('gives one incident per file, without a line', () => {
    const files = { 'a/web.xml': '<a/>', 'web.xml.bak': '', 'b c.xml': '<a/>' };
    expect(places(incidents('builtin.file: {pattern: ".*\\\\.xml"}', files))).toEqual([
      'a/web.xml:-',
      'b%20c.xml:-',
      'web.xml.bak:-',
    ]);
  });
});

describe('builtin.filecontent', () => {
  it('counts overlapping literals, and unquotes patterns', () => {
    expect(incidents('builtin.filecontent: {pattern: aa}', { 'a.txt': 'aaa' })).toHaveLength(1);
    expect(places(incidents(`builtin.filecontent: {pattern: '"x y"'}`, { 'a.txt': '\nx y' }))).toEqual([
      'a.txt:2',
    ]);
  });

  it('keeps two matches of one line apart by their text, and joins equal ones', () => {
    const files = { 'a.txt': 'k1 k2 k1\r\nk3' };
    expect(places(incidents(`builtin.filecontent: {pattern: 'k\\d'}`, files))).toEqual([
      'a.txt:1',
      'a.txt:1',
      'a.txt:2',
    ]);
  });

  it('crosses lines where the pattern may', () => {
    const files = { 'a.txt': 'start\nend' };
    expect(places(incidents(`builtin.filecontent: {pattern: 'start\\s+end'}`, files))).toEqual(['a.txt:1']);
    expect(incidents(`builtin.filecontent: {pattern: 'start.+end'}`, files)).toEqual([]);
  });

  it('takes lookaround, and possessive quantifiers in the second pass', () => {
    const files = { 'a.txt': 'foo\nfoobar' };
    expect(places(incidents(`builtin.filecontent: {pattern: 'foo(?!bar)'}`, files))).toEqual(['a.txt:1']);
    expect(places(incidents(`builtin.filecontent: {pattern: 'fo++bar'}`, files))).toEqual(['a.txt:2']);
    expect(
      run(`- ruleID: r-1\n  message: m\n  when: {builtin.filecontent: {pattern: 'a('}}\n`, files).errors,
    ).toHaveProperty('r-1');
  });
});

describe('builtin.xml', () => {
  const pom =
    '<?xml version="1.0"?>\n<project>\n  <a><version>1.0</version></a>\n  <b><version>1.0</version></b>\n  <c><version>2.7</version></c>\n</project>\n';

  it('finds lines by text, so that equal nodes collapse', () => {
    const found = incidents(`builtin.xml: {xpath: //version, namespaces: {}}`, { 'pom.xml': pom });
    expect(places(found)).toEqual(['pom.xml:1', 'pom.xml:5']);
    expect(found[1]?.variables).toEqual({ data: 'version', innerText: '2.7', matchingXML: '2.7' });
  });

  it('reads *.xml and *.xhtml only, in this case only', () => {
    const files = { 'a.XML': pom, 'a.xmi': pom, 'a.xhtml': pom };
    expect(places(incidents(`builtin.xml: {xpath: //b}`, files))).toEqual(['a.xhtml:1']);
  });

  it('looks for public ids in attributes', () => {
    const files = {
      'a.xml': '<a><!-- --><b public-id="-//X//Y"/></a>',
      'b.xml': '<!DOCTYPE a PUBLIC "-//X//Y" "y"><a/>',
    };
    expect(places(incidents(`builtin.xmlPublicID: {regex: 'X//Y'}`, files))).toEqual(['a.xml:-']);
  });
});

describe('builtin.json', () => {
  it('finds the line by the text of the value', () => {
    const files = { 'a.json': '{\n "name": "shop",\n "port": 8081\n}' };
    expect(places(incidents(`builtin.json: {xpath: //port}`, files))).toEqual(['a.json:3']);
  });
});

describe('results', () => {
  const files = { 'a.txt': 'one\ntwo\nthree\nfour\n' };
  const when = `when: {builtin.filecontent: {pattern: two}}`;

  it('puts rules with effort into violations and others into insights', () => {
    const output = run(
      `- ruleID: v-1\n  message: m\n  effort: 3\n  category: mandatory\n  labels: [b, a]\n  links: [{url: u, title: t}]\n  ${when}\n- ruleID: i-1\n  message: m\n  ${when}\n- ruleID: u-1\n  message: m\n  when: {builtin.filecontent: {pattern: nothing}}\n`,
      files,
    );
    expect(output.violations?.['v-1']).toMatchObject({
      category: 'mandatory',
      effort: 3,
      labels: ['a', 'b', 'from=set'],
      links: [{ url: 'u', title: 't' }],
    });
    expect(output.insights?.['i-1']?.category).toBe('potential');
    expect(output.unmatched).toEqual(['u-1']);
  });

  it('runs tagging rules first, and lets hasTags see plain names only', () => {
    const output = run(
      `- ruleID: has-1\n  message: m\n  effort: 1\n  when: {builtin.hasTags: [JMS]}\n- ruleID: has-2\n  message: m\n  when: {builtin.hasTags: [Node.js]}\n- ruleID: tag-1\n  tag: ['Connect=JMS, EJB', 'Node.js']\n  ${when}\n- ruleID: tag-2\n  tag: [Derived]\n  when: {builtin.hasTags: [EJB]}\n`,
      files,
    );
    expect(output.tags).toEqual(['Connect=JMS, EJB', 'Derived', 'Node.js']);
    expect(output.insights?.['tag-1']).toMatchObject({
      labels: ['from=set', 'tag=Connect=JMS, EJB', 'tag=Node.js'],
    });
    expect(output.insights?.['tag-1']?.incidents[0]?.message).toBe('');
    expect(output.violations?.['has-1']?.incidents).toEqual([
      { uri: '', message: 'm', variables: { tags: ['JMS'] }, isDependencyIncident: false },
    ]);
    expect(output.unmatched).toEqual(['has-2']);
  });

  it('lists a rule with message, tag and effort twice when it did not match', () => {
    const rule = `- ruleID: both-1\n  message: m\n  tag: [T]\n  effort: 1\n  category: optional\n  `;
    expect(run(`${rule}when: {builtin.file: {pattern: none}}\n`, files).unmatched).toEqual([
      'both-1',
      'both-1',
    ]);
    expect(run(`${rule}${when}\n`, files).violations?.['both-1']).toMatchObject({
      category: 'optional',
      labels: ['from=set', 'tag=T'],
    });
  });

  it('shifts builtin snippets by one line, and cuts variables out of them', () => {
    const rule = `- ruleID: s-1\n  message: '{{v}}'\n  customVariables: [{name: v, pattern: '(t.)o', nameOfCaptureGroup: '', defaultValue: none}]\n  ${when}\n`;
    const limits = { contextLines: 1 };
    const [incident] = run(rule, files, { limits }).insights?.['s-1']?.incidents ?? [];
    expect(incident).toMatchObject({ codeSnip: '2  two\n3  three\n4  four\n', message: 'tw' });
    const [blind] = run(rule, files, { limits: { contextLines: 0 } }).insights?.['s-1']?.incidents ?? [];
    expect(blind).toMatchObject({ codeSnip: '3  three', message: 'none' });
  });

  it('skips what a selector leaves out', () => {
    const rules = `- ruleID: a-1\n  message: m\n  labels: [konveyor.io/target=cloud]\n  ${when}\n- ruleID: b-1\n  message: m\n  ${when}\n`;
    expect(run(rules, files, { selector: 'konveyor.io/target=cloud' }).skipped).toEqual(['b-1']);
    const project = createMemoryProject(files);
    expect(runRuleSets({ ruleSets: [], project, selector: '(' }).output).toEqual([]);
  });

  it('escapes HTML in messages and writes long lines unwrapped', () => {
    const output = run(
      `- ruleID: e-1\n  message: '{{matchingText}}'\n  when: {builtin.filecontent: {pattern: '<a.*'}}\n`,
      {
        'a.xml': `<a ${'x'.repeat(200)}>`,
      },
    );
    expect(output.insights?.['e-1']?.incidents[0]?.message).toMatch(/^&lt;a /);
    expect(
      writeOutput([output])
        .split('\n')
        .some((line) => line.length > 200),
    ).toBe(true);
  });
});
