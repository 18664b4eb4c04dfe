import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory } from '../../test/analyze-in-memory.js';
import { springAnalyzer } from './index.js';

const yml = 'src/main/resources/application.yml';
const analyze = (files: Record<string, string>): ReturnType<typeof analyzeInMemory> =>
  analyzeInMemory(springAnalyzer, { 'pom.xml': '<project/>', ...files });

describe('Spring Boot settings', () => {
  test('port by a variable with a default, context path', async () => {
    const run = await analyze({
      [yml]: 'server:\n  port: ${PORT:8081}\n  servlet:\n    context-path: /shop/\n',
    });
    expect(run.values('port')).toEqual([
      { port: 8081, protocol: 'http', purpose: 'application', configuredBy: 'PORT' },
    ]);
    expect(run.places('port')).toEqual([`${yml}:2`]);
    expect(run.values('context-path')).toEqual([{ path: '/shop' }]);
    expect(run.values('env-var')).toEqual([
      { name: 'PORT', default: '8081', required: false, source: 'environment' },
    ]);
  });

  test('documents by profile; the driver of the common one; no value of a password', async () => {
    const run = await analyze({
      [yml]: [
        'spring:',
        '  profiles:',
        '    active: @active@',
        '  datasource:',
        '    driver-class-name: org.postgresql.Driver',
        '---',
        'spring:',
        '  config.activate.on-profile: prod',
        '  datasource:',
        '    url: jdbc:postgresql://10.1.1.5/shop',
        '    username: app',
        '    password: hunter2',
      ].join('\n'),
    });
    expect(run.values('datasource')).toEqual([
      {
        product: 'postgresql',
        host: '10.1.1.5',
        port: 5432,
        database: 'shop',
        driver: 'org.postgresql.Driver',
        url: 'jdbc:postgresql://10.1.1.5/shop',
        username: 'app',
        profile: 'prod',
        embedded: false,
        configuredBy: 'spring.datasource.url',
      },
    ]);
    expect(run.values('credential')).toEqual([
      { key: 'spring.datasource.password', purpose: 'database', username: 'app', profile: 'prod' },
    ]);
    expect(run.places('credential')).toEqual([`${yml}:12`]);
    expect(JSON.stringify(run.facts)).not.toContain('hunter2');
  });

  test('YAML that a build has yet to filter is read by its lines', async () => {
    const run = await analyze({
      [yml]:
        'server:\n  port: 9001\nspring:\n  redis: {host: @redis.host@\n  mail:\n    host: mail.example # relay\n',
    });
    expect(run.values('port')).toMatchObject([{ port: 9001 }]);
    expect(run.values('depends-on')).toEqual([
      { service: 'smtp', host: 'mail.example', port: 25, configuredBy: 'spring.mail.host' },
    ]);
  });

  test.each(['', '${DB_PASS}', '@db.pass@', 'ENC(abc)', 'changeme'])('%j is no secret', async (value) => {
    const run = await analyze({ 'src/main/resources/application.properties': `db.password=${value}` });
    expect(run.values('credential')).toEqual([]);
  });

  test('own settings: another system, a directory; not the developer’s', async () => {
    const run = await analyze({
      'src/main/resources/application.properties': 'crm.url=http://10.2.0.9:8080/api\nfiles.dir=/data/files',
      'src/main/resources/application-dev.properties': 'files.dir=./files/',
    });
    expect(run.values('outbound-url')).toEqual([{ url: 'http://10.2.0.9:8080/api' }]);
    expect(run.values('fixed-address')).toEqual([{ address: '10.2.0.9', port: 8080 }]);
    expect(run.values('writable-path')).toEqual([
      { path: '/data/files', use: 'data', persistent: true, configuredBy: 'files.dir' },
    ]);
    expect(run.values('config-file')).toMatchObject([
      { profile: 'dev', environmentSpecific: true },
      { readFrom: 'classpath:application.properties', containsSecrets: false, environmentSpecific: true },
    ]);
  });
});

describe('settings without Spring Boot', () => {
  test('jdbc.properties through a bean, once', async () => {
    const run = await analyze({
      'src/main/resources/jdbc.properties':
        'jdbc.url=jdbc:oracle:thin:@10.0.0.1:1521:ORCL\njdbc.username=scott\njdbc.password=tiger',
      'src/main/webapp/WEB-INF/applicationContext.xml': `<beans><bean id="ds" class="org.apache.commons.dbcp.BasicDataSource">
<property name="url" value="\${jdbc.url}"/><property name="password" value="\${jdbc.password}"/></bean></beans>`,
    });
    expect(run.values('datasource')).toMatchObject([
      { product: 'oracle', host: '10.0.0.1', port: 1521, database: 'ORCL', username: 'scott' },
    ]);
    expect(run.places('credential')).toEqual(['src/main/resources/jdbc.properties:3']);
  });

  test('literal bean, JNDI, schedules', async () => {
    const run = await analyze({
      'src/main/webapp/WEB-INF/spring.xml': `<beans xmlns:p="p" xmlns:jee="j" xmlns:task="t">
<bean id="ds" class="com.alibaba.druid.pool.DruidDataSource" p:url="jdbc:mysql://db1/x" p:username="u"
  p:password="s3cr3t"/>
<jee:jndi-lookup id="b" jndi-name="java:comp/env/jdbc/other"/>
<task:scheduled-tasks><task:scheduled ref="cleaner" method="run" cron="0 0 1 * * ?"/></task:scheduled-tasks>
<bean id="t" class="org.springframework.scheduling.quartz.CronTriggerFactoryBean"><property name="jobDetail" ref="job"/>
<property name="cronExpression" value="0 0 2 * * ?"/></bean></beans>`,
    });
    expect(run.values('datasource')).toMatchObject([{ product: 'mysql', host: 'db1', username: 'u' }]);
    expect(run.places('credential')).toEqual(['src/main/webapp/WEB-INF/spring.xml:3']);
    expect(run.values('jndi-resource')).toEqual([
      { name: 'jdbc/other', type: 'javax.sql.DataSource', role: 'lookup' },
    ]);
    expect(run.values('scheduled-job')).toEqual([
      { name: 'job', schedule: '0 0 2 * * ?', mechanism: 'quartz', inProcess: true },
      { name: 'cleaner.run', schedule: '0 0 1 * * ?', mechanism: 'spring', inProcess: true },
    ]);
  });

  test('placeholders that nobody defines are system properties; comments do not count', async () => {
    const run = await analyze({
      'src/main/resources/beans.xml':
        '<beans><bean class="A"><property name="f" value="${app.base}/conf/a.xml"/></bean>\n<!-- ${gone.base}/x --><bean class="B"><property name="t" value="${java.io.tmpdir}/y"/></bean></beans>',
    });
    expect(run.values('system-property')).toEqual([{ name: 'app.base', required: true }]);
    expect(run.values('writable-path')).toEqual([
      { path: '${app.base}/conf', use: 'data', persistent: true, configuredBy: 'app.base' },
    ]);
  });

  test('hibernate.cfg.xml and persistence.xml', async () => {
    const run = await analyze({
      'src/main/resources/hibernate.cfg.xml':
        '<hibernate-configuration><session-factory><property name="connection.url">jdbc:mysql://h1:3307/a</property><property name="connection.password">x1y2</property></session-factory></hibernate-configuration>',
      'src/main/resources/META-INF/persistence.xml':
        '<persistence><persistence-unit name="p"><jta-data-source>java:comp/env/jdbc/p</jta-data-source></persistence-unit></persistence>',
    });
    expect(run.values('datasource')).toMatchObject([
      { product: 'mysql', host: 'h1', port: 3307, database: 'a' },
    ]);
    expect(run.values('credential')).toEqual([{ key: 'connection.password', purpose: 'database' }]);
    expect(run.values('jndi-resource')).toMatchObject([{ name: 'jdbc/p', role: 'lookup' }]);
  });
});

test('texts for people are no settings: their variables are filled in by the code', async () => {
  const run = await analyze({
    'src/main/resources/UploadPage.properties':
      'failed=File failed to upload: ${exception.localizedMessage}\n',
    'src/main/resources/jdbc.properties':
      'sql=select name from ${db.schema}.user\nhelp.url=http://shop.cn/help/a.html\n',
  });
  expect(run.values('system-property')).toMatchObject([{ name: 'db.schema' }]);
  expect(run.values('depends-on')).toEqual([]);
});

test('translations and what was put aside are no configuration; a style sheet is not written', async () => {
  const bean = '<beans><bean id="a" class="A"><property name="url" value="${ldap.url}"/></bean></beans>';
  const run = await analyze({
    'src/main/resources/messages_ur.properties': 'screen.password=Xyz1234\n',
    'src/main/resources/texts_pt_BR.properties': 'screen.password=Senha\n',
    'src/main/webapp/WEB-INF/unused-spring-configuration/ldap.xml': bean,
    'src/main/resources/theme.properties': 'custom.css.file=/css/a.css\n',
  });
  expect(run.facts.map(({ kind }) => kind)).toEqual([]);
  const used = await analyze({
    'src/main/webapp/WEB-INF/spring/ldap.xml': bean,
    'src/main/resources/jdbc_qa.properties': 'jdbc.password=Xyz1234\n',
  });
  expect(used.values('system-property')).toMatchObject([{ name: 'ldap.url' }]);
  expect(used.values('credential')).toMatchObject([{ key: 'jdbc.password' }]);
});
