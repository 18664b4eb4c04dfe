import { expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { iisAnalyzer } from './index.js';

test('rewrite rules of web.config have their lines', async () => {
  const { seen } = await analyzeFiles(iisAnalyzer, {
    'web.config':
      '<configuration>\n <system.webServer>\n  <rewrite><rules>\n   <rule name="all">\n    <match url="^(.*)$" />\n    <action type="Rewrite" url="index.php?q={R:1}" />\n   </rule>\n  </rules></rewrite>\n </system.webServer>\n</configuration>\n',
  });
  expect(seen('rewrite-rule')).toEqual([
    [{ engine: 'iis', rule: '^(.*)$ -> index.php?q={R:1}' }, 'web.config:4'],
  ]);
  expect(seen('server')).toEqual([[{ product: 'iis', embedded: false }, 'web.config:1']]);
});

test('broken XML says nothing', async () => {
  const { facts } = await analyzeFiles(iisAnalyzer, { 'web.config': '<configuration><' });
  expect(facts).toEqual([]);
});
