import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { servletContainerAnalyzer } from './index.js';

const path = 'src/main/webapp/WEB-INF/web.xml';
const analyze = (webXml: string, more: Record<string, string> = {}): Promise<AnalyzerRun> =>
  analyzeInMemory(servletContainerAnalyzer, { 'pom.xml': '<project/>', [path]: webXml, ...more });
const webApp = (...lines: string[]): string => ['<web-app version="2.5">', ...lines, '</web-app>'].join('\n');
const contextParam = (name: string, value: string): string =>
  `<context-param>\n<param-name>${name}</param-name>\n<param-value>${value}</param-value>\n</context-param>`;

describe('Servlet API', () => {
  test.each([
    [
      '<!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN" "http://java.sun.com/dtd/web-app_2_3.dtd">\n<web-app/>',
      'javax',
      '2.3',
      1,
    ],
    [
      '<?xml version="1.0"?>\n<!DOCTYPE web-app\n SYSTEM "http://java.sun.com/j2ee/dtds/web-app_2_2.dtd">\n<web-app/>',
      'javax',
      '2.2',
      3,
    ],
    ['<web-app xmlns="http://java.sun.com/xml/ns/j2ee" version="2.4"/>', 'javax', '2.4', 1],
    ['<web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee"\n  version="3.1"/>', 'javax', '3.1', 2],
    ['<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"\n  version="6.0"/>', 'jakarta', '6.0', 2],
  ] as const)('%s', async (text, namespace, version, line) => {
    const run = await analyze(text);
    expect(run.values('servlet-api')).toEqual([{ namespace, version }]);
    expect(run.places('servlet-api')).toEqual([`${path}:${line}`]);
  });

  test('a descriptor that says no version says nothing', async () => {
    expect((await analyze('<web-app/>')).values('servlet-api')).toEqual([]);
  });

  test('a web application of the tests does not count', async () => {
    const run = await analyzeInMemory(servletContainerAnalyzer, {
      'src/test/webapp/WEB-INF/web.xml': webApp(),
    });
    expect(run.facts).toEqual([]);
  });
});

describe('sessions', () => {
  test('timeout and distributable', async () => {
    const run = await analyze(
      webApp(
        '<distributable/>',
        '<session-config>',
        '<session-timeout>30</session-timeout>',
        '</session-config>',
      ),
    );
    expect(run.values('session-state')).toEqual([
      { store: 'memory', distributable: true, timeoutMinutes: 30 },
    ]);
    expect(run.places('session-state')).toEqual([`${path}:4`, `${path}:2`]);
  });

  test('nothing about sessions, or only in a comment, is nothing', async () => {
    expect((await analyze(webApp('<!-- <distributable/> -->'))).values('session-state')).toEqual([]);
  });
});

describe('JNDI', () => {
  test('references with their types', async () => {
    const run = await analyze(
      webApp(
        '<resource-ref><res-ref-name>jdbc/users</res-ref-name><res-type>javax.sql.DataSource</res-type></resource-ref>',
        '<resource-ref><res-ref-name>java:comp/env/mail/Session</res-ref-name><res-type>javax.mail.Session</res-type></resource-ref>',
        '<resource-env-ref><resource-env-ref-name>jms/Q</resource-env-ref-name><resource-env-ref-type>javax.jms.Queue</resource-env-ref-type></resource-env-ref>',
        '<env-entry><env-entry-name>uploadDir</env-entry-name><env-entry-type>java.lang.String</env-entry-type><env-entry-value>/data/upload</env-entry-value></env-entry>',
        '<env-entry><env-entry-name>siteId</env-entry-name><env-entry-type>java.lang.String</env-entry-type></env-entry>',
      ),
    );
    expect(run.values('jndi-resource')).toEqual([
      { name: 'jdbc/users', type: 'javax.sql.DataSource', role: 'reference' },
      { name: 'mail/Session', type: 'javax.mail.Session', role: 'reference' },
      { name: 'jms/Q', type: 'javax.jms.Queue', role: 'reference' },
      { name: 'uploadDir', type: 'java.lang.String', role: 'definition' },
      { name: 'siteId', type: 'java.lang.String', role: 'reference' },
    ]);
    expect(run.values('writable-path')).toEqual([
      { path: '/data/upload', use: 'upload', persistent: true, configuredBy: 'uploadDir' },
    ]);
  });

  test('a data source of the descriptor itself', async () => {
    const run = await analyze(
      webApp(
        '<data-source>',
        '<name>java:app/jdbc/x</name>',
        '<url>jdbc:postgresql://pg/x</url>',
        '<user>app</user>',
        '<password>s3cret</password>',
        '</data-source>',
      ),
    );
    expect(run.values('datasource')).toMatchObject([
      { product: 'postgresql', host: 'pg', jndiName: 'java:app/jdbc/x', username: 'app' },
    ]);
    expect(run.places('credential')).toEqual([`${path}:6`]);
    expect(JSON.stringify(run.facts)).not.toContain('s3cret');
  });
});

describe('parameters', () => {
  test('directories of the machine, not paths of the application', async () => {
    const run = await analyze(
      webApp(
        contextParam('uploadPath', '/data/upload'),
        contextParam('tempDir', 'D:\\temp'),
        contextParam('page', '/login.jsp'),
        contextParam('contextConfigLocation', '/WEB-INF/applicationContext.xml'),
      ),
    );
    expect(run.values('writable-path')).toEqual([
      { path: '/data/upload', use: 'upload', persistent: true, configuredBy: 'uploadPath' },
      { path: 'D:\\temp', use: 'temp', persistent: false, configuredBy: 'tempDir' },
    ]);
    expect(run.places('writable-path')).toEqual([`${path}:4`, `${path}:8`]);
  });

  test('CAS: the login server is a dependency, the own address is fixed', async () => {
    const filter = (name: string, value: string): string =>
      `<filter><filter-name>c</filter-name><filter-class>x.Cas</filter-class><init-param><param-name>${name}</param-name><param-value>${value}</param-value></init-param></filter>`;
    const run = await analyze(
      webApp(
        filter('casServerLoginUrl', 'https://10.1.1.5:8443/cas/login'),
        filter('serverName', 'http://10.1.1.9:8080'),
      ),
    );
    expect(run.values('depends-on')).toEqual([
      { service: 'cas', host: '10.1.1.5', port: 8443, name: '/cas/login', configuredBy: 'casServerLoginUrl' },
    ]);
    expect(run.values('fixed-address')).toEqual([
      { address: '10.1.1.5', port: 8443 },
      { address: '10.1.1.9', port: 8080 },
    ]);
  });

  test('passwords: the key and line, never the value', async () => {
    const run = await analyze(
      webApp(
        '<servlet><servlet-name>Druid</servlet-name><servlet-class>com.alibaba.druid.support.http.StatViewServlet</servlet-class>',
        '<init-param><param-name>loginUsername</param-name><param-value>admin</param-value></init-param>',
        '<init-param><param-name>loginPassword</param-name>\n<param-value>s3cret</param-value></init-param></servlet>',
      ),
    );
    expect(run.values('credential')).toEqual([{ key: 'loginPassword', purpose: 'other', username: 'admin' }]);
    expect(JSON.stringify(run.facts)).not.toContain('s3cret');
    expect(run.values('config-file')).toMatchObject([{ containsSecrets: true, environmentSpecific: true }]);
  });

  test('the logging configuration and the encoding filter', async () => {
    const run = await analyze(
      webApp(
        contextParam('log4jConfigLocation', 'classpath:log4j.properties'),
        '<filter><filter-name>e</filter-name><filter-class>org.springframework.web.filter.CharacterEncodingFilter</filter-class><init-param><param-name>encoding</param-name><param-value>GBK</param-value></init-param></filter>',
      ),
      { 'src/main/resources/log4j.properties': '' },
    );
    expect(run.values('config-file')[0]).toEqual({
      path: 'src/main/resources/log4j.properties',
      format: 'properties',
      readFrom: 'classpath:log4j.properties',
      purpose: 'logging',
      containsSecrets: false,
      environmentSpecific: false,
    });
    expect(run.values('encoding')).toEqual([{ charset: 'GBK', subject: 'web' }]);
  });
});

describe('pages', () => {
  const welcome = (...files: string[]): string =>
    `<welcome-file-list>\n${files.map((file) => `<welcome-file>${file}</welcome-file>`).join('\n')}\n</welcome-file-list>`;
  const jsp = (name: string): Record<string, string> => ({ [`src/main/webapp/${name}`]: '' });

  test('the first welcome file that is there', async () => {
    const run = await analyze(webApp(welcome('index.html', 'index.jsp')), jsp('index.jsp'));
    expect(run.values('entry-page')).toEqual([{ path: '/index.jsp' }]);
    expect(run.places('entry-page')).toEqual([`${path}:4`]);
  });

  test('a welcome file that a servlet answers; one that nobody answers is none', async () => {
    const mapping =
      '<servlet-mapping><servlet-name>a</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping>';
    expect((await analyze(webApp(mapping, welcome('home.do')))).values('entry-page')).toEqual([
      { path: '/home.do' },
    ]);
    expect((await analyze(webApp(welcome('gone.jsp')))).values('entry-page')).toEqual([]);
  });

  test('without a list the container’s own names count', async () => {
    const run = await analyze(webApp(), jsp('index.jsp'));
    expect(run.facts.filter(({ kind }) => kind === 'entry-page')).toMatchObject([
      { value: { path: '/index.jsp' }, certainty: 'inferred' },
    ]);
  });

  test('when everything needs a login, the login form is the page', async () => {
    const run = await analyze(
      webApp(
        welcome('index.jsp'),
        '<security-constraint><web-resource-collection><url-pattern>/*</url-pattern></web-resource-collection><auth-constraint><role-name>user</role-name></auth-constraint></security-constraint>',
        '<login-config><form-login-config><form-login-page>/login.jsp</form-login-page></form-login-config></login-config>',
      ),
      jsp('index.jsp'),
    );
    expect(run.values('entry-page')).toEqual([{ path: '/login.jsp' }]);
  });

  test('a framework with a home page of its own, mapped to everything', async () => {
    const filter = (name: string, pattern: string): string =>
      `<filter><filter-name>${name}</filter-name><filter-class>org.apache.wicket.protocol.http.WicketFilter</filter-class></filter><filter-mapping><filter-name>${name}</filter-name><url-pattern>${pattern}</url-pattern></filter-mapping>`;
    expect((await analyze(webApp(filter('a', '/a/*'), filter('home', '/*')))).values('entry-page')).toEqual([
      { path: '/' },
    ]);
    expect((await analyze(webApp(filter('a', '/a/*')))).values('entry-page')).toEqual([]);
  });

  test('pages for probes', async () => {
    const run = await analyze(
      webApp(
        '<servlet-mapping><servlet-name>h</servlet-name><url-pattern>/monitor/ping</url-pattern></servlet-mapping>',
      ),
      jsp('health.jsp'),
    );
    expect(run.values('health-endpoint')).toEqual([
      { path: '/monitor/ping', probe: 'any' },
      { path: '/health.jsp', probe: 'any' },
    ]);
    expect(run.places('health-endpoint')).toEqual([`${path}:2`, 'src/main/webapp/health.jsp:0']);
  });
});

describe('classes', () => {
  const listener = (name: string): string => `<listener><listener-class>${name}</listener-class></listener>`;

  test('a Quartz listener is a scheduler in the process', async () => {
    const run = await analyze(webApp(listener('org.quartz.ee.servlet.QuartzInitializerListener')));
    expect(run.values('scheduled-job')).toEqual([
      { name: 'QuartzInitializerListener', mechanism: 'quartz', inProcess: true },
    ]);
  });

  test('frameworks, unless a library says them with a version', async () => {
    const run = await analyze(
      webApp(
        listener('org.springframework.web.context.ContextLoaderListener'),
        '<servlet><servlet-class>org.apache.struts.action.ActionServlet</servlet-class></servlet>',
      ),
    );
    const view = { id: 'web', path: '', units: [''], facts: [] };
    const names = (
      facts: Parameters<NonNullable<typeof servletContainerAnalyzer.derive>>[0]['facts'],
    ): unknown[] =>
      (servletContainerAnalyzer.derive?.({ ...view, facts }, run.project) ?? []).map((fact) => fact.value);
    expect(names([])).toEqual([{ name: 'struts1' }, { name: 'spring' }]);
    const library = { name: 'spring-core', version: '4.3.9', scope: 'compile', ecosystem: 'maven' as const };
    const evidence = [{ file: 'pom.xml', by: 'maven' }] as const;
    expect(
      names([{ kind: 'library', component: 'web', value: library, certainty: 'declared', evidence }]),
    ).toEqual([{ name: 'struts1' }]);
  });
});

test('a broken descriptor is a problem, not an end', async () => {
  const run = await analyze('<web-app>\n<servlet>\n</web-app>');
  expect(run.facts).toEqual([]);
  expect(run.problems()).toHaveLength(1);
});
