import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../model/fact.js';
import type { Finding } from '../model/finding.js';
import { createMemoryProject } from '../workspace/memory-project.js';
import { conditionKinds } from './conditions/registry.js';
import { parseRuleFile } from './engine/parse-rule.js';
import { loadOwnRules } from './load/own-rules.js';
import { runRules } from './run-rules.js';
import { triggersOf } from './triggers.js';

const own = loadOwnRules().rules;

function find(files: Record<string, string>, facts: readonly Fact[] = []): readonly Finding[] {
  const project = createMemoryProject(files);
  return runRules({ rules: own, project, facts, componentOf: (path) => path.split('/')[0] }).findings;
}

const short = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ rule, component, evidence }) =>
      `${component} ${rule} ${evidence.file}:${String(evidence.line ?? '-')}`,
  );

describe('findings', () => {
  it('belong to the component of their file, sorted', () => {
    const files = {
      'web/src/main/resources/b.properties': 'mail.host=10.1.2.3\n',
      'batch/src/main/resources/a.properties': 'mail.host=10.1.2.3\n',
    };
    expect(short(find(files))).toEqual([
      'batch hardcoded-ip-address batch/src/main/resources/a.properties:1',
      'web hardcoded-ip-address web/src/main/resources/b.properties:1',
    ]);
  });

  it('are one per place: the rule that says most', () => {
    const files = { 'a/db.properties': 'db.url=jdbc:mysql://10.1.2.3/shop\n' };
    expect(short(find(files))).toEqual(['a hardcoded-jdbc-url a/db.properties:1']);
  });

  it('never show a secret', () => {
    const files = {
      'a/db.properties':
        'db.password=Tiger-2009\nbroker=amqp://shop:Tiger-2009@mq.acme.com/x\nu=jdbc:mysql://h/x?password=Tiger-2009\n',
      'a/Db.java': 'class Db { static final String DB_PASSWORD = "Tiger-2009"; }',
      'a/db.php': "<?php\nmysql_connect('h', 'u', 'Tiger-2009');\n$admin_key = 'Tiger-2009';\n",
    };
    const findings = find(files);
    expect(findings.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(findings)).not.toContain('Tiger-2009');
  });

  it.each([
    ['src/test/java/A.java', 'class A { String u = "jdbc:mysql://db1/x"; }'],
    ['src/main/java/ATest.java', 'class ATest { String u = "jdbc:mysql://db1/x"; }'],
    ['tests/config.php', "<?php\n$db['host'] = '10.1.2.3';"],
    ['docs/setup.properties', 'db.host=10.1.2.3'],
    ['README.md', 'db.host=10.1.2.3'],
    ['conf/app.properties.sample', 'db.host=10.1.2.3'],
    ['conf/app.example.yml', 'db:\n  host: 10.1.2.3'],
    ['config.sample.inc.php', "<?php\n$db['host'] = '10.1.2.3';"],
    ['node_modules/x/app.properties', 'db.host=10.1.2.3'],
    ['conf/app.properties', '#db.host=10.1.2.3\n! db.host=10.1.2.3\ndb.host=${DB_HOST}'],
    ['conf/app.yml', '# host: 10.1.2.3\nhost: "${DB_HOST:10.1.2.3}"'],
    ['WEB-INF/web.xml', '<web-app xmlns="http://10.1.2.3/x"><!-- 10.1.2.3 --></web-app>'],
    ['src/main/java/A.java', '/* "10.1.2.3" */ class A { // "jdbc:mysql://db1/x"\n}'],
    ['src/main/resources/messages_zh_CN.properties', 'user.password=secret1\nhelp=10.1.2.3 host'],
  ])('none in %s', (path, content) => {
    expect(short(find({ [`a/${path}`]: content }))).toEqual([]);
  });

  it('rest on facts too, with the evidence of the fact', () => {
    const fact: Fact = {
      kind: 'end-of-life',
      component: 'a',
      value: { product: 'java', version: '6', until: '2013-02' },
      certainty: 'declared',
      evidence: [{ file: 'a/pom.xml', line: 3, by: 'maven' }],
    };
    const [finding] = find({ 'a/pom.xml': '<project>\n\n<source>6</source>\n</project>' }, [fact]);
    expect(finding).toMatchObject({
      rule: 'java-eol',
      evidence: { file: 'a/pom.xml', line: 3, excerpt: '<source>6</source>', by: 'java-eol' },
      message: { en: 'java 6 has had no free updates since 2013-02.' },
    });
  });

  it('are not kept from by a rule that fails', () => {
    const broken = `- ruleID: broken-1\n  when: {builtin.filecontent: {pattern: 'a('}}\n  drydock: {severity: info, effort: {min: 0, max: 0}, title: {en: t, zh-CN: t}, message: {en: m, zh-CN: m}, fix: {en: f, zh-CN: f}}\n`;
    const { rules } = parseRuleFile(broken, 'broken.yaml', conditionKinds);
    const project = createMemoryProject({ 'a/a.properties': 'host=10.1.2.3' });
    const run = runRules({ rules: [...rules, ...own], project, facts: [], componentOf: () => 'a' });
    expect(run.problems).toMatchObject([{ code: 'rule-failed', file: 'broken.yaml', line: 1 }]);
    expect(run.findings).toHaveLength(1);
  });

  it('do not depend on the order of files', () => {
    const files = {
      'a/x.properties': 'h.host=10.1.2.3',
      'a/b/y.yml': 'h:\n  host: 10.1.2.4',
      'a/c.php': '<?php\nmysql_query("x");',
    };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(find(reversed)).toEqual(find(files));
  });
});

describe('triggers', () => {
  it('are words, sorted and without duplicates', () => {
    const { java, php } = triggersOf(own);
    expect(java).toEqual([...new Set(java)].sort());
    expect(php).toContain('mysql_connect');
    expect(java).toContain('jdbc:');
    expect([...java, ...php].filter((word) => word.length < 2)).toEqual([]);
  });
});
