import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { gradleAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(gradleAnalyzer, files);
const script = (...lines: string[]): Promise<AnalyzerRun> =>
  analyze({ 'settings.gradle': "rootProject.name = 'shop'", 'build.gradle': lines.join('\n') });
const kotlin = (...lines: string[]): Promise<AnalyzerRun> =>
  analyze({ 'settings.gradle.kts': 'rootProject.name = "shop"', 'build.gradle.kts': lines.join('\n') });
const java = (version: string, basis: string): unknown => ({ language: 'java', version, basis });

describe('Java level', () => {
  test.each([
    ['sourceCompatibility = 1.8', java('8', 'source-level')],
    ["sourceCompatibility = '11'", java('11', 'source-level')],
    ['sourceCompatibility = JavaVersion.VERSION_1_7', java('7', 'source-level')],
    ['targetCompatibility 1.6', java('6', 'target-level')],
    ['java {\n  sourceCompatibility = JavaVersion.VERSION_17\n}', java('17', 'source-level')],
    ['java { toolchain { languageVersion = JavaLanguageVersion.of(17) } }', java('17', 'toolchain')],
    ['tasks.withType(JavaCompile) {\n options.release = 11\n}', java('11', 'release')],
    ["ext.level = '1.8'\nsourceCompatibility = level", java('8', 'source-level')],
    ['ext {\n level = 1.7\n}\nsourceCompatibility = "$level"', java('7', 'source-level')],
  ])('%s', async (text, value) => {
    expect((await script("apply plugin: 'java'", text)).values('runtime')).toEqual([value]);
  });

  test('source and target alike are one statement, with both lines', async () => {
    const run = await script(
      "apply plugin: 'java'",
      'sourceCompatibility = 1.8',
      'targetCompatibility = 1.8',
    );
    expect(run.values('runtime')).toEqual([java('8', 'target-level')]);
    expect(run.places('runtime')).toEqual(['build.gradle:3', 'build.gradle:2']);
  });

  test('Kotlin', async () => {
    const run = await kotlin(
      'plugins { java }',
      'java {',
      '  toolchain {',
      '    languageVersion.set(JavaLanguageVersion.of(21))',
      '  }',
      '}',
    );
    expect(run.values('runtime')).toEqual([java('21', 'toolchain')]);
    expect(run.places('runtime')).toEqual(['build.gradle.kts:4']);
  });

  test('comments, tests and what is computed say nothing', async () => {
    const run = await script(
      "apply plugin: 'java'",
      '// sourceCompatibility = 1.5',
      '/* sourceCompatibility = 1.6 */',
      'compileTestJava { sourceCompatibility = 1.8 }',
      'sourceCompatibility = findLevel()',
    );
    expect(run.values('runtime')).toEqual([]);
  });
});

describe('packaging', () => {
  test('a WAR by its plugin; name and version', async () => {
    const run = await script("apply plugin: 'war'", "version = '1.2'");
    expect(run.values('packaging')).toEqual([
      { type: 'war', artifact: 'shop-1.2.war', form: 'source', name: 'shop', version: '1.2' },
    ]);
    expect(run.values('build')).toEqual([
      { tool: 'gradle', file: 'build.gradle', root: '', output: 'build/libs/shop-1.2.war', target: 'war' },
    ]);
  });

  test('Spring Boot: executable jar, and the version of its artefacts', async () => {
    const run = await kotlin(
      'plugins {',
      '  java',
      '  id("org.springframework.boot") version "2.7.5"',
      '}',
      'dependencies {',
      '  implementation("org.springframework.boot:spring-boot-starter-web")',
      '}',
    );
    expect(run.values('packaging')).toMatchObject([{ type: 'executable-jar', artifact: 'shop.jar' }]);
    expect(run.values('library')).toEqual([
      {
        group: 'org.springframework.boot',
        name: 'spring-boot-starter-web',
        version: '2.7.5',
        scope: 'compile',
        ecosystem: 'maven',
      },
    ]);
    expect(run.places('library').sort()).toEqual(['build.gradle.kts:3', 'build.gradle.kts:6']);
  });

  test('the version of an old Boot plugin on the build script’s class path', async () => {
    const run = await script(
      'buildscript {',
      "  ext { bootVersion = '1.5.9.RELEASE' }",
      '  dependencies { classpath("org.springframework.boot:spring-boot-gradle-plugin:${bootVersion}") }',
      '}',
      "apply plugin: 'java'",
      "apply plugin: 'org.springframework.boot'",
      "dependencies { compile 'org.springframework.boot:spring-boot-starter-web' }",
    );
    expect(run.values('library')).toMatchObject([
      { name: 'spring-boot-starter-web', version: '1.5.9.RELEASE' },
    ]);
  });

  test.each([
    [
      "apply plugin: 'application'\nmainClassName = 'x.Main'",
      { type: 'executable-jar', mainClass: 'x.Main', artifact: 'shop.jar' },
    ],
    [
      "apply plugin: 'java'\njar {\n manifest {\n attributes 'Main-Class': 'x.Main'\n }\n}",
      { type: 'executable-jar', mainClass: 'x.Main' },
    ],
    ["apply plugin: 'war'\nwar { archiveFileName = 'ROOT.war' }", { artifact: 'ROOT.war' }],
    ["apply plugin: 'war'\narchivesBaseName = 'portal'", { artifact: 'portal.war' }],
    ["apply plugin: 'java'", { type: 'jar', artifact: 'shop.jar' }],
  ])('%s', async (text, expected) => {
    expect((await script(text)).values('packaging')).toMatchObject([expected]);
  });

  test('a computed version leaves the name unknown; apply false applies nothing', async () => {
    const computed = await script("apply plugin: 'war'", "version = 'git describe'.execute().text");
    expect(computed.values('packaging')).toEqual([{ type: 'war', form: 'source', name: 'shop' }]);
    const unapplied = await script("plugins { id 'org.springframework.boot' version '2.7.5' apply false }");
    expect(unapplied.values('packaging')).toEqual([{ type: 'pom', form: 'source', name: 'shop' }]);
  });
});

describe('dependencies', () => {
  test('notations and scopes', async () => {
    const run = await script(
      "apply plugin: 'java'",
      "ext.versions = [spring: '4.3.9.RELEASE']",
      'dependencies {',
      '  compile "org.springframework:spring-context:${versions.spring}"',
      "  runtime group: 'mysql', name: 'mysql-connector-java', version: '5.1.40'",
      "  providedCompile 'javax.servlet:servlet-api:2.5'",
      "  testImplementation('com.h2database:h2:1.4.200') { transitive = false }",
      "  // implementation 'never:used:1'",
      "  implementation 'a:no-version'",
      "  implementation 'a:dynamic:1.+'",
      '}',
      "buildscript { dependencies { classpath 'b:plugin:1' } }",
    );
    expect(run.values('library').map(({ name, version, scope }) => [name, version, scope])).toEqual([
      ['spring-context', '4.3.9.RELEASE', 'compile'],
      ['mysql-connector-java', '5.1.40', 'runtime'],
      ['servlet-api', '2.5', 'provided'],
      ['h2', '1.4.200', 'test'],
      ['no-version', undefined, 'compile'],
      ['dynamic', undefined, 'compile'],
    ]);
  });

  test('a version catalogue', async () => {
    const run = await analyze({
      'build.gradle.kts': 'plugins { java }\ndependencies { implementation(libs.spring.core) }',
      'gradle/libs.versions.toml':
        '[versions]\nspring = "5.3.1"\n[libraries]\nspring-core = { module = "org.springframework:spring-core", version.ref = "spring" }\n',
    });
    expect(run.values('library')).toMatchObject([
      { group: 'org.springframework', name: 'spring-core', version: '5.3.1' },
    ]);
    expect(run.places('library').sort()).toEqual([
      'build.gradle.kts:2',
      'gradle/libs.versions.toml:2',
      'gradle/libs.versions.toml:4',
    ]);
  });

  test('jars of a folder', async () => {
    const run = await analyze({
      'build.gradle':
        "apply plugin: 'java'\ndependencies {\n compile fileTree(dir: 'libs', include: ['*.jar'])\n}",
      'libs/sms-sdk-1.3.jar': '',
      'other/x-1.0.jar': '',
    });
    expect(run.values('library')).toEqual([
      { name: 'sms-sdk', version: '1.3', scope: 'compile', ecosystem: 'bundled' },
    ]);
  });
});

describe('several projects', () => {
  const files = {
    gradlew: '#!/bin/sh',
    'gradle/wrapper/gradle-wrapper.properties':
      'distributionUrl=https\\://services.gradle.org/distributions/gradle-6.8.3-bin.zip',
    'settings.gradle':
      "rootProject.name = 'shop'\ninclude 'core', ':web'\nproject(':web').projectDir = file('shop-web')",
    'build.gradle':
      "subprojects {\n apply plugin: 'java'\n sourceCompatibility = 1.8\n dependencies { testCompile 'junit:junit:4.12' }\n}\nproject(':core') { version = '2.0' }",
    'core/build.gradle': '',
    'shop-web/build.gradle': "apply plugin: 'war'\ndependencies {\n compile project(':core')\n}",
  };

  test('what the root says for others; modules; the wrapper', async () => {
    const run = await analyze(files);
    expect(run.values('packaging', 'core')).toMatchObject([{ type: 'jar', artifact: 'core-2.0.jar' }]);
    expect(run.values('packaging', 'shop-web')).toMatchObject([
      { type: 'war', artifact: 'web.war', name: 'web' },
    ]);
    expect(run.values('packaging', '')).toMatchObject([{ type: 'pom' }]);
    expect(run.values('runtime', 'shop-web')).toEqual([java('8', 'source-level')]);
    expect(run.values('runtime', '')).toEqual([]);
    expect(run.values('module')).toEqual([{ unit: 'core', scope: 'compile' }]);
    expect(run.values('build', 'shop-web')).toMatchObject([
      { version: '6.8.3', wrapper: true, file: 'build.gradle', root: '' },
    ]);
  });

  test('a folder that is not included is not built; one that is missing is a problem', async () => {
    const run = await analyze({
      ...files,
      'old/build.gradle': "apply plugin: 'war'",
      'settings.gradle': "include 'core', 'gone'",
    });
    expect(run.values('packaging', 'old')).toEqual([]);
    expect(run.problems()).toEqual(['gradle-project-missing settings.gradle:1']);
  });

  test('a pom.xml in the same folder is the build', async () => {
    expect((await analyze({ 'pom.xml': '<project/>', 'build.gradle': "apply plugin: 'war'" })).facts).toEqual(
      [],
    );
  });

  test('unbalanced text ends somewhere and says what it can', async () => {
    const run = await script(
      "apply plugin: 'war'",
      'dependencies { compile("a:b:1"',
      'sourceCompatibility = "1.8',
    );
    expect(run.values('packaging')).toHaveLength(1);
  });
});
