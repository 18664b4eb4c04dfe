import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { gav, parent, pom } from '../../test/poms.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import { mavenAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(mavenAnalyzer, files);

describe('bad input', () => {
  test('a broken POM is a problem with its line, the others go on', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('root'),
        '<packaging>pom</packaging><modules><module>a</module><module>b</module></modules>',
      ),
      'a/pom.xml': '<project>\n<artifactId>a</artifactId>\n<packaging>war</packagin>\n</project>',
      'b/pom.xml': pom(parent('root'), '<artifactId>b</artifactId>'),
    });
    expect(run.problems()).toEqual(['xml-invalid a/pom.xml:3']);
    expect(run.values('packaging', 'b')).toHaveLength(1);
  });

  test('an external entity is not resolved', async () => {
    const run = await analyze({
      'pom.xml':
        '<!DOCTYPE project [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n' + pom(gav('a'), '<name>&x;</name>'),
    });
    expect(run.problems()[0]).toMatch(/^xml-entity pom\.xml:/);
    expect(JSON.stringify(run.facts)).not.toContain('root:');
  });

  test('a pom.xml that is something else', async () => {
    const run = await analyze({ 'pom.xml': '<ivy-module/>' });
    expect(run.facts).toEqual([]);
    expect(run.problems()).toEqual(['maven-not-a-pom pom.xml:1']);
  });

  test('a property that leads to itself', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<properties><x>${y}</x><y>${x}</y></properties>',
        '<build><finalName>${x}</finalName></build>',
      ),
    });
    expect(run.values('packaging')).toEqual([{ type: 'jar', form: 'source', name: 'a', version: '1.0' }]);
  });

  test('a POM in GBK', async () => {
    const gbk = Buffer.concat([
      Buffer.from(
        '<?xml version="1.0" encoding="GBK"?>\n<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version><name>',
      ),
      Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0xcf, 0xb5, 0xcd, 0xb3]),
      Buffer.from(
        '</name><properties><maven.compiler.source>1.7</maven.compiler.source></properties></project>',
      ),
    ]);
    const project = createMemoryProject({ 'pom.xml': gbk });
    const { facts } = await mavenAnalyzer.analyze(project.find(mavenAnalyzer.files), project);
    expect(facts.filter((fact) => fact.kind === 'runtime').map((fact) => fact.value)).toEqual([
      { language: 'java', version: '7', basis: 'source-level' },
    ]);
    expect(project.problems()).toEqual([]);
  });
});
