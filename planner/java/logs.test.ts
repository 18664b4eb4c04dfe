import { expect, test } from '@jest/globals';
import { planInMemory } from '../../test/plan-in-memory.js';

const log4j = (appenders: string) => ({
  'a.war!/WEB-INF/web.xml': '<web-app version="2.4"/>',
  'a.war!/WEB-INF/classes/log4j2.xml': `<configuration><appenders>\n${appenders}\n</appenders></configuration>`,
});
const file = '<File name="f" fileName="/var/log/shop/a.log"><PatternLayout/></File>';

test('an application that logs to files only must learn to log to standard output', async () => {
  const { manual, plan } = await planInMemory(log4j(file));
  expect(manual).toEqual(['Send the log to standard output']);
  expect(plan.manual[0]).toMatchObject({
    detail: { en: expect.stringContaining('`/var/log/shop/a.log`') },
    evidence: [{ file: 'a.war!/WEB-INF/classes/log4j2.xml', line: 2 }],
  });
});

test('one that also logs to the console is left alone', async () => {
  const { manual } = await planInMemory(log4j(`${file}\n<Console name="c" target="SYSTEM_OUT"/>`));
  expect(manual).toEqual([]);
});
