import { describe, expect, test } from '@jest/globals';
import type { FactKind, UnitFact } from '../../model/fact.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import type { Project } from '../../workspace/project.js';
import { mavenAnalyzer } from './index.js';

interface Run {
  readonly facts: readonly UnitFact[];
  readonly project: Project;
  values(kind: FactKind, unit?: string): unknown[];
  lines(kind: FactKind, unit?: string): string[];
  problems(): string[];
}

async function analyze(files: Record<string, string>): Promise<Run> {
  const project = createMemoryProject(files);
  const { facts } = await mavenAnalyzer.analyze(project.find(mavenAnalyzer.files), project);
  const of = (kind: FactKind, unit?: string): readonly UnitFact[] =>
    facts.filter((fact) => fact.kind === kind && (unit === undefined || fact.unit === unit));
  return {
    facts,
    project,
    values: (kind, unit) => of(kind, unit).map((fact) => fact.value),
    lines: (kind, unit) =>
      of(kind, unit).flatMap((fact) => fact.evidence.map((one) => `${one.file}:${one.line ?? 0}`)),
    problems: () => project.problems().map(({ code, file, line }) => `${code} ${file}:${line ?? 0}`),
  };
}

const pom = (...lines: string[]): string => ['<project>', ...lines, '</project>'].join('\n');
const gav = (artifact: string, version = '1.0'): string =>
  `<groupId>g</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`;
const parent = (artifact: string, path?: string, version = '1.0'): string =>
  `<parent>${gav(artifact, version)}${path === undefined ? '' : `<relativePath>${path}</relativePath>`}</parent>`;
const compiler = (configuration: string): string =>
  `<plugin><artifactId>maven-compiler-plugin</artifactId><configuration>${configuration}</configuration></plugin>`;
const plugins = (...all: string[]): string => `<build><plugins>${all.join('')}</plugins></build>`;
const dependency = (artifact: string, more = ''): string =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId>${more}</dependency>`;

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
    expect(run.lines('runtime')).toEqual(['pom.xml:6', 'pom.xml:9']);
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
    expect(run.lines('build', 'web').sort()).toEqual(['pom.xml:5', 'web/pom.xml:3']);
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

describe('packaging', () => {
  test.each([
    ['jar by default', '', { type: 'jar', artifact: 'a-1.0.jar' }],
    ['war', '<packaging>war</packaging>', { type: 'war', artifact: 'a-1.0.war' }],
    [
      'finalName',
      '<packaging>war</packaging><build><finalName>ROOT</finalName></build>',
      { type: 'war', artifact: 'ROOT.war' },
    ],
    [
      'finalName from properties',
      '<properties><n>${project.artifactId}-x</n></properties><build><finalName>${n}</finalName></build>',
      { artifact: 'a-x.jar' },
    ],
    [
      'warName',
      `<packaging>war</packaging>${plugins('<plugin><artifactId>maven-war-plugin</artifactId><configuration><warName>shop</warName></configuration></plugin>')}`,
      { artifact: 'shop.war' },
    ],
    ['ear', '<packaging>ear</packaging>', { type: 'ear', artifact: 'a-1.0.ear' }],
    ['ejb is a library', '<packaging>ejb</packaging>', { type: 'jar' }],
  ])('%s', async (_, more, expected) => {
    const run = await analyze({ 'pom.xml': pom(gav('a'), more) });
    expect(run.values('packaging')).toMatchObject([
      { ...expected, form: 'source', name: 'a', version: '1.0' },
    ]);
  });

  test('an artefact with an unknown version has no name', async () => {
    const run = await analyze({
      'pom.xml': pom('<groupId>g</groupId><artifactId>a</artifactId><version>${revision}</version>'),
    });
    expect(run.values('packaging')).toEqual([{ type: 'jar', form: 'source', name: 'a' }]);
  });

  const boot = (more: string): string =>
    `<plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId>${more}</plugin>`;
  const repackage = '<executions><execution><goals><goal>repackage</goal></goals></execution></executions>';

  test('Spring Boot: repackage must be bound, here or by its parent', async () => {
    const bound = await analyze({ 'pom.xml': pom(gav('a'), plugins(boot(repackage))) });
    expect(bound.values('packaging')).toMatchObject([{ type: 'executable-jar', artifact: 'a-1.0.jar' }]);
    const loose = await analyze({ 'pom.xml': pom(gav('a'), plugins(boot(''))) });
    expect(loose.values('packaging')).toMatchObject([{ type: 'jar' }]);
    const managed = await analyze({
      'pom.xml': pom(
        gav('a'),
        `<build><pluginManagement><plugins>${boot(repackage)}</plugins></pluginManagement></build>`,
      ),
    });
    expect(managed.values('packaging')).toMatchObject([{ type: 'jar' }]);
    const starter =
      '<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>2.1.0.RELEASE</version></parent>';
    const inherited = await analyze({
      'pom.xml': pom(
        starter,
        '<artifactId>a</artifactId><version>1.0</version>',
        plugins(
          boot('<configuration><classifier>exec</classifier><mainClass>g.Main</mainClass></configuration>'),
        ),
      ),
    });
    expect(inherited.values('packaging')).toMatchObject([
      { type: 'executable-jar', artifact: 'a-1.0-exec.jar', mainClass: 'g.Main' },
    ]);
  });

  test.each([
    [
      'shade',
      '<plugin><artifactId>maven-shade-plugin</artifactId><executions><execution><configuration><transformers><transformer implementation="x"><mainClass>g.Main</mainClass></transformer></transformers></configuration></execution></executions></plugin>',
      'a-1.0.jar',
    ],
    [
      'assembly',
      '<plugin><artifactId>maven-assembly-plugin</artifactId><configuration><archive><manifest><mainClass>g.Main</mainClass></manifest></archive><descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs></configuration></plugin>',
      'a-1.0-jar-with-dependencies.jar',
    ],
    [
      'jar plugin',
      '<plugin><artifactId>maven-jar-plugin</artifactId><configuration><archive><manifest><mainClass>g.Main</mainClass></manifest></archive></configuration></plugin>',
      'a-1.0.jar',
    ],
  ])('main class by %s', async (_, plugin, artifact) => {
    const run = await analyze({ 'pom.xml': pom(gav('a'), plugins(plugin)) });
    expect(run.values('packaging')).toMatchObject([
      { type: 'executable-jar', mainClass: 'g.Main', artifact },
    ]);
  });

  test('exec-maven-plugin makes no executable jar', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        plugins(
          '<plugin><artifactId>exec-maven-plugin</artifactId><configuration><mainClass>g.Tool</mainClass></configuration></plugin>',
        ),
      ),
    });
    expect(run.values('packaging')).toEqual([
      { type: 'jar', artifact: 'a-1.0.jar', form: 'source', name: 'a', version: '1.0' },
    ]);
  });
});

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
    expect(run.lines('library').slice(0, 3)).toEqual(['pom.xml:6', 'pom.xml:3', 'pom.xml:4']);
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

describe('servers, properties, repositories', () => {
  test('tomcat7-maven-plugin: port, context path, system properties; not when only managed', async () => {
    const plugin =
      '<plugin><groupId>org.apache.tomcat.maven</groupId><artifactId>tomcat7-maven-plugin</artifactId><configuration><port>8088</port><path>/shop</path><systemProperties><app.home>/data</app.home></systemProperties></configuration></plugin>';
    const run = await analyze({ 'pom.xml': pom(gav('a'), '<packaging>war</packaging>', plugins(plugin)) });
    expect(run.values('server')).toEqual([{ product: 'tomcat', version: '7', embedded: false }]);
    expect(run.values('port')).toEqual([{ port: 8088, protocol: 'http', purpose: 'application' }]);
    expect(run.values('context-path')).toEqual([{ path: '/shop' }]);
    expect(run.values('system-property')).toEqual([{ name: 'app.home', required: false, default: '/data' }]);
    expect(run.facts.filter(({ kind }) => kind === 'port').map(({ certainty }) => certainty)).toEqual([
      'inferred',
    ]);
    const managed = await analyze({
      'pom.xml': pom(
        gav('a'),
        `<build><pluginManagement><plugins>${plugin}</plugins></pluginManagement></build>`,
      ),
    });
    expect(managed.values('port')).toEqual([]);
  });

  test('jetty and cargo', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        plugins(
          '<plugin><artifactId>jetty-maven-plugin</artifactId><configuration><httpConnector><port>9090</port></httpConnector><webApp><contextPath>/</contextPath></webApp></configuration></plugin>',
          '<plugin><artifactId>cargo-maven2-plugin</artifactId><configuration><container><containerId>tomcat8x</containerId></container><configuration><properties><cargo.servlet.port>8181</cargo.servlet.port></properties></configuration></configuration></plugin>',
        ),
      ),
    });
    expect(run.values('server')).toEqual([
      { product: 'jetty', embedded: false },
      { product: 'tomcat', version: '8', embedded: false },
    ]);
    expect(run.values('port')).toMatchObject([{ port: 9090 }, { port: 8181 }]);
    expect(run.values('context-path')).toEqual([{ path: '/' }]);
  });

  test('databases and passwords in properties, by profile, never the value', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<properties>',
        '<jdbc.url>jdbc:mysql://10.0.0.5:3306/dev</jdbc.url>',
        '<jdbc.username>root</jdbc.username>',
        '<jdbc.password>dev-s3cret</jdbc.password>',
        '</properties>',
        '<profiles><profile><id>prod</id><properties><jdbc.url>jdbc:mysql://db.prod/orders</jdbc.url><jdbc.password>pr0d</jdbc.password></properties></profile></profiles>',
      ),
    });
    expect(run.values('datasource')).toEqual([
      {
        product: 'mysql',
        host: '10.0.0.5',
        port: 3306,
        database: 'dev',
        url: 'jdbc:mysql://10.0.0.5:3306/dev',
        username: 'root',
        embedded: false,
        configuredBy: 'jdbc.url',
      },
      {
        product: 'mysql',
        host: 'db.prod',
        port: 3306,
        database: 'orders',
        url: 'jdbc:mysql://db.prod/orders',
        profile: 'prod',
        embedded: false,
        configuredBy: 'jdbc.url',
      },
    ]);
    expect(run.values('credential')).toEqual([
      { key: 'jdbc.password', purpose: 'database', username: 'root' },
      { key: 'jdbc.password', purpose: 'database', profile: 'prod' },
    ]);
    expect(JSON.stringify(run.facts)).not.toMatch(/s3cret|pr0d"/);
  });

  test('repositories inside a network are fixed addresses, public ones are not', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<repositories><repository><url>http://192.168.1.9:8081/nexus</url></repository>',
        '<repository><url>https://repo.maven.apache.org/maven2</url></repository></repositories>',
      ),
    });
    expect(run.values('fixed-address')).toEqual([{ address: '192.168.1.9', port: 8081 }]);
  });

  test('encoding of the sources', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<properties><project.build.sourceEncoding>GBK</project.build.sourceEncoding></properties>',
      ),
    });
    expect(run.values('encoding')).toEqual([{ charset: 'GBK', subject: 'source' }]);
  });
});

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
