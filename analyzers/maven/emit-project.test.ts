import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { dependency, gav, plugins, pom } from '../../test/poms.js';
import { mavenAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(mavenAnalyzer, files);

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

  test('a WAR leaves out what packagingExcludes names', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<packaging>war</packaging>',
        plugins(
          '<plugin><artifactId>maven-war-plugin</artifactId><configuration><packagingExcludes>WEB-INF/lib/ojdbc*.jar, WEB-INF/classes/x</packagingExcludes></configuration></plugin>',
        ),
        `<dependencies>${dependency('ojdbc6', '<version>11</version>')}${dependency('other', '<version>1</version>')}</dependencies>`,
      ),
    });
    expect(run.values('library').map(({ name, scope }) => [name, scope])).toEqual([
      ['ojdbc6', 'provided'],
      ['other', 'compile'],
    ]);
  });

  test('context roots of an EAR', async () => {
    const run = await analyze({
      'pom.xml': pom(
        gav('a'),
        '<packaging>ear</packaging>',
        plugins(
          '<plugin><artifactId>maven-ear-plugin</artifactId><configuration><modules><webModule><contextRoot>erp</contextRoot></webModule></modules></configuration></plugin>',
        ),
      ),
    });
    expect(run.values('context-path')).toEqual([{ path: '/erp' }]);
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
