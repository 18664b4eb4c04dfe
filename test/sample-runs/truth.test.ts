import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { analyzePaths } from '../../cli/pipeline/analyze.js';
import type { Application } from '../../model/analysis.js';
import { planFor } from '../../cli/pipeline/plan-files.js';
import { representativePlan } from '../plans/representative-plan.js';
import { comparePlan, type PlanTruth } from './plan-truth.js';
import { samples } from './run-sample.js';
import { compareWithTruth, type Truth } from './truth.js';

const root = new URL('../../', import.meta.url).pathname;

test.each(samples)(
  '%s is found and planned to be what samples/README.md says, and nothing else',
  async (sample) => {
    const truth = parse(readFileSync(`${root}test/golden/${sample}/truth.yaml`, 'utf8')) as Truth & {
      readonly plan: PlanTruth;
    };
    const analysis = await analyzePaths([`${root}samples/${sample}`]);
    expect(analysis.applications).toHaveLength(1);
    const { plan } = planFor(analysis, {
      file: `${root}no-such-directory/drydock.yaml`,
      options: { withDependencies: true },
      language: 'en',
    });
    expect([
      ...analysis.applications.flatMap((application) => compareWithTruth(application, truth)),
      ...comparePlan(plan, truth.plan),
    ]).toEqual([]);
  },
  60_000,
);

describe('the comparison', () => {
  const evidence = [{ file: 'conf/a.yml', line: 3, by: 'x' }] as const;
  const application = {
    components: [{ id: 'a' }],
    facts: [
      {
        kind: 'port',
        component: 'a',
        value: { port: 80, protocol: 'http' },
        certainty: 'declared',
        evidence,
      },
      { kind: 'framework', component: 'a', value: { name: 'f' }, certainty: 'declared', evidence },
    ],
    findings: [{ rule: 'r', component: 'a', evidence: evidence[0] }],
    problems: [{ code: 'p', file: 'b', line: 1 }],
  } as unknown as Application;
  const truth = (port: object): Truth =>
    ({ facts: { a: { port: [port] } }, findings: { a: { r: ['a.yml:3'] } }, problems: ['p b:1'] }) as Truth;

  test('accepts what is as told, whatever kinds are not told', () => {
    expect(compareWithTruth(application, truth({ port: 80, at: 'a.yml:3' }))).toEqual([]);
  });

  test.each([
    ['another value', { port: 81, at: 'a.yml:3' }],
    ['another line', { port: 80, at: 'a.yml:4' }],
    ['a field that is to be absent', { port: 80, protocol: null, at: 'a.yml:3' }],
  ])('tells %s as missing and too much', (_, port) => {
    const told = compareWithTruth(application, truth(port));
    expect(told.map((one) => one.replace(/:.*/, ''))).toEqual(['a port is missing', 'a port is too much']);
  });

  test('tells findings and problems that are missing or too much', () => {
    const empty = { facts: {}, findings: {}, problems: [] };
    expect(compareWithTruth(application, empty)).toEqual([
      'a finding is too much: r at conf/a.yml:3',
      'problem is too much: p b:1',
    ]);
    const bare = { ...application, findings: [], problems: [] };
    expect(compareWithTruth(bare, truth({ port: 80, at: 'a.yml:3' }))).toEqual([
      'a finding is missing: r at a.yml:3',
      'problem is missing: p b:1',
    ]);
  });
});

test('a plan is told where it differs, and by what it has too much or not at all', () => {
  const { 'order-web': orderWeb } = representativePlan.components;
  if (!orderWeb) throw new Error('no order-web');
  const plan = { ...representativePlan, components: { 'order-web': orderWeb }, dependencies: {} };
  const { replicas } = orderWeb;
  expect(comparePlan(plan, { components: { 'order-web': { replicas } }, dependencies: {} })).toEqual([]);
  expect(
    comparePlan(plan, { components: { 'order-web': { replicas: replicas + 1 } }, dependencies: { db: {} } }),
  ).toEqual([
    `component order-web: replicas is ${replicas}, not ${replicas + 1}`,
    'dependency db is missing',
  ]);
  expect(comparePlan(plan, { components: {}, dependencies: {} })).toEqual([
    'component order-web is too much',
  ]);
});
