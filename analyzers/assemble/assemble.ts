import type { Component } from '../../model/analysis.js';
import { addressesOf } from '../../model/deployed-at.js';
import type { Fact, FactKind, UnitFact } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { Project } from '../../workspace/project.js';
import type { Analyzer } from '../analyzer.js';
import { mergeFacts, placeFact } from './merge-facts.js';
import { makeUnique, nameOfUnit } from './names.js';
import { describeComponent } from './describe.js';
import { isInside, mapUnits, parentOf } from './units.js';

export interface AssembleOptions {
  readonly applicationId: string;
  readonly unitFacts: readonly UnitFact[];
  readonly project: Project;
  /** For the second phase. */
  readonly analyzers: readonly Analyzer[];
  /** Component ids taken by other applications of the run; grows. */
  readonly takenIds: Set<string>;
}

export interface Assembled {
  readonly components: readonly Component[];
  readonly facts: readonly Fact[];
  /** Ids of the components that a file belongs to, the one it says most of first, for findings. */
  readonly componentsOfFile: (path: string) => readonly string[];
}

/** What says what a unit itself is: of a library's module it would be wrong for the component. */
const identifying: ReadonlySet<FactKind> = new Set<FactKind>(['packaging', 'module', 'build']);

/** Turns the facts of units into components with all the facts that concern them, and lets analyzers derive more. */
export function assemble(options: AssembleOptions): Assembled {
  const units = mapUnits(options.unitFacts);
  const roots = units.deployables.length > 0 ? units.deployables : [''];
  const ids = new Map(
    roots.map((unit) => [
      unit,
      makeUnique(
        nameOfUnit(unit, { facts: options.unitFacts, applicationId: options.applicationId }),
        options.takenIds,
      ),
    ]),
  );
  const ownersOf = (unit: string): readonly string[] =>
    units.deployables.length > 0 ? units.ownersOf(unit) : [''];
  const built = roots.map((path) => {
    const id = ids.get(path) ?? path;
    const own = options.unitFacts.filter(
      (fact) => ownersOf(fact.unit).includes(path) && (fact.unit === path || !identifying.has(fact.kind)),
    );
    const unitPaths = [...new Set([path, ...own.map((fact) => fact.unit)])].sort();
    const first = mergeFacts(own.map((fact) => placeFact(fact, id)));
    const facts = ownAddresses(deriveFacts({ id, path, units: unitPaths, facts: first }, options));
    return { component: { id, path, units: unitPaths, ...describeComponent(facts) }, facts };
  });
  const facts = built.flatMap((one) => one.facts);
  const idsOfFile = createOwnership({ ids, ownersOf, unitFacts: options.unitFacts });
  return {
    components: sortBy(
      built.map((one) => one.component),
      (component) => [component.path, component.id],
    ),
    facts,
    componentsOfFile: (path) => mostAbout(path, idsOfFile(path), facts),
  };
}

/** A proxy's configuration above several components speaks of the one that listens where it hands requests to. */
function ownAddresses(facts: readonly Fact[]): Fact[] {
  const own = new Set<Fact>(addressesOf(facts));
  return facts.filter((fact) => fact.kind !== 'deployed-at' || own.has(fact));
}

function deriveFacts(
  view: { id: string; path: string; units: string[]; facts: Fact[] },
  options: AssembleOptions,
): Fact[] {
  const derived = options.analyzers.flatMap((analyzer) => analyzer.derive?.(view, options.project) ?? []);
  return derived.length > 0 ? mergeFacts([...view.facts, ...derived]) : view.facts;
}

/** Of several owners (a script beside their folders) the one that most facts of the file concern comes first. */
function mostAbout(path: string, ids: readonly string[], facts: readonly Fact[]): readonly string[] {
  if (ids.length < 2) return ids;
  const told = (id: string): number =>
    facts.filter((fact) => fact.component === id && fact.evidence.some(({ file }) => file === path)).length;
  return sortBy(ids, (id) => [-told(id), ids.indexOf(id)]);
}

/** Answers the owners of the nearest unit that encloses a file. */
function createOwnership(known: {
  ids: ReadonlyMap<string, string>;
  ownersOf: (unit: string) => readonly string[];
  unitFacts: readonly UnitFact[];
}): (path: string) => readonly string[] {
  const unitPaths = new Set([...known.unitFacts.map((fact) => fact.unit), ...known.ids.keys()]);
  const enclosing = new Map<string, string | undefined>();
  const unitOf = (directory: string): string | undefined => {
    if (unitPaths.has(directory)) return directory;
    if (directory === '') return undefined;
    if (!enclosing.has(directory)) enclosing.set(directory, unitOf(parentOf(directory)));
    return enclosing.get(directory);
  };
  return (path) => {
    const unit = unitOf(parentOf(path));
    if (unit === undefined) return [...known.ids.values()];
    const owners = known.ownersOf(unit);
    const inside = owners.filter((owner) => isInside(path, owner));
    return (inside.length > 0 ? inside : owners).flatMap((owner) => known.ids.get(owner) ?? []);
  };
}
