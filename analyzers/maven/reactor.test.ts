import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { dependency, gav, parent, pom } from '../../test/poms.js';
import { mavenAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(mavenAnalyzer, files);

describe('parents and modules', () => {
  test('a parent outside of the input leaves the level unknown, with a problem', async () => {
    const run = await analyze({ 'pom.xml': pom(parent('corp-parent', '', '3')) + '\n' });
    expect(run.values('runtime')).toEqual([]);
    expect(run.problems()).toEqual(['maven-parent-missing pom.xml:2']);
  });

  test('a POM at ../pom.xml with other coordinates is no parent', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('other'),
        '<properties><maven.compiler.source>9</maven.compiler.source></properties>',
      ),
      'a/pom.xml': pom(parent('root'), '<artifactId>a</artifactId>'),
    });
    expect(run.values('runtime', 'a')).toEqual([]);
  });

  test('a parent in a folder beside, by relative path and by coordinates', async () => {
    const base = pom(
      gav('base'),
      '<packaging>pom</packaging>',
      '<properties><maven.compiler.source>8</maven.compiler.source></properties>',
    );
    const level = [{ language: 'java', version: '8', basis: 'source-level' }];
    const near = await analyze({
      'base/pom.xml': base,
      'a/pom.xml': pom(parent('base', '../base'), '<artifactId>a</artifactId>'),
    });
    expect(near.values('runtime', 'a')).toEqual(level);
    const far = await analyze({
      'x/base/pom.xml': base,
      'a/pom.xml': pom(parent('base'), '<artifactId>a</artifactId>'),
    });
    expect(far.values('runtime', 'a')).toEqual(level);
  });

  test('parents in a circle are reported and end', async () => {
    const run = await analyze({
      'a/pom.xml': pom(gav('a'), parent('b', '../b')),
      'b/pom.xml': pom(gav('b'), parent('a', '../a')),
    });
    expect(run.problems()).toContain('maven-parent-cycle b/pom.xml:3');
    expect(run.values('packaging')).toHaveLength(2);
  });

  test('a module that no aggregator lists, or only an inactive profile, is not built', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('root'),
        '<packaging>pom</packaging>',
        '<modules><module>web</module><!-- <module>old</module> --></modules>',
        '<profiles><profile><id>extra</id><modules><module>tool</module></modules></profile></profiles>',
      ),
      'web/pom.xml': pom(parent('root'), '<artifactId>web</artifactId><packaging>war</packaging>'),
      'old/pom.xml': pom(parent('root'), '<artifactId>old</artifactId><packaging>war</packaging>'),
      'tool/pom.xml': pom(parent('root'), '<artifactId>tool</artifactId>'),
    });
    expect(new Set(run.facts.map((fact) => fact.unit))).toEqual(new Set(['', 'web']));
    expect(run.problems()).toEqual([
      'maven-module-not-built old/pom.xml:1',
      'maven-module-not-built tool/pom.xml:1',
    ]);
  });

  test('a module that is listed and not there', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('r'),
        '<packaging>pom</packaging>',
        '<modules>',
        '<module>gone</module>',
        '</modules>',
      ),
    });
    expect(run.problems()).toEqual(['maven-module-missing pom.xml:5']);
  });

  test('independent projects side by side are each built, with their own root', async () => {
    const run = await analyze({
      'a/pom.xml': pom(gav('a')),
      'b/pom.xml': pom(gav('b'), '<packaging>war</packaging>'),
    });
    expect(run.values('build')).toEqual([
      { tool: 'maven', file: 'a/pom.xml', root: 'a', output: 'target/a-1.0.jar', target: 'package' },
      { tool: 'maven', file: 'b/pom.xml', root: 'b', output: 'target/b-1.0.war', target: 'package' },
    ]);
  });

  test('a module builds from the reactor’s root; wrapper and its version', async () => {
    const run = await analyze({
      mvnw: '#!/bin/sh',
      '.mvn/wrapper/maven-wrapper.properties': 'distributionUrl=https://r/apache-maven-3.6.3-bin.zip',
      'pom.xml': pom(
        gav('root'),
        '<packaging>pom</packaging>',
        '<modules>',
        '<module>web</module>',
        '</modules>',
      ),
      'web/pom.xml': pom(parent('root'), '<artifactId>web</artifactId><packaging>war</packaging>'),
    });
    expect(run.values('build', 'web')).toEqual([
      {
        tool: 'maven',
        wrapper: true,
        version: '3.6.3',
        file: 'pom.xml',
        root: '',
        output: 'target/web-1.0.war',
        target: 'package',
      },
    ]);
    expect(run.places('build', 'web').sort()).toEqual(['pom.xml:5', 'web/pom.xml:3']);
  });

  test('modules that depend on each other; a WAR dependency is an overlay; another version is no module', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('root'),
        '<packaging>pom</packaging><modules><module>a</module><module>b</module><module>c</module></modules>',
      ),
      'a/pom.xml': pom(
        parent('root'),
        '<artifactId>a</artifactId><packaging>war</packaging>',
        '<dependencies>',
        dependency('b', '<version>${project.version}</version>'),
        dependency('c', '<version>1.0</version><type>war</type>'),
        '</dependencies>',
      ),
      'b/pom.xml': pom(
        parent('root'),
        '<artifactId>b</artifactId>',
        `<dependencies>${dependency('c', '<version>0.9</version>')}</dependencies>`,
      ),
      'c/pom.xml': pom(parent('root'), '<artifactId>c</artifactId><packaging>war</packaging>'),
    });
    expect(run.values('module')).toEqual([
      { unit: 'b', scope: 'compile' },
      { unit: 'c', scope: 'overlay' },
    ]);
    expect(run.values('library', 'b')).toEqual([
      { group: 'g', name: 'c', version: '0.9', scope: 'compile', ecosystem: 'maven' },
    ]);
  });

  test('poms of tests, archetypes and archives are no projects', async () => {
    const run = await analyze({
      'pom.xml': pom(gav('a')),
      'src/test/resources/pom.xml': pom(gav('t')),
      'src/main/resources/archetype-resources/pom.xml': pom(gav('u')),
      'a.war!/META-INF/maven/g/a/pom.xml': pom(gav('w')),
      'pom-old.xml': pom(gav('old')),
    });
    expect(new Set(run.facts.map((fact) => fact.unit))).toEqual(new Set(['']));
    expect(run.values('packaging')).toHaveLength(1);
  });
});
