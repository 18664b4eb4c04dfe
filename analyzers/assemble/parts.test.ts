import { describe, expect, test } from '@jest/globals';
import type { Certainty, Fact, FactKind } from '../../model/fact.js';
import type { FactValues } from '../../model/fact-values.js';
import { describeComponent } from './describe.js';
import { canonical, mergeFacts } from './merge-facts.js';
import { makeUnique, nameOfUnit, toLabel } from './names.js';
import { isInside, parentOf } from './units.js';

function fact<K extends FactKind>(
  kind: K,
  value: FactValues[K],
  at: { file?: string; line?: number; by?: string; certainty?: Certainty } = {},
): Fact {
  const { file = 'f', line = 1, by = 'x', certainty = 'declared' } = at;
  return { kind, component: 'c', value, certainty, evidence: [{ file, line, by }] } as unknown as Fact;
}

describe('names', () => {
  test.each([
    ['Shop Web', 'shop-web'],
    ['com.acme.Shop_2', 'com-acme-shop-2'],
    ['--x--', 'x'],
    ['订单系统', 'app'],
    ['2024-report', 'app-2024-report'],
    ['a'.repeat(60), 'a'.repeat(40)],
    [`${'a'.repeat(39)}-b`, 'a'.repeat(39)],
    ['', 'app'],
  ])('%s becomes the label %s', (name, label) => {
    expect(toLabel(name)).toBe(label);
  });

  test.each([
    ['order-web', undefined, 'order-web'],
    ['lib/Shop-1.0.war', undefined, 'shop-1-0'],
    ['x.tar.gz', undefined, 'x'],
    ['', undefined, 'legacy'],
    ['web', '@acme/desk', 'desk'],
    ['web', 'acme/portal', 'portal'],
    ['web', '', 'web'],
  ])('the unit %j that calls itself %s is %s', (unit, name, id) => {
    const evidence = [{ file: 'f', by: 'x' }] as const;
    const value = { type: 'war' as const, form: 'source' as const, ...(name !== undefined && { name }) };
    const facts = [{ kind: 'packaging' as const, unit, value, certainty: 'declared' as const, evidence }];
    expect(nameOfUnit(unit, { facts, applicationId: 'Legacy' })).toBe(id);
  });

  test('a name that is taken gets a number, also when the numbered one is taken', () => {
    const taken = new Set(['a', 'a-2']);
    expect([makeUnique('a', taken), makeUnique('a', taken), makeUnique('b', taken)]).toEqual([
      'a-3',
      'a-4',
      'b',
    ]);
  });
});

describe('merging', () => {
  test('equal values are one fact with the surest certainty and all places, sorted, each once', () => {
    const merged = mergeFacts([
      fact(
        'port',
        { port: 1, protocol: 'http', purpose: 'application' },
        { file: 'b', certainty: 'inferred' },
      ),
      fact('port', { purpose: 'application', protocol: 'http', port: 1 }, { file: 'a', line: 10 }),
      fact('port', { purpose: 'application', protocol: 'http', port: 1 }, { file: 'a', line: 9 }),
      fact('port', { purpose: 'application', protocol: 'http', port: 1 }, { file: 'a', line: 9 }),
    ]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.certainty).toBe('declared');
    expect(merged[0]?.evidence.map(({ file, line }) => `${file}:${line ?? 0}`)).toEqual([
      'a:9',
      'a:10',
      'b:1',
    ]);
  });

  test('values that disagree are both kept, in an order that does not depend on who spoke first', () => {
    const [a, b] = [
      fact('framework', { name: 'a' }, { line: 2 }),
      fact('framework', { name: 'b' }, { line: 1 }),
    ];
    expect(mergeFacts([a, b])).toEqual(mergeFacts([b, a]));
    expect(mergeFacts([a, b]).map(({ value }) => value)).toEqual([{ name: 'b' }, { name: 'a' }]);
  });

  test('the order of keys is no difference, the order of a list is', () => {
    expect(canonical({ b: 1, a: { d: 1, c: 2 } })).toBe(canonical({ a: { c: 2, d: 1 }, b: 1 }));
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });
});

describe('places', () => {
  test.each([
    ['a/b', 'a', true],
    ['ab', 'a', false],
    ['a', 'a', true],
    ['a', '', true],
    ['x.war!/WEB-INF/web.xml', 'x.war', true],
    ['x.war2', 'x.war', false],
  ])('%s inside %j: %s', (path, directory, answer) => {
    expect(isInside(path, directory)).toBe(answer);
  });

  test.each([
    ['a/b/c', 'a/b'],
    ['a', ''],
    ['x.war!/a', 'x.war'],
    ['lib/x.war!/WEB-INF/a', 'lib/x.war!/WEB-INF'],
  ])('above %s is %s', (path, above) => {
    expect(parentOf(path)).toBe(above);
  });
});

describe('summaries', () => {
  const summary = (...facts: Fact[]): string => describeComponent(facts).summary.en;
  const packaging = (type: FactValues['packaging']['type']): Fact =>
    fact('packaging', { type, form: 'source' });
  const runtime = (
    language: 'java' | 'php' | 'node' | 'static',
    version?: string,
    constraint?: string,
  ): Fact =>
    fact('runtime', {
      language,
      basis: 'release',
      ...(version && { version }),
      ...(constraint && { constraint }),
    });

  test.each<[string, Fact[]]>([
    [
      'Java 8 · WAR · Spring 4.3.9 · Tomcat 8.5 (javax.servlet)',
      [
        packaging('war'),
        runtime('java', '8'),
        fact('framework', { name: 'spring', version: '4.3.9' }),
        fact('server', { product: 'tomcat', version: '8.5', embedded: false }),
        fact('servlet-api', { namespace: 'javax' }),
      ],
    ],
    ['Java 1.4 · WAR', [packaging('war'), runtime('java', '4')]],
    [
      'PHP >=7.2 · WordPress 6.1',
      [
        packaging('php'),
        runtime('php', undefined, '>=7.2'),
        fact('framework', { name: 'WordPress', version: '6.1' }),
      ],
    ],
    [
      'Node.js >=18 · Express 4.18.0',
      [
        packaging('node'),
        runtime('node', undefined, '>=18'),
        fact('framework', { name: 'Express', version: '4.18.0' }),
        fact('server', { product: 'node', embedded: true }),
      ],
    ],
    ['HTML', [packaging('static'), runtime('node', undefined, '>=18'), runtime('static')]],
    [
      'ZooKeeper 3.4.14 × 2',
      [
        packaging('middleware'),
        fact('middleware', {
          product: 'zookeeper',
          version: '3.4.14',
          members: [
            { id: '1', host: 'a', ports: [] },
            { id: '2', host: 'b', ports: [] },
          ],
        }),
      ],
    ],
    ['Java 8 · EAR', [packaging('ear'), runtime('java', '8')]],
  ])('%s', (words, facts) => {
    expect(summary(...facts)).toBe(words);
  });

  test('what is sure comes before what is only likely', () => {
    expect(
      summary(
        packaging('war'),
        fact('runtime', { language: 'java', version: '17', basis: 'document' }, { certainty: 'inferred' }),
        runtime('java', '8'),
      ),
    ).toBe('Java 8 · WAR');
  });

  test('what can’t be generated says why', () => {
    expect(describeComponent([packaging('ear')]).notGenerated?.en).toMatch(/EAR/);
    expect(describeComponent([packaging('jar')]).notGenerated?.['zh-CN']).toMatch(/类库/);
    expect(describeComponent([]).notGenerated).toBeDefined();
    expect(describeComponent([packaging('war')]).notGenerated).toBeUndefined();
  });
});
