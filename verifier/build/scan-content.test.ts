import { expect, test } from '@jest/globals';
import { zipBytes } from '../../test/zip-bytes.js';
import { scanContent } from './scan-content.js';

const line = 'db.password=Zk9-pQ7-hunter2\n';
const jar = (name: string, content = line) => zipBytes([{ name, content }]);

test.each([
  ['webapps/ROOT/WEB-INF/classes/jdbc.properties', line],
  ['app/conf/app.ini', line],
  ['app/lib/shop.jar', jar('jdbc.properties')],
  ['app/lib/shop.jar', jar('com/shop/config-defaults.properties')],
  ['app.war', zipBytes([{ name: 'WEB-INF/lib/shop.jar', content: jar('application-prod.yml') }])],
])('a setting in clear is found in %s', (path, content) => {
  expect(scanContent(path, Buffer.from(content), [])).toMatchObject([
    { key: 'db.password', kind: 'setting' },
  ]);
});

test.each([
  ['app/messages.properties', 'login.password=Kennwort\n'],
  ['app/WEB-INF/classes/texts_de.properties', 'login.password=Kennwort\n'],
  ['app/lib/a.jar', jar('org/a/i18n/default.properties', 'login.password=Kennwort\n')],
  ['app/lib/a.jar', jar('META-INF/maven/g/a/pom.xml', '<token>marker</token>\n')],
  // A library's own test data: nobody's secret, and nobody could take it out.
  ['app/lib/a.jar', jar('org/a/RepositoryStub.properties')],
])('what people read, and what libraries bring, is left: %s', (path, content) => {
  expect(scanContent(path, Buffer.from(content), [])).toEqual([]);
});

test('a secret of the application is found wherever it lies', () => {
  const known = [{ key: 'db.password', value: 'Zk9-pQ7-hunter2' }];
  const bytes = jar('org/a/i18n/default.properties', 'x=Zk9-pQ7-hunter2\n');
  expect(scanContent('app/lib/a.jar', Buffer.from(bytes), known)).toMatchObject([{ kind: 'known' }]);
});
