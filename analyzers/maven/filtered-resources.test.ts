import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { gav, plugins, pom } from '../../test/poms.js';
import { mavenAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(mavenAnalyzer, files);

const filtered =
  '<build><resources><resource><directory>src/main/resources</directory><filtering>true</filtering><includes><include>**/application*.yml</include></includes></resource></resources></build>';
const profiles =
  '<profiles><profile><id>dev</id><activation><activeByDefault>true</activeByDefault></activation><properties><env>dev</env></properties></profile><profile><id>prod</id><properties><env>production</env></properties></profile></profiles>';

describe('resources that Maven fills in', () => {
  test('the value by default and in each profile, at the line of the placeholder', async () => {
    const run = await analyze({
      'pom.xml': pom(gav('a'), filtered, profiles),
      'src/main/resources/application.yml': 'spring:\n  profiles:\n    active: @env@\n',
      'src/main/resources/other.yml': 'x: @env@\n',
    });
    const base = { path: 'src/main/resources/application.yml', token: '@env@', name: 'env', secret: false };
    expect(run.values('filtered-value')).toEqual([
      { ...base, value: 'dev' },
      { ...base, value: 'dev', profile: 'dev' },
      { ...base, value: 'production', profile: 'prod' },
    ]);
    expect(run.facts.find(({ kind }) => kind === 'filtered-value')?.evidence[0]).toMatchObject({ line: 3 });
    expect(run.values('build').map(({ profiles: offered }) => offered)).toEqual([['dev', 'prod']]);
  });

  test('nothing is filled in where filtering is off', async () => {
    const run = await analyze({
      'pom.xml': pom(gav('a'), profiles),
      'src/main/resources/application.yml': 'active: @env@\n',
    });
    expect(run.values('filtered-value')).toEqual([]);
  });

  test('braces count when the build knows the name, unless its own delimiters alone count; a secret keeps its value back', async () => {
    const properties =
      '<properties><jdbc.url>jdbc:mysql://db/x</jdbc.url><jdbc.password>s3cret</jdbc.password></properties>';
    const all =
      '<build><resources><resource><directory>${basedir}/src/main/resources</directory><filtering>true</filtering></resource></resources></build>';
    const files = {
      'src/main/resources/db.properties': 'url=${jdbc.url}\npassword=${jdbc.password}\nhome=${user.home}\n',
    };
    const run = await analyze({ 'pom.xml': pom(gav('a'), properties, all), ...files });
    expect(run.values('filtered-value').map(({ token, value, secret }) => [token, value, secret])).toEqual([
      ['${jdbc.url}', 'jdbc:mysql://db/x', false],
      ['${jdbc.password}', undefined, true],
    ]);
    const own = all.replace(
      '</build>',
      '<plugins><plugin><artifactId>maven-resources-plugin</artifactId><configuration><useDefaultDelimiters>false</useDefaultDelimiters></configuration></plugin></plugins></build>',
    );
    expect(
      (await analyze({ 'pom.xml': pom(gav('a'), properties, own), ...files })).values('filtered-value'),
    ).toEqual([]);
  });

  test('Spring Boot’s parent filters the application’s own settings', async () => {
    const parent =
      '<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>2.7.18</version></parent>';
    const run = await analyze({
      'pom.xml': pom(parent, '<artifactId>a</artifactId><version>1.2</version>', plugins()),
      'src/main/resources/application.properties':
        'info.version=@project.version@\nname=${spring.application.name}\nx=@nobody.knows@\n',
      'src/main/resources/messages.properties': 'mail=@project.version@\n',
    });
    expect(run.values('filtered-value').map(({ path, token, value }) => [path, token, value])).toEqual([
      ['src/main/resources/application.properties', '@project.version@', '1.2'],
      ['src/main/resources/application.properties', '@nobody.knows@', undefined],
    ]);
  });
});
