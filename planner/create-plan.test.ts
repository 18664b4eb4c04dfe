import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Analysis } from '../model/analysis.js';
import { planInMemory } from '../test/plan-in-memory.js';
import { loadImageCatalog } from '../templates/load.js';
import { createPlan } from './create-plan.js';
import { parsePlan } from './yaml/parse-plan.js';
import { renderPlan } from './yaml/render-plan.js';

const pom = (packaging: string, name: string, more = ''): string =>
  `<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>${name}</artifactId><version>1.0</version><packaging>${packaging}</packaging>${more}</project>`;
const webXml = '<web-app version="3.1" xmlns="http://xmlns.jcp.org/xml/ns/javaee"/>';
const two = {
  'web/pom.xml': pom('war', 'web'),
  'web/src/main/webapp/WEB-INF/web.xml': webXml,
  'admin/pom.xml': pom('war', 'admin'),
  'admin/src/main/webapp/WEB-INF/web.xml': webXml,
};

describe('a plan', () => {
  test('has the components in the order of their names, and every decision has a reason', async () => {
    const { plan } = await planInMemory(two);
    expect(Object.keys(plan.components)).toEqual(['admin', 'web']);
    const subjects = plan.decisions.map(({ subject }) => subject);
    expect([...subjects].sort()).toEqual(subjects);
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const { because } of plan.decisions) {
      expect(because.en).not.toBe('');
      expect(because['zh-CN']).not.toBe('');
    }
  });

  test('is read back from its text as it is', async () => {
    const { plan } = await planInMemory(two);
    const schema = JSON.parse(
      readFileSync(new URL('../model/plan.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const read = parsePlan(renderPlan(plan), { file: 'drydock.yaml', schema });
    expect(read).toEqual(JSON.parse(JSON.stringify(plan)));
  });

  test('is the same for files in another order', async () => {
    const reversed = Object.fromEntries(Object.entries(two).reverse());
    expect((await planInMemory(reversed)).plan).toEqual((await planInMemory(two)).plan);
  });

  test('of nothing is empty', () => {
    const nothing: Analysis = {
      schema: 'https://drydock.dev/schema/analysis/v1',
      applications: [],
      links: [],
      problems: [],
    };
    const settings = { language: 'en', namespace: 'x', kubernetesVersion: '1.34' } as const;
    const options = { settings, catalog: loadImageCatalog(), withDependencies: true, contextOf: () => '.' };
    expect(createPlan(nothing, options)).toEqual({
      version: 1,
      settings,
      components: {},
      dependencies: {},
      decisions: [],
      manual: [],
    });
  });
});

describe('what is not generated', () => {
  test.each([
    ['an EAR', { 'pom.xml': pom('ear', 'suite') }, /EAR/],
    [
      'a library',
      { 'pom.xml': pom('jar', 'tools'), 'src/main/java/a/A.java': 'package a; class A {}' },
      /library/i,
    ],
    ['nothing that is known', { 'notes.txt': 'hello' }, /No analyzer/],
  ])('%s: a person is told why', async (_, files, why) => {
    const { plan } = await planInMemory(files);
    expect(plan.components).toEqual({});
    expect(plan.dependencies).toEqual({});
    expect(plan.manual.map(({ detail }) => detail.en).join('\n')).toMatch(why);
  });
});
