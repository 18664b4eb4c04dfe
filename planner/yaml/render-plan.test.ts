import { describe, expect, test } from '@jest/globals';
import type { Decision, Plan } from '../../model/plan.js';
import { representativePlan } from '../../test/plans/representative-plan.js';
import { renderPlan } from './render-plan.js';

const [id] = Object.keys(representativePlan.components);
if (id === undefined) throw new Error('no component');
const component = representativePlan.components[id];
if (!component) throw new Error('no component');

/** A plan of one component whose replicas and port were decided. */
function planWith(given: { replicas: number; port: number; why?: string; env?: readonly string[] }): Plan {
  const { replicas, port, why = 'because', env = [] } = given;
  const decision = (subject: string, choice: unknown): Decision => ({
    subject: `components.${id ?? ''}.${subject}`,
    choice,
    because: { en: `${why} ${subject}`, 'zh-CN': `${why} ${subject}` },
    evidence: [],
    alternatives: [],
  });
  return {
    ...representativePlan,
    components: {
      [id ?? '']: {
        ...(component ?? fail()),
        replicas,
        ports: [{ name: 'http', port, protocol: 'TCP', purpose: 'http' }],
        env: env.map((name) => ({ name, value: 'x' })),
      },
    },
    dependencies: {},
    decisions: [
      decision('replicas', replicas),
      decision('ports.http', port),
      decision('resources', 0),
      decision('resources.requests', 0),
    ],
  };
}

function fail(): never {
  throw new Error('no component');
}

describe('a plan that nobody edited', () => {
  test('is the same text when it is rendered again', () => {
    const plan = planWith({ replicas: 1, port: 8080 });
    const text = renderPlan(plan);
    expect(renderPlan(plan, { existing: text, baseline: text })).toBe(text);
    expect(renderPlan(plan, { existing: text })).toBe(text);
    const representative = renderPlan(representativePlan);
    expect(renderPlan(representativePlan, { existing: representative, baseline: representative })).toBe(
      representative,
    );
  });

  test('says why beside the value, above an item and above a mapping', () => {
    const text = renderPlan(planWith({ replicas: 1, port: 8080 }));
    expect(text).toContain('replicas: 1 # because replicas\n');
    expect(text).toMatch(/ports:\n +# because ports.http\n +- name: http/);
    expect(text).toMatch(/# because resources\n +resources:\n +# because resources.requests\n +requests:/);
  });

  test('says today’s reasons and values', () => {
    const last = renderPlan(planWith({ replicas: 1, port: 8080, why: 'once' }));
    const now = planWith({ replicas: 2, port: 9090, why: 'now' });
    expect(renderPlan(now, { existing: last, baseline: last })).toBe(renderPlan(now));
  });
});

describe('a plan that a person edited', () => {
  const last = renderPlan(planWith({ replicas: 1, port: 8080, env: ['A', 'B'] }));

  test('keeps values, comments and things of their own', () => {
    const existing = last
      .replace('replicas: 1 # because replicas', 'replicas: 3 # agreed with operations')
      .replace('port: 8080', 'port: 8181')
      .replace(/( +)- name: B\n/, '$1# for the audit\n$1- name: B\n');
    const now = planWith({ replicas: 2, port: 9090, why: 'now', env: ['A', 'A2', 'B'] });
    const text = renderPlan(now, { existing, baseline: last });
    expect(text).toContain('replicas: 3 # agreed with operations\n');
    expect(text).toContain('port: 8181');
    expect(text).toMatch(/- name: A\n +value: x\n +- name: A2\n +value: x\n +# for the audit\n +- name: B\n/);
    expect(text).toContain('# now ports.http');
    expect(renderPlan(now, { existing: text, baseline: renderPlan(now) })).toBe(text);
  });

  test('stays without what was taken out, and takes what is new', () => {
    const existing = last.replace(/ +- name: A\n +value: x\n/, '');
    const now = planWith({ replicas: 1, port: 8080, env: ['A', 'B', 'C'] });
    const text = renderPlan(now, { existing, baseline: last });
    expect(text).not.toMatch(/- name: A\n/);
    expect(text).toMatch(/- name: B\n +value: x\n +- name: C\n/);
  });

  test('keeps a component that a person took out away', () => {
    const two = {
      ...planWith({ replicas: 1, port: 8080 }),
      components: { ...planWith({ replicas: 1, port: 8080 }).components, other: component },
    };
    const before = renderPlan(two);
    const existing = renderPlan({ ...two, components: planWith({ replicas: 1, port: 8080 }).components });
    expect(renderPlan(two, { existing, baseline: before })).not.toMatch(/^ {2}other:/m);
  });

  test('has the tool’s reasons and open points of today, whatever was written there', () => {
    const existing = last.replace(/^decisions:[\s\S]*/m, 'decisions: []\nmanual: []\n');
    expect(
      renderPlan(planWith({ replicas: 1, port: 8080, env: ['A', 'B'] }), { existing, baseline: last }),
    ).toContain('  - subject: ');
  });
});
