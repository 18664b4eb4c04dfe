import type { Evidence } from '../../model/evidence.js';
import { factsOf, type Fact, type FactOf } from '../../model/fact.js';
import type { ComponentView } from '../analyzer.js';

type Library = FactOf<'library'>;
type Evidences = Fact['evidence'];

/** A fact with more places than this says nothing more by listing further ones. */
const EVIDENCE_LIMIT = 12;

/** Java libraries that are in the application when it runs. */
export function shippedLibraries(component: ComponentView): readonly Library[] {
  return javaLibraries(component).filter(
    ({ value }) =>
      !['test', 'provided', 'system', 'import', 'plugin', 'annotation-processor'].includes(value.scope),
  );
}

/** Libraries that the code is compiled against: what ships, and what the server provides. */
export function compiledLibraries(component: ComponentView): readonly Library[] {
  return javaLibraries(component).filter(({ value }) => value.scope !== 'test' && value.scope !== 'plugin');
}

function javaLibraries(component: ComponentView): readonly Library[] {
  return factsOf(component.facts, 'library').filter(
    ({ value }) => value.ecosystem === 'maven' || value.ecosystem === 'bundled',
  );
}

/** Whether a library's name (and group, where it has one) fits; names compare in lower case. */
export function isLibrary({ value }: Library, names: RegExp, group?: RegExp): boolean {
  return (
    names.test(value.name.toLowerCase()) &&
    (group === undefined || value.group === undefined || group.test(value.group))
  );
}

/** The evidence of several facts, each place once. */
export function evidenceOf(facts: readonly Fact[]): Evidences {
  const unique = new Map<string, Evidence>();
  for (const fact of facts) {
    for (const one of fact.evidence) unique.set(`${one.file}:${one.line ?? 0}`, one);
  }
  return [...unique.values()].slice(0, EVIDENCE_LIMIT) as unknown as Evidences;
}
