import { describe, expect, test } from '@jest/globals';
import type { Application, Link } from '../../model/analysis.js';
import type { Fact, FactKind } from '../../model/fact.js';
import type { FactValues } from '../../model/fact-values.js';
import { linkApplications } from './link.js';

type Values = { readonly [K in FactKind]?: readonly FactValues[K][] };

/** An application of one component for each entry, with facts as values by kind. */
function application(id: string, components: Readonly<Record<string, Values>>): Application {
  const facts = Object.entries(components).flatMap(([component, values]) =>
    Object.entries(values).flatMap(([kind, list]) =>
      list.map((value, i) => ({
        kind,
        component,
        value,
        certainty: 'declared',
        evidence: [{ file: `${component}/${kind}.yml`, line: i + 1, by: 'test' }],
      })),
    ),
  ) as unknown as Fact[];
  return {
    id,
    path: id,
    archive: false,
    components: Object.keys(components).map((name) => ({
      id: name,
      path: name,
      units: [name],
      summary: { en: '', 'zh-CN': '' },
    })),
    facts,
    findings: [],
    problems: [],
    size: { files: 0, lines: 0, bytes: 0 },
  };
}

const port = (number: number): FactValues['port'] => ({
  port: number,
  protocol: 'http',
  purpose: 'application',
});
const call = (host: string, number?: number, name?: string): FactValues['depends-on'] => ({
  service: 'http',
  host,
  ...(number === undefined ? {} : { port: number }),
  ...(name === undefined ? {} : { name }),
});
const short = (links: readonly Link[]): string[] =>
  links.map((link) => `${link.from} ${link.to} ${link.by} ${link.certainty}`);
const caller = (...needs: FactValues['depends-on'][]): Application =>
  application('caller', { caller: { 'depends-on': needs } });

describe('who calls whom', () => {
  test('by the machine that the proxy’s configuration names', () => {
    const shop = application('shop', {
      web: {
        port: [port(8080)],
        'context-path': [{ path: '/shop' }],
        'deployed-at': [{ host: '10.0.0.1', port: 8080, path: '/shop', role: 'server' }],
      },
    });
    const links = linkApplications([shop, caller(call('10.0.0.1', 8080, '/shop/api'))]);
    expect(short(links)).toEqual(['caller web host declared']);
    expect(links[0]?.addresses).toEqual([{ host: '10.0.0.1', port: 8080 }]);
    expect(links[0]?.because.en).toContain('caller/depends-on.yml:1 names 10.0.0.1:8080');
  });

  test('by the public name', () => {
    const shop = application('shop', {
      web: { port: [port(8080)], 'deployed-at': [{ host: 'Shop.example.com', role: 'public' }] },
    });
    expect(short(linkApplications([shop, caller(call('shop.example.com'))]))).toEqual([
      'caller web host declared',
    ]);
  });

  test('an address of the machine belongs to the component with the port that is proxied to', () => {
    const shop = application('shop', {
      web: {
        port: [port(8081)],
        'deployed-at': [{ host: '10.0.0.1', port: 8081, role: 'server' }],
      },
      job: {
        port: [port(8082)],
        'deployed-at': [{ host: '10.0.0.1', port: 8081, role: 'server' }],
      },
    });
    expect(short(linkApplications([shop, caller(call('10.0.0.1', 8081))]))).toEqual([
      'caller web host declared',
    ]);
    expect(linkApplications([shop, caller(call('10.0.0.1', 9999))])).toEqual([]);
  });

  test('by the name that a component calls itself by', () => {
    const shop = application('shop', { 'order-web': { port: [port(8080)] } });
    expect(short(linkApplications([shop, caller(call('order-web.internal', 80))]))).toEqual([
      'caller order-web name inferred',
    ]);
  });

  test('by a rare port alone, as a guess', () => {
    const shop = application('shop', { web: { port: [port(8081)] } });
    expect(short(linkApplications([shop, caller(call('10.9.9.9', 8081))]))).toEqual([
      'caller web port inferred',
    ]);
  });

  test('by a common port only together with the context path', () => {
    const shop = application('shop', { web: { port: [port(8080)], 'context-path': [{ path: '/shop' }] } });
    expect(linkApplications([shop, caller(call('10.9.9.9', 8080))])).toEqual([]);
    expect(linkApplications([shop, caller(call('10.9.9.9', 8080, '/shopping'))])).toEqual([]);
    expect(short(linkApplications([shop, caller(call('10.9.9.9', 8080, '/shop/rest'))]))).toEqual([
      'caller web port inferred',
    ]);
  });

  test('not when two could be meant, or by its own port', () => {
    const one = application('one', { one: { port: [port(8081)], 'depends-on': [call('10.1.1.1', 8081)] } });
    const two = application('two', { two: { port: [port(8081)] } });
    expect(linkApplications([one])).toEqual([]);
    expect(linkApplications([one, two, caller(call('10.9.9.9', 8081))]).map((link) => link.from)).toEqual([
      'one',
    ]);
  });

  test('a database elsewhere is not the application that listens on its port', () => {
    const odd = application('odd', { odd: { port: [port(3306)] } });
    const need: FactValues['depends-on'] = { service: 'mysql', host: '10.1.1.1', port: 3306 };
    expect(linkApplications([odd, caller(need)])).toEqual([]);
  });

  test('a pair that several addresses join is one link, by the surest', () => {
    const shop = application('shop', {
      web: { port: [port(8081)], 'deployed-at': [{ host: '10.0.0.1', port: 8081, role: 'server' }] },
    });
    const links = linkApplications([
      shop,
      caller(call('192.168.1.1', 8081), call('10.0.0.1', 8081), call('127.0.0.1', 8081)),
    ]);
    expect(short(links)).toEqual(['caller web host declared']);
    expect(links[0]?.addresses.map(({ host }) => host)).toEqual(['10.0.0.1', '127.0.0.1', '192.168.1.1']);
  });
});

describe('who shares a database', () => {
  const uses = (host: string, database: string): Values => ({
    datasource: [{ product: 'mysql', host, port: 3306, database, embedded: false }],
  });

  test('the same database of the same server, over applications', () => {
    const links = linkApplications([
      application('a', { a: uses('10.0.0.5', 'crm') }),
      application('b', { b: uses('10.0.0.5', 'CRM') }),
      application('c', { c: uses('10.0.0.5', 'other') }),
    ]);
    expect(short(links)).toEqual(['a b database declared']);
    expect(links[0]?.because.en).toBe('both use the database crm (10.0.0.5:3306)');
    expect(links[0]?.addresses).toEqual([]);
  });

  test('two databases are told in one link; a loopback address tells nothing', () => {
    const both = (id: string): Application =>
      application(id, {
        [id]: {
          datasource: [
            ...(uses('10.0.0.5', 'test').datasource ?? []),
            ...(uses('10.0.0.4', 'prod').datasource ?? []),
            ...(uses('127.0.0.1', 'dev').datasource ?? []),
          ],
        },
      });
    expect(linkApplications([both('a'), both('b')]).map((link) => link.because.en)).toEqual([
      'both use the databases prod (10.0.0.4:3306), test (10.0.0.5:3306)',
    ]);
  });
});
