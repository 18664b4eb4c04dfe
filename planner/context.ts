import type { Application, Component } from '../model/analysis.js';
import type { Evidence } from '../model/evidence.js';
import { factsOf } from '../model/fact.js';
import type { Fact, FactKind, FactOf } from '../model/fact.js';
import type { ImageCatalog } from '../model/image-catalog.js';
import type { PlanSettings } from '../model/plan.js';
import type { Decider, Reason } from './decider.js';

/** What planning starts from. Paths in the plan are relative to the plan's own directory. */
export interface PlanningOptions {
  readonly settings: PlanSettings;
  readonly catalog: ImageCatalog;
  /** Generate the databases and caches that the applications need, where Drydock can. */
  readonly withDependencies: boolean;
  /** Path of an application's directory (of its archive's directory) as the plan is to name it. */
  readonly contextOf: (application: Application) => string;
}

/** One component while it is being planned. */
export interface ComponentContext {
  readonly application: Application;
  readonly component: Component;
  readonly facts: readonly Fact[];
  /** The profile it runs with; undefined when it has none or nothing says which. */
  readonly profile: string | undefined;
  readonly options: PlanningOptions;
  readonly decider: Decider;
  /** Records a decision on a field of this component. */
  readonly decide: <T>(field: string, choice: T, reason: Reason) => T;
  readonly all: <K extends FactKind>(kind: K) => readonly FactOf<K>[];
  /** The surest fact of a kind: declared before inferred, then in order. */
  readonly best: <K extends FactKind>(kind: K) => FactOf<K> | undefined;
}

export function createComponentContext(
  application: Application,
  component: Component,
  shared: { options: PlanningOptions; decider: Decider },
): ComponentContext {
  const facts = application.facts.filter((fact) => fact.component === component.id);
  const all = <K extends FactKind>(kind: K): readonly FactOf<K>[] => factsOf(facts, kind);
  return {
    application,
    component,
    facts,
    profile: undefined,
    ...shared,
    decide: (field, choice, reason) =>
      shared.decider.decide(`components.${component.id}.${field}`, choice, reason),
    all,
    best: (kind) => {
      const found = all(kind);
      return found.find((fact) => fact.certainty !== 'inferred') ?? found[0];
    },
  };
}

/** All the evidence of some facts, in order. */
export function evidenceOf(...facts: readonly (Fact | undefined)[]): Evidence[] {
  return facts.flatMap((fact) => fact?.evidence ?? []);
}

/** `pom.xml:44`, to be read in a sentence. */
export function placeOf(fact: Fact | undefined): string {
  const first = fact?.evidence[0];
  if (!first) return '';
  const file = shortPath(first.file);
  return first.line === undefined ? file : `${file}:${first.line}`;
}

/** Inside archives a path is too long for a sentence: `x.war!/WEB-INF/lib/y.jar!/a/b/C.class` is `y.jar!/…/C.class`. */
function shortPath(file: string): string {
  const parts = file.split('!/');
  const inner = parts.at(-1) ?? file;
  const outer = parts.at(-2);
  if (outer === undefined) return file;
  const member = inner.replace(/^(WEB-INF\/classes\/|BOOT-INF\/classes\/)?.*\/(?=[^/]+\.class$)/, '$1…/');
  return parts.length > 2 ? `${outer.slice(outer.lastIndexOf('/') + 1)}!/${member}` : member;
}
