import { expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { htmlSiteAnalyzer } from './index.js';

const page = '<!doctype html>\n<html><head>\n<meta charset="gb2312">\n</head></html>\n';

test('a tree of pages is a static site', async () => {
  const { seen } = await analyzeFiles(htmlSiteAnalyzer, { 'index.html': page, 'css/a.css': '' });
  expect(seen('packaging')).toEqual([[{ type: 'static', form: 'source' }, 'index.html:1']]);
  expect(seen('document-root')).toEqual([[{ path: '' }, 'index.html:1']]);
  expect(seen('encoding')).toEqual([[{ charset: 'gb2312', subject: 'web' }, 'index.html:3']]);
});

test('its pages may lie in a folder', async () => {
  const { of } = await analyzeFiles(htmlSiteAnalyzer, { 'README.md': 'x', 'public/index.html': page });
  expect(of('document-root')[0]?.value.path).toBe('public');
});

test.each(['pom.xml', 'package.json', 'index.php', 'app/a.jsp', 'default.aspx', 'shop.war'])(
  'not with %s beside it',
  async (other) => {
    const { facts } = await analyzeFiles(htmlSiteAnalyzer, { 'index.html': page, [other]: '<?php' });
    expect(facts).toEqual([]);
  },
);

test('not without a front page at the top', async () => {
  const { facts } = await analyzeFiles(htmlSiteAnalyzer, { 'manual/chapter/index.html': page });
  expect(facts).toEqual([]);
});
