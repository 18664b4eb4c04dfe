import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { servletContainerAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(servletContainerAnalyzer, files);
const lines = (...all: string[]): string => all.join('\n');

describe('Tomcat context.xml', () => {
  test('a data source: definition, database, password by line', async () => {
    const run = await analyze({
      'web/META-INF/context.xml': lines(
        '<Context>',
        '<Resource name="jdbc/erp" type="javax.sql.DataSource"',
        '  driverClassName="oracle.jdbc.driver.OracleDriver"',
        '  url="jdbc:oracle:thin:@10.2.3.4:1521:ORCL"',
        '  username="erp"',
        '  password="s3cret"/>',
        '</Context>',
      ),
    });
    expect(run.values('jndi-resource')).toEqual([
      { name: 'jdbc/erp', type: 'javax.sql.DataSource', role: 'definition' },
    ]);
    expect(run.values('datasource')).toEqual([
      {
        product: 'oracle',
        host: '10.2.3.4',
        port: 1521,
        database: 'ORCL',
        driver: 'oracle.jdbc.driver.OracleDriver',
        url: 'jdbc:oracle:thin:@10.2.3.4:1521:ORCL',
        username: 'erp',
        jndiName: 'jdbc/erp',
        embedded: false,
      },
    ]);
    expect(run.places('datasource')).toEqual(['web/META-INF/context.xml:4']);
    expect(run.values('credential')).toEqual([{ key: 'password', purpose: 'database', username: 'erp' }]);
    expect(run.places('credential')).toEqual(['web/META-INF/context.xml:6']);
    expect(run.values('config-file')).toMatchObject([
      { readFrom: 'META-INF/context.xml', containsSecrets: true },
    ]);
    expect(JSON.stringify(run.facts)).not.toContain('s3cret');
  });

  test('mail session, broker, links, environment entries', async () => {
    const run = await analyze({
      'META-INF/context.xml': lines(
        '<Context>',
        '<Resource name="mail/Session" type="javax.mail.Session" mail.smtp.host="mx.corp" mail.smtp.user="bot" password="s3cret"/>',
        '<Resource name="jms/CF" type="org.apache.activemq.ActiveMQConnectionFactory" factory="org.apache.activemq.jndi.JNDIReferenceFactory" brokerURL="failover:(tcp://mq1:61616,tcp://mq2:61616)"/>',
        '<ResourceLink name="jdbc/hr" global="jdbc/hr" type="javax.sql.DataSource"/>',
        '<Environment name="reportDir" value="/data/report" type="java.lang.String"/>',
        '</Context>',
      ),
    });
    expect(run.values('depends-on')).toEqual([
      { service: 'smtp', host: 'mx.corp', port: 25 },
      { service: 'activemq', host: 'mq1', port: 61616 },
    ]);
    expect(run.values('jndi-resource').map(({ name }) => name)).toEqual([
      'mail/Session',
      'jms/CF',
      'jdbc/hr',
      'reportDir',
    ]);
    expect(run.values('credential')).toEqual([{ key: 'password', purpose: 'mail', username: 'bot' }]);
    expect(run.values('writable-path')).toMatchObject([{ path: '/data/report', use: 'report' }]);
  });

  test('session managers that keep sessions elsewhere', async () => {
    const run = await analyze({
      'a/META-INF/context.xml':
        '<Context><Manager className="com.orangefunction.tomcat.redissessions.RedisSessionManager" host="10.0.0.7" port="6380" password="x1"/></Context>',
      'b/META-INF/context.xml':
        '<Context><Manager className="org.apache.catalina.session.PersistentManager"><Store className="org.apache.catalina.session.FileStore"/></Manager></Context>',
      'c/META-INF/context.xml': '<Context><Manager pathname=""/></Context>',
    });
    expect(run.values('session-state')).toEqual([{ store: 'redis' }, { store: 'file' }]);
    expect(run.values('depends-on')).toEqual([{ service: 'redis', host: '10.0.0.7', port: 6380 }]);
    expect(run.values('credential')).toEqual([{ key: 'password', purpose: 'session' }]);
  });

  test('a context file names its path by its own name', async () => {
    const run = await analyze({
      'conf/Catalina/localhost/app#v2.xml': '<Context docBase="/opt/app.war"/>',
      'conf/Catalina/localhost/ROOT.xml': '<Context/>',
    });
    expect(run.values('context-path')).toEqual([{ path: '/' }, { path: '/app/v2' }]);
  });

  test('another file called context.xml is left alone', async () => {
    expect((await analyze({ 'src/context.xml': '<beans/>' })).facts).toEqual([]);
  });
});

test('Tomcat server.xml: ports, contexts, directories, realms', async () => {
  const run = await analyze({
    'tomcat/conf/catalina.properties': 'ajp.port=8010\n',
    'tomcat/conf/server.xml': lines(
      '<Server port="8005" shutdown="SHUTDOWN">',
      '<Service name="Catalina">',
      '<Connector port="8090" protocol="HTTP/1.1"',
      '  URIEncoding="GBK"/>',
      '<Connector port="8443" SSLEnabled="true" keystorePass="changeit"/>',
      '<Connector port="${ajp.port}" protocol="AJP/1.3"/>',
      '<!-- <Connector port="9999"/> -->',
      '<Engine><Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap://ad.corp:389"/>',
      '<Host appBase="webapps">',
      '<Context path="/oa" docBase="oa"/>',
      '<Context path="/upload" docBase="/data/upload"/>',
      '<Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs"/>',
      '</Host></Engine></Service></Server>',
    ),
  });
  expect(run.values('server')).toEqual([{ product: 'tomcat', embedded: false }]);
  expect(run.values('port')).toEqual([
    { port: 8005, protocol: 'tcp', purpose: 'shutdown' },
    { port: 8090, protocol: 'http', purpose: 'application' },
    { port: 8443, protocol: 'https', purpose: 'application' },
    { port: 8010, protocol: 'ajp', purpose: 'application' },
  ]);
  expect(run.values('context-path')).toEqual([{ path: '/oa' }]);
  expect(run.values('writable-path')).toEqual([
    { path: '/data/upload', use: 'upload', persistent: true, configuredBy: 'Context /upload' },
  ]);
  expect(run.values('depends-on')).toEqual([{ service: 'ldap', host: 'ad.corp', port: 389 }]);
  expect(run.values('encoding')).toEqual([{ charset: 'GBK', subject: 'web' }]);
  expect(run.values('credential')).toEqual([{ key: 'keystorePass', purpose: 'keystore' }]);
  expect(run.values('log-sink')).toEqual([{ target: 'file', path: 'logs', framework: 'tomcat-access-log' }]);
});

describe('other servers', () => {
  test('JBoss: context root, data sources of two ages, ports with an offset', async () => {
    const run = await analyze({
      'WEB-INF/jboss-web.xml':
        '<jboss-web><context-root>/crm</context-root><resource-ref><res-ref-name>jdbc/crm</res-ref-name><jndi-name>java:/CrmDS</jndi-name></resource-ref></jboss-web>',
      'deploy/crm-ds.xml':
        '<datasources><local-tx-datasource><jndi-name>CrmDS</jndi-name><connection-url>jdbc:mysql://db1/crm</connection-url><driver-class>com.mysql.jdbc.Driver</driver-class><user-name>crm</user-name><password>s3cret</password></local-tx-datasource></datasources>',
      'standalone.xml': lines(
        '<server xmlns="urn:jboss:domain:4.0">',
        '<datasource jndi-name="java:jboss/datasources/X"><connection-url>jdbc:h2:mem:x</connection-url><security><user-name>sa</user-name></security></datasource>',
        '<socket-binding-group port-offset="${jboss.socket.binding.port-offset:100}"><socket-binding name="http" port="${jboss.http.port:8080}"/><socket-binding name="management-http" port="9990"/></socket-binding-group>',
        '</server>',
      ),
    });
    expect(run.values('context-path')).toEqual([{ path: '/crm' }]);
    expect(run.values('server')).toEqual([
      { product: 'jboss', embedded: false },
      { product: 'wildfly', embedded: false },
    ]);
    expect(run.values('datasource')).toMatchObject([
      { product: 'mysql', host: 'db1', jndiName: 'CrmDS', username: 'crm' },
      { product: 'h2', embedded: true, jndiName: 'java:jboss/datasources/X' },
    ]);
    expect(run.values('port')).toEqual([{ port: 8180, protocol: 'http', purpose: 'application' }]);
    expect(JSON.stringify(run.facts)).not.toContain('s3cret');
  });

  test('WebLogic: context root, session store, directories, JDBC module', async () => {
    const run = await analyze({
      'WEB-INF/weblogic.xml':
        '<weblogic-web-app><context-root>hr</context-root><session-descriptor><timeout-secs>3600</timeout-secs><persistent-store-type>replicated</persistent-store-type></session-descriptor><virtual-directory-mapping><local-path>/u01/images</local-path><url-pattern>/images/*</url-pattern></virtual-directory-mapping></weblogic-web-app>',
      'config/jdbc/hr-jdbc.xml':
        '<jdbc-data-source><jdbc-driver-params><url>jdbc:oracle:thin:@//o:1521/HR</url><driver-name>oracle.jdbc.xa.client.OracleXADataSource</driver-name><properties><property><name>user</name><value>hr</value></property></properties><password-encrypted>{AES}abc=</password-encrypted></jdbc-driver-params><jdbc-data-source-params><jndi-name>jdbc/hr</jndi-name></jdbc-data-source-params></jdbc-data-source>',
    });
    expect(run.values('context-path')).toEqual([{ path: '/hr' }]);
    expect(run.values('session-state')).toEqual([
      { store: 'memory', distributable: true, timeoutMinutes: 60 },
    ]);
    expect(run.values('writable-path')).toEqual([{ path: '/u01/images', use: 'upload', persistent: true }]);
    expect(run.values('datasource')).toMatchObject([
      { product: 'oracle', host: 'o', database: 'HR', username: 'hr', jndiName: 'jdbc/hr' },
    ]);
    expect(run.values('credential')).toEqual([
      { key: 'password-encrypted', purpose: 'database', username: 'hr' },
    ]);
  });

  test('WebSphere and GlassFish context roots', async () => {
    const run = await analyze({
      'a/WEB-INF/ibm-web-ext.xml': '<web-ext><context-root uri="/bpm"/></web-ext>',
      'b/WEB-INF/sun-web.xml': '<sun-web-app><context-root>/fin</context-root></sun-web-app>',
    });
    expect(run.values('context-path')).toEqual([{ path: '/bpm' }, { path: '/fin' }]);
    expect(run.values('server').map(({ product }) => product)).toEqual(['websphere', 'glassfish']);
  });

  test('Jetty: port with a default, context path, JNDI data source', async () => {
    const run = await analyze({
      'etc/jetty.xml':
        '<Configure class="org.eclipse.jetty.server.Server"><New class="x.Connector"><Set name="port"><Property name="jetty.http.port" default="8088"/></Set></New></Configure>',
      'WEB-INF/jetty-web.xml':
        '<Configure class="w"><Set name="contextPath">/wiki</Set><New class="org.eclipse.jetty.plus.jndi.Resource"><Arg/><Arg>jdbc/wiki</Arg><Arg><New class="com.zaxxer.hikari.HikariDataSource"><Set name="jdbcUrl">jdbc:mariadb://m/wiki</Set><Set name="username">w</Set></New></Arg></New></Configure>',
    });
    expect(run.values('port')).toEqual([
      { port: 8088, protocol: 'http', purpose: 'application', configuredBy: 'jetty.http.port' },
    ]);
    expect(run.values('context-path')).toEqual([{ path: '/wiki' }]);
    expect(run.values('datasource')).toMatchObject([
      { product: 'mariadb', host: 'm', jndiName: 'jdbc/wiki', username: 'w' },
    ]);
  });

  test('logins of Tomcat’s own users', async () => {
    const run = await analyze({
      'conf/tomcat-users.xml':
        '<tomcat-users>\n<user username="admin" password="s3cret" roles="manager-gui"/>\n</tomcat-users>',
    });
    expect(run.values('credential')).toEqual([{ key: 'password', purpose: 'other', username: 'admin' }]);
    expect(run.places('credential')).toEqual(['conf/tomcat-users.xml:2']);
  });
});
