import type { Evidence } from './evidence.js';
import type { FactValues } from './fact-values.js';

/**
 * declared: a file says so; inferred: concluded, with the evidence it was concluded from; surveyed: a form says so;
 * observed: seen on a running system.
 */
export type Certainty = 'declared' | 'inferred' | 'surveyed' | 'observed';

/** Every kind of fact that exists; the shape of each kind's value is in fact-values.ts. */
export type FactKind = keyof FactValues;

/** What an analyzer says of one unit of an application. A fact has at least one piece of evidence. */
export interface UnitFactOf<K extends FactKind> {
  readonly kind: K;
  /**
   * Path of the directory or archive the fact belongs to, relative to the application's root: `''` for the root,
   * `order-web` for a module, `lib/shop.war` for an archive. Assembly turns units into components.
   */
  readonly unit: string;
  readonly value: FactValues[K];
  readonly certainty: Certainty;
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** A unit's fact of any kind; narrow it by `kind`. */
export type UnitFact = { [K in FactKind]: UnitFactOf<K> }[FactKind];

/** The same fact once its component is known. Facts that disagree are both kept; the planner decides. */
export interface FactOf<K extends FactKind> extends Omit<UnitFactOf<K>, 'unit'> {
  /** Id of the component, unique in the run. */
  readonly component: string;
}

/** A component's fact of any kind; narrow it by `kind`. */
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

/** The facts of one kind, typed. */
export function factsOf<K extends FactKind>(facts: readonly Fact[], kind: K): FactOf<K>[] {
  return facts.filter((fact): fact is Extract<Fact, FactOf<K>> => fact.kind === kind);
}
