import type { FactKind, UnitFact, UnitFactOf } from '../../model/fact.js';
import { compareStrings } from '../../model/order.js';

/** What an application is made of, as the facts' units tell. */
export interface UnitMap {
  /** Deployable units, sorted by path. */
  readonly deployables: readonly string[];
  /** For each unit (deployable or not) the deployables that get its facts. */
  readonly ownersOf: (unit: string) => readonly string[];
}

const deployableTypes: ReadonlySet<string> = new Set([
  'war',
  'executable-jar',
  'ear',
  'php',
  'node',
  'static',
  'middleware',
]);

/** Finds the units that run on their own and decides which of them each other unit belongs to. */
export function mapUnits(facts: readonly UnitFact[]): UnitMap {
  const packagings = unitFactsOf(facts, 'packaging');
  const deployables = findDeployables(packagings);
  const builtWith = moduleGraph(unitFactsOf(facts, 'module'));
  const owners = new Map<string, Set<string>>();
  for (const deployable of deployables) {
    for (const unit of reachable(deployable, builtWith)) {
      if (unit === deployable || !deployables.includes(unit)) addTo(owners, unit, deployable);
    }
  }
  const apart = builtWith.size > 0 ? librariesApart(packagings, { owners, deployables }) : new Set<string>();
  return { deployables, ownersOf: (unit) => findOwners(unit, { owners, deployables, apart }) };
}

/**
 * Libraries that nothing deployable is built with: clients for others, support for tests. Where no module names another
 * nothing is known of what is built with what, and none is left out.
 */
function librariesApart(
  packagings: readonly UnitFactOf<'packaging'>[],
  known: { owners: ReadonlyMap<string, ReadonlySet<string>>; deployables: readonly string[] },
): ReadonlySet<string> {
  const libraries = packagings.filter(({ value }) => value.type === 'jar').map(({ unit }) => unit);
  return new Set(libraries.filter((unit) => !known.owners.has(unit) && !known.deployables.includes(unit)));
}

function unitFactsOf<K extends FactKind>(facts: readonly UnitFact[], kind: K): UnitFactOf<K>[] {
  return facts.filter((fact): fact is Extract<UnitFact, UnitFactOf<K>> => fact.kind === kind);
}

/** Without anything that runs on its own, a library stands for the application, so that its facts are not lost. */
function findDeployables(packagings: readonly UnitFactOf<'packaging'>[]): string[] {
  const pick = (accept: (type: string) => boolean): string[] =>
    [...new Set(packagings.filter((fact) => accept(fact.value.type)).map((fact) => fact.unit))].sort(
      compareStrings,
    );
  const deployable = pick((type) => deployableTypes.has(type));
  return deployable.length > 0 ? deployable : pick((type) => type === 'jar');
}

function moduleGraph(facts: readonly UnitFactOf<'module'>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  for (const fact of facts) {
    if (fact.value.scope !== 'test') addTo(graph, fact.unit, fact.value.unit);
  }
  return graph;
}

function reachable(start: string, graph: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const unit of seen) for (const next of graph.get(unit) ?? []) seen.add(next);
  return seen;
}

/**
 * A unit that no deployable is built with belongs to the nearest deployable above it; one above several deployables
 * (an aggregator, the root with its scripts and documents) belongs to all of them. A library apart belongs to nobody.
 */
function findOwners(
  unit: string,
  known: {
    owners: ReadonlyMap<string, ReadonlySet<string>>;
    deployables: readonly string[];
    apart: ReadonlySet<string>;
  },
): readonly string[] {
  for (let path = unit; ; path = parentOf(path)) {
    const owners = known.owners.get(path);
    if (owners) return [...owners].sort(compareStrings);
    if (known.apart.has(path)) return [];
    const below = known.deployables.filter((deployable) => isInside(deployable, path));
    if (below.length > 0) return below;
    if (path === '') return [];
  }
}

/** `a/b` is inside `a` and inside `''`; a member of an archive is inside the archive. */
export function isInside(path: string, directory: string): boolean {
  return (
    directory === '' ||
    path === directory ||
    path.startsWith(`${directory}/`) ||
    path.startsWith(`${directory}!/`)
  );
}

/** The directory or archive that a path lies in. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '';
  const parent = path.slice(0, slash);
  return parent.endsWith('!') ? parent.slice(0, -1) : parent;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set<string>();
  set.add(value);
  map.set(key, set);
}
