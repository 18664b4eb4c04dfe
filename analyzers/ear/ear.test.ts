import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { earAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> => analyzeInMemory(earAnalyzer, files);
const descriptor = [
  '<application>',
  '<display-name>erp</display-name>',
  '<module><ejb>erp-ejb.jar</ejb></module>',
  '<module><web><web-uri>erp-web.war</web-uri>',
  '<context-root>erp/</context-root></web></module>',
  '<module><web><web-uri>ws.war</web-uri><context-root>/erp/ws</context-root></web></module>',
  '</application>',
].join('\n');

describe('EAR', () => {
  test('an archive with its modules’ context roots', async () => {
    const run = await analyze({
      'erp-2.1.ear': '',
      'erp-2.1.ear!/META-INF/application.xml': descriptor,
      'erp-2.1.ear!/erp-web.war!/WEB-INF/web.xml': '<web-app/>',
    });
    expect(run.values('packaging')).toEqual([
      { type: 'ear', artifact: 'erp-2.1.ear', form: 'archive', name: 'erp', version: '2.1' },
    ]);
    expect(run.values('context-path', 'erp-2.1.ear')).toEqual([{ path: '/erp' }, { path: '/erp/ws' }]);
    expect(run.places('context-path')).toEqual([
      'erp-2.1.ear!/META-INF/application.xml:5',
      'erp-2.1.ear!/META-INF/application.xml:6',
    ]);
  });

  test('one without a descriptor is one all the same', async () => {
    const run = await analyze({ 'a.ear!/web.war!/WEB-INF/web.xml': '<web-app/>' });
    expect(run.values('packaging')).toEqual([{ type: 'ear', artifact: 'a.ear', form: 'archive', name: 'a' }]);
  });

  test('an unpacked one; in a source tree the build says what it is', async () => {
    const unpacked = await analyze({ 'deploy/erp.ear.d/META-INF/application.xml': descriptor });
    expect(unpacked.values('packaging', 'deploy/erp.ear.d')).toEqual([
      { type: 'ear', form: 'exploded', name: 'erp' },
    ]);
    const source = await analyze({
      'pom.xml': '<project/>',
      'src/main/application/META-INF/application.xml': descriptor,
    });
    expect(source.values('packaging')).toEqual([]);
    expect(source.values('context-path', '')).toHaveLength(2);
  });

  test('another application.xml is left alone, a broken one is a problem', async () => {
    expect((await analyze({ 'META-INF/application.xml': '<beans/>' })).facts).toEqual([]);
    const broken = await analyze({ 'META-INF/application.xml': '<application>' });
    expect(broken.facts).toEqual([]);
    expect(broken.problems()).toHaveLength(1);
  });
});
