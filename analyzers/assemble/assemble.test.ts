import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../model/evidence.js';
import type { Fact, FactKind, UnitFact } from '../../model/fact.js';
import type { FactValues } from '../../model/fact-values.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import type { Analyzer } from '../analyzer.js';
import { assemble, type Assembled } from './assemble.js';

function said<K extends FactKind>(
  unit: string,
  kind: K,
  value: FactValues[K],
  evidence: Evidence = { file: `${unit}/x`, line: 1, by: 'test' },
): UnitFact {
  return { kind, unit, value, certainty: 'declared', evidence: [evidence] } as unknown as UnitFact;
}

const packaging = (unit: string, type: FactValues['packaging']['type'], name?: string): UnitFact =>
  said(unit, 'packaging', { type, form: 'source', ...(name !== undefined && { name }) });
const module = (unit: string, of: string, scope = 'compile'): UnitFact =>
  said(unit, 'module', { unit: of, scope });
const framework = (unit: string, name: string): UnitFact => said(unit, 'framework', { name });

function put(
  unitFacts: readonly UnitFact[],
  more: { analyzers?: Analyzer[]; taken?: string[] } = {},
): Assembled {
  return assemble({
    applicationId: 'legacy',
    unitFacts,
    project: createMemoryProject({}),
    analyzers: more.analyzers ?? [],
    takenIds: new Set(more.taken),
  });
}

const frameworksOf = ({ facts }: Assembled, component: string): string[] =>
  facts.flatMap((fact) =>
    fact.component === component && fact.kind === 'framework' ? [fact.value.name] : [],
  );

describe('components', () => {
  test('are the units that run on their own, in the order of their paths', () => {
    const { components } = put([
      packaging('web', 'war', 'shop-web'),
      packaging('job', 'executable-jar'),
      packaging('common', 'jar'),
      packaging('', 'pom'),
    ]);
    expect(components.map(({ id, path }) => [id, path])).toEqual([
      ['job', 'job'],
      ['shop-web', 'web'],
    ]);
  });

  test('a library alone stands for the application, and is not generated', () => {
    const { components } = put([packaging('', 'jar', 'tools')]);
    expect(components).toMatchObject([{ id: 'tools', path: '' }]);
    expect(components[0]?.notGenerated?.en).toMatch(/library/);
  });

  test('an application that nobody recognises keeps its facts', () => {
    const assembled = put([framework('a/b', 'x')]);
    expect(assembled.components).toMatchObject([{ id: 'legacy', path: '', units: ['', 'a/b'] }]);
    expect(assembled.components[0]?.notGenerated).toBeDefined();
    expect(frameworksOf(assembled, 'legacy')).toEqual(['x']);
    expect(put([]).components).toMatchObject([{ id: 'legacy' }]);
  });

  test('have ids of their own in the whole run', () => {
    const facts = [packaging('a', 'war', 'shop'), packaging('b', 'war', 'shop')];
    expect(put(facts, { taken: ['shop'] }).components.map(({ id }) => id)).toEqual(['shop-2', 'shop-3']);
  });
});

describe('facts', () => {
  test('of the modules that a component is built with are its own, through modules between', () => {
    const assembled = put([
      packaging('web', 'war'),
      packaging('job', 'executable-jar'),
      packaging('dao', 'jar'),
      packaging('common', 'jar'),
      module('web', 'dao'),
      module('dao', 'common'),
      framework('common', 'slf4j'),
      framework('dao', 'mybatis'),
      framework('job', 'quartz'),
    ]);
    expect(frameworksOf(assembled, 'web')).toEqual(['slf4j', 'mybatis']);
    expect(frameworksOf(assembled, 'job')).toEqual(['quartz']);
    expect(assembled.components.find(({ id }) => id === 'web')?.units).toEqual(['common', 'dao', 'web']);
  });

  test('modules that name each other in a circle end', () => {
    const assembled = put([
      packaging('web', 'war'),
      module('web', 'a'),
      module('a', 'b'),
      module('b', 'a'),
      framework('b', 'x'),
    ]);
    expect(frameworksOf(assembled, 'web')).toEqual(['x']);
  });

  test('that say what a module is stay with the module', () => {
    const { facts } = put([
      packaging('web', 'war'),
      packaging('dao', 'jar'),
      module('web', 'dao'),
      said('dao', 'build', { tool: 'maven', file: 'dao/pom.xml' }),
      said('web', 'build', { tool: 'maven', file: 'web/pom.xml' }),
    ]);
    const types = facts.flatMap((fact) => (fact.kind === 'packaging' ? [fact.value.type] : []));
    const builds = facts.flatMap((fact) => (fact.kind === 'build' ? [fact.value.file] : []));
    expect([types, builds]).toEqual([['war'], ['web/pom.xml']]);
  });

  test('of a library that nothing deployable is built with are nobody’s, nor are those of tests', () => {
    const assembled = put([
      packaging('web', 'war'),
      packaging('dao', 'jar'),
      packaging('client', 'jar'),
      packaging('it', 'jar'),
      module('web', 'dao'),
      module('web', 'it', 'test'),
      framework('client', 'axis'),
      framework('client/src', 'axis2'),
      framework('it', 'arquillian'),
      framework('dao', 'mybatis'),
    ]);
    expect(frameworksOf(assembled, 'web')).toEqual(['mybatis']);
    expect(assembled.componentsOfFile('client/src/A.java')).toEqual([]);
  });

  test('of libraries are everyone’s where no module names another', () => {
    const assembled = put([packaging('web', 'war'), packaging('core', 'jar'), framework('core', 'x')]);
    expect(frameworksOf(assembled, 'web')).toEqual(['x']);
  });

  test('of what lies above or below belong to the deployables there', () => {
    const assembled = put([
      packaging('shop/web', 'war', 'web'),
      packaging('shop/api', 'war', 'api'),
      packaging('site', 'php', 'site'),
      framework('', 'everywhere'),
      framework('shop/scripts', 'shop-only'),
      framework('site/lib/x', 'site-only'),
    ]);
    expect(frameworksOf(assembled, 'web')).toEqual(['everywhere', 'shop-only']);
    expect(frameworksOf(assembled, 'api')).toEqual(['everywhere', 'shop-only']);
    expect(frameworksOf(assembled, 'site')).toEqual(['everywhere', 'site-only']);
  });

  test('that analyzers derive from all of them are there too, once', () => {
    const analyzer: Analyzer = {
      id: 'deriving',
      title: { en: '', 'zh-CN': '' },
      files: [],
      analyze: () => ({ facts: [], problems: [] }),
      derive: ({ id, facts }) =>
        facts.map(({ evidence }): Fact => ({
          kind: 'framework',
          component: id,
          value: { name: 'derived' },
          certainty: 'inferred',
          evidence,
        })),
    };
    const { facts } = put([packaging('', 'war'), framework('', 'x')], { analyzers: [analyzer] });
    expect(facts.filter((fact) => fact.kind === 'framework').map(({ value }) => value)).toEqual([
      { name: 'derived' },
      { name: 'x' },
    ]);
  });
});

describe('a file belongs to', () => {
  const assembled = put([
    packaging('web', 'war'),
    packaging('job', 'executable-jar'),
    packaging('dao', 'jar'),
    module('web', 'dao'),
    framework('deploy', 'x'),
    said('job', 'memory', { kind: 'heap-max', bytes: 1 }, { file: 'deploy/job.sh', line: 3, by: 'test' }),
  ]);

  test.each([
    ['web/src/A.java', ['web']],
    ['dao/src/B.java', ['web']],
    ['deploy/job.sh', ['job', 'web']],
    ['deploy/other.sh', ['job', 'web']],
    ['README.md', ['job', 'web']],
  ])('%s: %j', (path, owners) => {
    expect(assembled.componentsOfFile(path)).toEqual(owners);
  });

  test('the one that most of its facts are about first', () => {
    const more = put([
      packaging('web', 'war'),
      packaging('job', 'executable-jar'),
      said('web', 'memory', { kind: 'heap-max', bytes: 1 }, { file: 'start.sh', line: 3, by: 'test' }),
    ]);
    expect(more.componentsOfFile('start.sh')).toEqual(['web', 'job']);
  });
});
