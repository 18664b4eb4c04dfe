import { expect, test } from '@jest/globals';
import { planInMemory } from '../../test/plan-in-memory.js';

const beans = (body: string) => `<beans>\n${body}\n</beans>\n`;
const webXml = (...resources: readonly (readonly [string, string])[]) =>
  `<web-app version="2.4">\n${resources
    .map(
      ([name, type]) =>
        `<resource-ref><res-ref-name>${name}</res-ref-name><res-type>${type}</res-type></resource-ref>`,
    )
    .join('\n')}\n</web-app>\n`;

test('home and base of one server are one directory on one claim', async () => {
  const { component } = await planInMemory({
    'a.war!/WEB-INF/web.xml': webXml(),
    'a.war!/WEB-INF/applicationContext.xml': beans(
      '<bean id="a" class="A"><constructor-arg value="${srv.home}/conf/a.xml"/></bean>\n<bean id="b" class="A"><constructor-arg value="${srv.base}/data/b"/></bean>',
    ),
  });
  expect(component.systemProperties).toMatchObject({ 'srv.base': '/data/srv', 'srv.home': '/data/srv' });
  expect(component.volumes.filter(({ kind }) => kind === 'claim')).toEqual([
    expect.objectContaining({ name: 'srv', mountPath: '/data/srv', directories: ['conf', 'data/b'] }),
  ]);
});

test('one of them alone, or two of different servers, keep their own', async () => {
  const { component } = await planInMemory({
    'a.war!/WEB-INF/web.xml': webXml(),
    'a.war!/WEB-INF/applicationContext.xml': beans(
      '<bean id="a" class="A"><constructor-arg value="${srv.home}/conf/a.xml"/></bean>\n<bean id="b" class="A"><constructor-arg value="${other.base}/data/b"/></bean>',
    ),
  });
  expect(component.systemProperties).toMatchObject({
    'other.base': '/data/other-base',
    'srv.home': '/data/srv-home',
  });
});

test('an embedded engine and a mail session: files on a claim with its reason, and the server is asked for', async () => {
  const { component, plan, manual } = await planInMemory({
    'a.war!/WEB-INF/web.xml': webXml(
      ['jdbc/users', 'javax.sql.DataSource'],
      ['mail/Session', 'javax.mail.Session'],
    ),
    'a.war!/WEB-INF/lib/derby-10.10.1.1.jar': '',
  });
  expect(component.jndi.map(({ name }) => name)).toEqual(['jdbc/users', 'mail/Session']);
  expect(manual).toEqual(['Name the mail server of mail/Session']);
  const reasons = plan.decisions.filter(({ subject }) => subject.endsWith('volumes.databases.kind'));
  expect(reasons).toMatchObject([{ choice: 'claim', because: { en: expect.stringContaining('derby') } }]);
  // A sentence names the place inside the archive, the evidence the whole path.
  expect(reasons[0]?.because.en).toContain('(WEB-INF/lib/derby-10.10.1.1.jar)');
  expect(reasons[0]?.evidence[0]?.file).toBe('a.war!/WEB-INF/lib/derby-10.10.1.1.jar');
});

test('nothing is mounted over the server itself: a log beside it needs a place of its own', async () => {
  const { component, manual } = await planInMemory({
    'a.war!/WEB-INF/web.xml': webXml(),
    'a.war!/WEB-INF/classes/log4j.properties':
      'log4j.rootLogger=INFO, out, file\nlog4j.appender.out=org.apache.log4j.ConsoleAppender\nlog4j.appender.file=org.apache.log4j.FileAppender\nlog4j.appender.file.file=shop.log\n',
  });
  expect(manual).toEqual(['Move shop.log to a directory of its own']);
  expect(component.volumes.map(({ mountPath }) => mountPath)).toEqual([]);
});
