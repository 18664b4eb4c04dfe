import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { compiler, gav, parent, plugins, pom } from '../../test/poms.js';
import { mavenAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(mavenAnalyzer, files);

describe('java level', () => {
  test('inherited from the parent, through a property, with the line that decides', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('root'),
        '<packaging>pom</packaging>',
        '<modules><module>web</module></modules>',
        '<properties>',
        '<jdk>1.8</jdk>',
        '</properties>',
        '<build><pluginManagement><plugins>',
        compiler('<source>${jdk}</source><target>${jdk}</target>'),
        '</plugins></pluginManagement></build>',
      ),
      'web/pom.xml': pom(parent('root'), '<artifactId>web</artifactId>', '<packaging>war</packaging>'),
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '8', basis: 'target-level' }]);
    expect(run.places('runtime')).toEqual(['pom.xml:6', 'pom.xml:9']);
    expect(run.values('runtime', '')).toEqual([]);
  });

  test.each([
    ['release beats source', '<release>11</release><source>8</source>', '', '11', 'release'],
    [
      'configuration beats properties',
      '<target>7</target>',
      '<maven.compiler.target>8</maven.compiler.target>',
      '7',
      'target-level',
    ],
    [
      'property maven.compiler.release',
      '',
      '<maven.compiler.release>17</maven.compiler.release>',
      '17',
      'release',
    ],
    [
      'property maven.compiler.source',
      '',
      '<maven.compiler.source>1.6</maven.compiler.source>',
      '6',
      'source-level',
    ],
  ])('%s', async (_, configuration, properties, version, basis) => {
    const run = await analyze({
      'pom.xml': pom(gav('a'), `<properties>${properties}</properties>`, plugins(compiler(configuration))),
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version, basis }]);
  });

  test('source and target that differ are both told', async () => {
    const run = await analyze({
      'pom.xml': pom(gav('a'), plugins(compiler('<source>1.5</source><target>1.6</target>'))),
    });
    expect(run.values('runtime')).toEqual([
      { language: 'java', version: '6', basis: 'target-level' },
      { language: 'java', version: '5', basis: 'source-level' },
    ]);
  });

  test('a comment is no setting, and java.version alone compiles nothing', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<!-- <properties><maven.compiler.source>1.4</maven.compiler.source></properties> -->',
        '<properties><java.version>11</java.version></properties>',
      ),
    });
    expect(run.values('runtime')).toEqual([]);
  });

  test('of two definitions in one place the later one counts', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<properties>',
        '<maven.compiler.source>6</maven.compiler.source>',
        '<maven.compiler.source>7</maven.compiler.source>',
        '</properties>',
      ),
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '7', basis: 'source-level' }]);
    expect(run.places('runtime')).toEqual(['pom.xml:5']);
  });

  test('an undefined property is not guessed', async () => {
    const run = await analyze({ 'pom.xml': pom(gav('a'), plugins(compiler('<source>${env.JDK}</source>'))) });
    expect(run.values('runtime')).toEqual([]);
  });

  test('a property defined twice: the child overrides, an active profile overrides the child', async () => {
    const files = (active: string): Record<string, string> => ({
      'pom.xml': pom(
        gav('root'),
        '<packaging>pom</packaging><modules><module>a</module></modules>',
        '<properties><maven.compiler.source>6</maven.compiler.source></properties>',
      ),
      'a/pom.xml': pom(
        parent('root'),
        '<artifactId>a</artifactId>',
        '<properties><maven.compiler.source>7</maven.compiler.source></properties>',
        `<profiles><profile><id>new</id><activation>${active}</activation><properties><maven.compiler.source>8</maven.compiler.source></properties></profile></profiles>`,
      ),
    });
    const version = async (active: string): Promise<unknown[]> =>
      (await analyze(files(active))).values('runtime', 'a');
    const level = (v: string): unknown => [{ language: 'java', version: v, basis: 'source-level' }];
    expect(await version('')).toEqual(level('7'));
    expect(await version('<activeByDefault>true</activeByDefault>')).toEqual(level('8'));
    expect(await version('<property><name>!skip</name></property>')).toEqual(level('8'));
    expect(await version('<property><name>go</name></property>')).toEqual(level('7'));
    expect(await version('<os><family>windows</family></os>')).toEqual(level('7'));
    expect(await version('<os><family>unix</family></os>')).toEqual(level('8'));
    expect(await version('<jdk>[1.8,)</jdk>')).toEqual(level('7'));
    expect(await version('<file><exists>pom.xml</exists></file>')).toEqual(level('8'));
    expect(await version('<file><missing>${basedir}/pom.xml</missing></file>')).toEqual(level('7'));
  });

  test('active by default yields to another active profile of the same POM', async () => {
    const profile = (id: string, activation: string, level: string): string =>
      `<profile><id>${id}</id><activation>${activation}</activation><properties><maven.compiler.source>${level}</maven.compiler.source></properties></profile>`;
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        `<profiles>${profile('d', '<activeByDefault>true</activeByDefault>', '7')}${profile('p', '<property><name>!x</name></property>', '8')}</profiles>`,
      ),
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '8', basis: 'source-level' }]);
  });

  test('.mvn/maven.config activates profiles and sets properties', async () => {
    const run = await analyze({
      '.mvn/maven.config': '-Drevision=2.0\n-Pnew',
      'pom.xml': pom(
        '<groupId>g</groupId><artifactId>a</artifactId><version>${revision}</version>',
        '<profiles><profile><id>new</id><properties><maven.compiler.release>21</maven.compiler.release></properties></profile></profiles>',
      ),
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '21', basis: 'release' }]);
    expect(run.values('packaging')).toMatchObject([{ artifact: 'a-2.0.jar', version: '2.0' }]);
  });

  test.each([
    ['1.5.9.RELEASE', '', '6', 'target-level', 'inferred'],
    ['2.7.18', '', '8', 'target-level', 'inferred'],
    ['2.7.18', '<java.version>11</java.version>', '11', 'target-level', 'inferred'],
    ['3.2.0', '', '17', 'release', 'inferred'],
    ['3.2.0', '<java.version>21</java.version>', '21', 'release', 'inferred'],
  ])('below spring-boot-starter-parent %s with %j', async (version, properties, java, basis, certainty) => {
    const run = await analyze({
      'pom.xml': pom(
        `<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>${version}</version><relativePath/></parent>`,
        '<artifactId>a</artifactId>',
        `<properties>${properties}</properties>`,
      ),
    });
    expect(run.facts.filter((fact) => fact.kind === 'runtime')).toMatchObject([
      { value: { version: java, basis }, certainty: properties === '' ? certainty : 'declared' },
    ]);
    expect(run.problems()).toEqual([]);
  });

  test('toolchain and enforcer', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        plugins(
          '<plugin><artifactId>maven-toolchains-plugin</artifactId><configuration><toolchains><jdk><version>1.8</version></jdk></toolchains></configuration></plugin>',
          '<plugin><artifactId>maven-enforcer-plugin</artifactId><executions><execution><configuration><rules><requireJavaVersion><version>[1.8,12)</version></requireJavaVersion></rules></configuration></execution></executions></plugin>',
        ),
      ),
    });
    expect(run.values('runtime')).toEqual([
      { language: 'java', version: '8', basis: 'toolchain' },
      { language: 'java', constraint: '>=8 <12', basis: 'constraint' },
    ]);
  });
});
