import { describe, expect, test } from '@jest/globals';
import type { Link } from '../../model/analysis.js';
import type { Evidence } from '../../model/evidence.js';
import type { FactValues } from '../../model/fact-values.js';
import type { Fact, FactKind } from '../../model/fact.js';
import type { ComponentPlan } from '../../model/plan-component.js';
import { loadImageCatalog } from '../../templates/load.js';
import { emptyComponent } from '../component/base.js';
import { fillIn } from '../configuration/filtered.js';
import { createComponentContext } from '../context.js';
import { createDecider } from '../decider.js';
import { connectComponents } from './connect-components.js';
import type { PlannedComponent } from './connect-components.js';
import { connectRoutes } from './connect-routes.js';
import { replaceAddress } from './replace-address.js';

const at = (file: string, line: number, excerpt = ''): Evidence => ({ file, line, excerpt, by: 'test' });

function fact<K extends FactKind>(component: string, kind: K, value: FactValues[K], place: Evidence): Fact {
  return { kind, component, value, certainty: 'declared', evidence: [place] } as unknown as Fact;
}

/** Planned components of one application, each serving HTTP on a port. */
function plan(facts: readonly Fact[], kinds: Readonly<Record<string, Partial<ComponentPlan>>>) {
  const decider = createDecider();
  const components = Object.keys(kinds).map((id) => ({
    id,
    path: id,
    units: [],
    summary: { en: id, 'zh-CN': id },
  }));
  const application = { id: 'shop', path: 'shop', archive: false, components, facts };
  const whole = { ...application, findings: [], problems: [], size: { files: 0, lines: 0, bytes: 0 } };
  const options = {
    settings: { language: 'en', namespace: 'shop', kubernetesVersion: '1.34' },
    catalog: loadImageCatalog(),
    withDependencies: false,
    contextOf: () => 'source',
  } as const;
  const planned = components.map((component): PlannedComponent => {
    const context = createComponentContext(whole, component, { options, decider });
    const base: ComponentPlan = {
      ...emptyComponent(context),
      kind: 'java',
      source: { context: 'source', path: component.id, form: 'source' },
      runtime: { image: 'java', version: '17' },
      resources: {
        requests: { cpu: '1', memory: '1Gi', ephemeralStorage: '1Gi' },
        limits: { cpu: '1', memory: '1Gi', ephemeralStorage: '1Gi' },
      },
      ports: [{ name: 'http', port: 8080, protocol: 'TCP', purpose: 'http' }],
    };
    return { context, plan: { ...base, ...kinds[component.id] } };
  });
  return { planned, decider };
}

test.each([
  ['http://10.8.0.2:80/x', '10.8.0.2:80', 'http://orders:8080/x'],
  ['http://10.8.0.2:8081/x', '10.8.0.2:80', 'http://10.8.0.2:8081/x'],
  ['a=10.8.0.21,10.8.0.2', '10.8.0.2', 'a=10.8.0.21,orders:8080'],
  ['db.local.example.com db.local.', 'db.local', 'db.local.example.com orders:8080.'],
  ['my-db.local', 'db.local', 'my-db.local'],
])('%s with %s replaced is %s', (text, old, result) => {
  expect(replaceAddress(text, old, 'orders:8080')).toBe(result);
});

describe('calls', () => {
  const call = { service: 'http', host: '10.8.0.2', port: 80 } as const;
  const link: Link = {
    from: 'web',
    to: 'orders',
    by: 'host',
    certainty: 'declared',
    because: { en: 'same host', 'zh-CN': '同一主机' },
    addresses: [{ host: '10.8.0.2', port: 80 }],
  };

  test('go to the Service by the variable that holds the address, not one of a longer port', () => {
    const variable = (name: string, value: string, line: number): Fact =>
      fact(
        'web',
        'env-var',
        { name, default: value, required: false, source: 'environment' },
        at('a.js', line),
      );
    const { planned, decider } = plan(
      [
        variable('AUDIT', 'http://10.8.0.2:8081/audit', 1),
        variable('ORDERS', 'http://10.8.0.2:80/orders', 2),
        fact('web', 'depends-on', call, at('a.js', 2)),
      ],
      { web: { egress: [{ host: '10.8.0.2', port: 80 }] }, orders: {} },
    );
    const [web] = connectComponents(planned, [link]);
    expect(web?.plan.env).toEqual([{ name: 'ORDERS', value: 'http://orders:8080/orders' }]);
    expect(web?.plan.dependsOn).toEqual([{ target: 'orders', port: 8080 }]);
    expect(web?.plan.egress).toEqual([]);
    expect(decider.manual()).toEqual([]);
  });

  test('in code are asked about, and the old address stays reachable', () => {
    const { planned, decider } = plan([fact('web', 'depends-on', call, at('a.js', 2))], {
      web: { egress: [{ host: '10.8.0.2', port: 80 }] },
      orders: {},
    });
    const [web] = connectComponents(planned, [link]);
    expect(web?.plan.egress).toEqual([{ host: '10.8.0.2', port: 80 }]);
    expect(web?.plan.dependsOn).toEqual([]);
    expect(decider.manual().map(({ evidence }) => evidence[0]?.file)).toEqual(['a.js']);
  });

  test('of an inactive profile, or to what serves no HTTP, change nothing', () => {
    const facts = [fact('web', 'depends-on', { ...call, profile: 'dev' }, at('a.js', 2))];
    const dev = plan(facts, { web: {}, orders: {} });
    expect(connectComponents(dev.planned, [link])).toEqual(dev.planned);
    const silent = plan([fact('web', 'depends-on', call, at('a.js', 2))], { web: {}, orders: { ports: [] } });
    expect(connectComponents(silent.planned, [link])).toEqual(silent.planned);
  });
});

test('a static site hands on to the component that listens on the old port', () => {
  const { planned } = plan(
    [
      fact('site', 'proxy-route', { path: '/api', port: 3000 }, at('nginx.conf', 4)),
      fact('site', 'proxy-route', { path: '/gone', port: 9999 }, at('nginx.conf', 5)),
      fact('web', 'port', { port: 3000, protocol: 'http', purpose: 'application' }, at('a.js', 1)),
    ],
    { site: { kind: 'static' }, web: {} },
  );
  const [site, web] = connectRoutes(planned);
  expect(site?.plan.routes).toEqual([{ path: '/api', target: 'web', port: 8080 }]);
  expect(site?.plan.dependsOn).toEqual([{ target: 'web', port: 8080 }]);
  expect(web?.plan.routes).toBeUndefined();
});

test('what the build would fill in: values, secrets apart, a person for the rest', () => {
  const filled = (name: string, more: Partial<FactValues['filtered-value']>, line: number): Fact =>
    fact(
      'web',
      'filtered-value',
      { path: 'a.properties', token: `@${name}@`, name, secret: false, ...more },
      at('a.properties', line),
    );
  const { planned, decider } = plan(
    [
      filled('level', { value: 'INFO' }, 1),
      filled('level', { value: 'WARN', profile: 'prod' }, 1),
      filled('password', { secret: true }, 2),
      filled('who', {}, 3),
      filled('other', { path: 'b.properties', value: 'x' }, 4),
    ],
    { web: {} },
  );
  const context = planned[0]?.context;
  if (!context) throw new Error('no context');
  const given = { path: 'a.properties', dependencies: [] };
  const inProduction = fillIn({ ...context, profile: 'prod' }, given);
  expect(inProduction.changes).toEqual([
    { line: 1, key: 'level', value: 'WARN', oldValue: '@level@', secret: false },
  ]);
  expect(inProduction.secrets.map(({ line }) => line)).toEqual([2]);
  expect(decider.manual().map(({ evidence }) => evidence[0]?.line)).toEqual([3]);
  expect(fillIn(context, given).changes.map(({ value }) => value)).toEqual(['INFO']);
});
