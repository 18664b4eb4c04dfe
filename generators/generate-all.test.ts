import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { loadImageCatalog, loadTemplates } from '../templates/load.js';
import { readSource, representativePlan } from '../test/plans/representative-plan.js';
import type { Plan } from '../model/plan.js';
import { generateAll } from './generate-all.js';
import type { Generation } from './generation.js';

const catalog = loadImageCatalog();
const templates = loadTemplates();

function generate(plan: Plan): Generation {
  return generateAll({ plan, catalog, templates, readSource });
}

const whole = generate(representativePlan);
const manifests = whole.artefacts.filter(({ path }) => path.includes('/kubernetes/'));

test('every part of the representative plan is generated without a problem', () => {
  expect(whole.problems).toEqual([]);
  const directories = new Set(manifests.map(({ path }) => path.split('/')[0]));
  expect([...directories].sort()).toEqual(
    [...Object.keys(representativePlan.components), ...Object.keys(representativePlan.dependencies)].sort(),
  );
});

test('the same plan gives the same bytes, in whatever order it lists things', () => {
  const backwards = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).reverse());
  const plan: Plan = {
    ...representativePlan,
    components: backwards(representativePlan.components),
    dependencies: backwards(representativePlan.dependencies),
  };
  expect(generate(plan)).toEqual(whole);
});

test('paths are sorted, each has one owner, and all are plain', () => {
  const paths = whole.artefacts.map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)].sort());
  for (const path of paths) expect(path).toMatch(/^[\w.-]+(\/[\w.-]+)*$/);
});

test('no secret of the input is anywhere', () => {
  const everything = whole.artefacts.map(({ content }) => content).join('\n');
  expect(everything).not.toMatch(/0rders!|s3cr3t-mail|shop!/);
  expect(everything).toContain('DRYDOCK_PLACEHOLDER_ORDER_MYSQL_CREDENTIALS_PASSWORD');
});

describe('kustomizations', () => {
  const byPath = new Map(whole.artefacts.map(({ path, content }) => [path, content]));
  const resourcesOf = (path: string): string[] => {
    const [document] = parseAllDocuments(byPath.get(path) ?? '');
    return (document?.toJS() as { resources: string[] }).resources;
  };

  test('list just what is there', () => {
    for (const directory of resourcesOf('kustomization.yaml')) {
      const files = manifests
        .filter(({ path }) => path.startsWith(`${directory}/`) && !path.endsWith('/kustomization.yaml'))
        .map(({ path }) => path.slice(directory.length + 1));
      expect(resourcesOf(`${directory}/kustomization.yaml`)).toEqual(files);
    }
  });
});

test('an object has one definition, in the namespace of the plan, with the standard labels', () => {
  const seen = new Set<string>();
  for (const { path, content } of manifests.filter((one) => !one.path.endsWith('kustomization.yaml'))) {
    for (const document of parseAllDocuments(content)) {
      expect(document.errors).toEqual([]);
      const object = document.toJS() as {
        kind: string;
        metadata: { name: string; namespace: string; labels: Record<string, string> };
      };
      const { name, namespace, labels } = object.metadata;
      const identity = `${object.kind}/${name}`;
      expect(seen.has(identity) ? `${identity} again in ${path}` : '').toBe('');
      seen.add(identity);
      expect(namespace).toBe('legacy');
      expect(Object.keys(labels)).toEqual(
        expect.arrayContaining([
          'app.kubernetes.io/name',
          'app.kubernetes.io/instance',
          'app.kubernetes.io/version',
          'app.kubernetes.io/component',
          'app.kubernetes.io/part-of',
          'app.kubernetes.io/managed-by',
        ]),
      );
      expect(Object.keys(document.toJS() as object).slice(0, 3)).toEqual(['apiVersion', 'kind', 'metadata']);
    }
  }
});

test('what cannot be generated is a problem, and the rest is generated', () => {
  const { api, zk } = representativePlan.components;
  if (!api || !zk?.ensemble) throw new Error('the plan lacks api or zk');
  const kafka = { ...zk, ensemble: { ...zk.ensemble, product: 'kafka' } };
  const { artefacts, problems } = generate({
    ...representativePlan,
    components: { api, kafka, 'ledger-ldap': api },
  });
  expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['name-taken', 'not-generated']));
  expect(artefacts.some(({ path }) => path === 'api/Dockerfile')).toBe(true);
  expect(artefacts.some(({ path }) => path.startsWith('kafka/kubernetes'))).toBe(false);
});

test('an empty plan gives nothing', () => {
  const plan = { ...representativePlan, components: {}, dependencies: {}, decisions: [], manual: [] };
  expect(generate(plan)).toEqual({ artefacts: [], problems: [] });
});
