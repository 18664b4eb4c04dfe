import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { dependency, gav, parent, pom } from '../../test/poms.js';
import { mavenAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(mavenAnalyzer, files);

describe('dependencies', () => {
  test('managed versions and scopes; managed alone is none; test and provided keep their scope', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<properties><v>3.1</v></properties>',
        `<dependencyManagement><dependencies>${dependency('x', '<version>${v}</version>')}${dependency('unused', '<version>9</version>')}${dependency('t', '<version>1</version><scope>test</scope>')}</dependencies></dependencyManagement>`,
        '<dependencies>',
        dependency('x'),
        dependency('t'),
        dependency('p', '<version>4</version><scope>provided</scope>'),
        dependency('u'),
        '</dependencies>',
      ),
    });
    expect(run.values('library')).toEqual([
      { group: 'g', name: 'x', version: '3.1', scope: 'compile', ecosystem: 'maven' },
      { group: 'g', name: 't', version: '1', scope: 'test', ecosystem: 'maven' },
      { group: 'g', name: 'p', version: '4', scope: 'provided', ecosystem: 'maven' },
      { group: 'g', name: 'u', scope: 'compile', ecosystem: 'maven' },
    ]);
    expect(run.places('library').slice(0, 3)).toEqual(['pom.xml:6', 'pom.xml:3', 'pom.xml:4']);
  });

  test('a bill of materials inside the input, and Spring Boot’s outside of it', async () => {
    const run = await analyze({
      'bom/pom.xml': pom(
        gav('bom'),
        '<packaging>pom</packaging>',
        '<properties><x>5</x></properties>',
        `<dependencyManagement><dependencies>${dependency('x', '<version>${x}</version>')}</dependencies></dependencyManagement>`,
      ),
      'a/pom.xml': pom(
        gav('a'),
        '<dependencyManagement><dependencies>',
        dependency('bom', '<version>1.0</version><type>pom</type><scope>import</scope>'),
        '<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-dependencies</artifactId><version>2.3.4.RELEASE</version><type>pom</type><scope>import</scope></dependency>',
        '</dependencies></dependencyManagement>',
        `<dependencies>${dependency('x')}<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>`,
      ),
    });
    expect(run.values('library', 'a')).toMatchObject([
      { name: 'x', version: '5' },
      { name: 'spring-boot-starter-web', version: '2.3.4.RELEASE' },
    ]);
  });

  test('inherited dependencies belong to the child, those of an inactive profile to nobody', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('root'),
        `<packaging>pom</packaging><modules><module>a</module></modules><dependencies>${dependency('inherited', '<version>1</version>')}</dependencies>`,
        `<profiles><profile><id>p</id><dependencies>${dependency('never', '<version>1</version>')}</dependencies></profile></profiles>`,
      ),
      'a/pom.xml': pom(parent('root'), '<artifactId>a</artifactId>'),
    });
    expect(run.values('library')).toMatchObject([{ name: 'inherited' }]);
    expect(run.values('library', '')).toEqual([]);
  });
});
