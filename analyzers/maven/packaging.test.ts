import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { gav, plugins, pom } from '../../test/poms.js';
import { mavenAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(mavenAnalyzer, files);

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
