import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { classBytes } from '../../test/class-bytes.js';
import { javaArchiveAnalyzer } from './index.js';

const analyze = (files: Record<string, string | Uint8Array>): Promise<AnalyzerRun> =>
  analyzeInMemory(javaArchiveAnalyzer, files);
const manifest = (...lines: string[]): string => ['Manifest-Version: 1.0', ...lines, ''].join('\n');
const pomProperties = (group: string, artifact: string, version: string): string =>
  `version=${version}\ngroupId=${group}\nartifactId=${artifact}\n`;

describe('packaging', () => {
  test('a WAR calls itself what its POM says', async () => {
    const run = await analyze({
      'shop-2.1.0.war!/META-INF/MANIFEST.MF': manifest(),
      'shop-2.1.0.war!/META-INF/maven/g/shop-webapp/pom.properties': pomProperties(
        'g',
        'shop-webapp',
        '2.1.0',
      ),
      'shop-2.1.0.war!/WEB-INF/web.xml': '<web-app/>',
    });
    expect(run.values('packaging')).toEqual([
      { type: 'war', artifact: 'shop-2.1.0.war', form: 'archive', name: 'shop-webapp', version: '2.1.0' },
    ]);
    expect(run.facts.every(({ unit }) => unit === 'shop-2.1.0.war')).toBe(true);
  });

  test('a Spring Boot jar: start class (continued line), Boot’s version', async () => {
    const run = await analyze({
      'app.jar!/META-INF/MANIFEST.MF': manifest(
        'Main-Class: org.springframework.boot.loader.JarLauncher',
        'Start-Class: com.example.a.very.long',
        ' .Application',
        'Spring-Boot-Version: 2.3.4.RELEASE',
      ),
      'app.jar!/BOOT-INF/classes/com/example/A.class': classBytes(52),
      'app.jar!/org/springframework/boot/loader/JarLauncher.class': classBytes(61),
    });
    expect(run.values('packaging')).toEqual([
      {
        type: 'executable-jar',
        artifact: 'app.jar',
        mainClass: 'com.example.a.very.long.Application',
        form: 'archive',
        name: 'app',
      },
    ]);
    expect(run.places('packaging')).toContain('app.jar!/META-INF/MANIFEST.MF:3');
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '8', basis: 'class-file' }]);
    expect(run.values('library')).toEqual([
      {
        group: 'org.springframework.boot',
        name: 'spring-boot',
        version: '2.3.4.RELEASE',
        scope: 'runtime',
        ecosystem: 'bundled',
      },
    ]);
  });

  test('an unpacked WAR without a build is one; a web root beside a build file is not', async () => {
    const exploded = await analyze({
      'site/WEB-INF/web.xml': '<web-app/>',
      'site/WEB-INF/classes/A.class': classBytes(50),
    });
    expect(exploded.values('packaging', 'site')).toEqual([{ type: 'war', form: 'exploded' }]);
    expect(exploded.values('runtime')).toEqual([{ language: 'java', version: '6', basis: 'class-file' }]);
    const source = await analyze({
      'build.xml': '<project/>',
      'web/WEB-INF/web.xml': '<web-app/>',
      'web/WEB-INF/classes/A.class': classBytes(50),
    });
    expect(source.facts).toEqual([]);
  });

  test('an archive in a source tree is that tree’s business', async () => {
    const run = await analyze({
      'pom.xml': '<project/>',
      'dist/a.jar!/META-INF/MANIFEST.MF': manifest('Main-Class: A'),
    });
    expect(run.facts).toEqual([]);
  });
});

describe('Java level', () => {
  const war = 'a.war!/WEB-INF';

  test('the highest of the own classes; other versions’ classes and module descriptions don’t count', async () => {
    const run = await analyze({
      [`${war}/classes/A.class`]: classBytes(52),
      [`${war}/classes/B.class`]: classBytes(55),
      [`${war}/classes/META-INF/versions/17/C.class`]: classBytes(61),
      [`${war}/classes/module-info.class`]: classBytes(65),
      [`${war}/classes/broken.class`]: 'not a class',
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '11', basis: 'class-file' }]);
    expect(run.places('runtime')).toEqual(['a.war!/WEB-INF/classes/B.class:0']);
  });

  test('libraries put a floor, and decide where there are no own classes', async () => {
    const files = {
      [`${war}/lib/old.jar`]: '',
      [`${war}/lib/old.jar!/A.class`]: classBytes(49),
      [`${war}/lib/new.jar`]: '',
      [`${war}/lib/new.jar!/B.class`]: classBytes(51),
      [`${war}/lib/new.jar!/META-INF/versions/9/B.class`]: classBytes(53),
    };
    expect((await analyze(files)).values('runtime')).toEqual([
      { language: 'java', version: '7', basis: 'class-file' },
    ]);
    const higher = await analyze({ ...files, [`${war}/classes/A.class`]: classBytes(52) });
    expect(higher.values('runtime')).toEqual([{ language: 'java', version: '8', basis: 'class-file' }]);
  });

  test('the JDK that built it is a hint', async () => {
    const run = await analyze({ 'a.war!/META-INF/MANIFEST.MF': manifest('Build-Jdk: 1.7.0_55') });
    expect(run.facts.filter(({ kind }) => kind === 'runtime')).toMatchObject([
      { value: { version: '7', basis: 'document' }, certainty: 'inferred', evidence: [{ line: 2 }] },
    ]);
  });
});

describe('libraries', () => {
  test('by pom.properties, by name, by manifest', async () => {
    const run = await analyze({
      'a.war!/WEB-INF/web.xml': '<web-app/>',
      'a.war!/WEB-INF/lib/core-1.jar': '',
      'a.war!/WEB-INF/lib/core-1.jar!/META-INF/maven/org.x/x-core/pom.properties': pomProperties(
        'org.x',
        'x-core',
        '1.0',
      ),
      'a.war!/WEB-INF/lib/derby-10.10.1.1.jar': '',
      'a.war!/WEB-INF/lib/ojdbc6.jar': '',
      'a.war!/WEB-INF/lib/ojdbc6.jar!/META-INF/MANIFEST.MF': manifest('Implementation-Version: 11.2.0.3.0'),
    });
    expect(run.values('library')).toEqual([
      { group: 'org.x', name: 'x-core', version: '1.0', scope: 'runtime', ecosystem: 'bundled' },
      { name: 'derby', version: '10.10.1.1', scope: 'runtime', ecosystem: 'bundled' },
      { name: 'ojdbc6', version: '11.2.0.3.0', scope: 'runtime', ecosystem: 'bundled' },
    ]);
    expect(run.places('library')).toContain('a.war!/WEB-INF/lib/ojdbc6.jar!/META-INF/MANIFEST.MF:2');
  });

  test('those that a source tree carries in its web root', async () => {
    const run = await analyze({
      'pom.xml': '<project/>',
      'src/main/webapp/WEB-INF/lib/sms-client-2.3.jar': '',
    });
    expect(run.facts).toMatchObject([
      { unit: '', kind: 'library', value: { name: 'sms-client', version: '2.3' } },
    ]);
  });
});

test('placeholders of the own libraries’ default configuration', async () => {
  const lib = 'a.war!/WEB-INF/lib/conf-1.0.jar';
  const run = await analyze({
    'a.war!/META-INF/maven/org.x/app/pom.properties': pomProperties('org.x', 'app', '1.0'),
    [lib]: '',
    [`${lib}!/META-INF/maven/org.x/conf/pom.properties`]: pomProperties('org.x', 'conf', '1.0'),
    [`${lib}!/default.xml`]:
      '<configuration>\n<a><![CDATA[${app.base}/repositories/internal]]></a>\n<b>${app.base}/conf/x.xml</b>\n<!-- ${never.used}/y -->\n<c>${java.io.tmpdir}/z ${known.key} ${app.name:shop}</c>\n</configuration>',
    [`${lib}!/remote.xml`]:
      '<configuration>\n<url>http://repo.example.cn/maven2</url>\n<url>http://www.shop.cn/help.html</url>\n<name>http://not.called.cn/</name></configuration>',
    [`${lib}!/defaults.properties`]: 'known.key=1\n',
    [`${lib}!/page.xml`]: '<page>${wicket.label}</page>',
  });
  expect(run.values('system-property')).toEqual([{ name: 'app.base', required: true }]);
  expect(run.places('system-property')).toEqual([`${lib}!/default.xml:2`, `${lib}!/default.xml:3`]);
  expect(run.values('writable-path')).toEqual([
    { path: '${app.base}/repositories/internal', use: 'data', persistent: true, configuredBy: 'app.base' },
    { path: '${app.base}/conf', use: 'data', persistent: true, configuredBy: 'app.base' },
  ]);
  expect(run.values('outbound-url')).toEqual([{ url: 'http://repo.example.cn/maven2' }]);
  expect(run.places('depends-on')).toEqual([`${lib}!/remote.xml:2`]);
});
