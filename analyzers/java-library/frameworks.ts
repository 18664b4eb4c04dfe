import type { Fact, FactOf } from '../../model/fact.js';
import type { ComponentView } from '../analyzer.js';
import { factsOf } from '../../model/fact.js';
import { findEndOfLife, javaEndOfLife } from './end-of-life.js';
import { knownFrameworks, type KnownFramework } from './framework-table.js';
import { evidenceOf, isLibrary, shippedLibraries } from './shipped.js';

/** Frameworks and products by the libraries that ship; without a version only where no library of it has one. */
export function deriveProducts(component: ComponentView): readonly FactOf<'framework'>[] {
  const shipped = shippedLibraries(component);
  return knownFrameworks.flatMap((known) => {
    const found = shipped.filter((library) => fits(library, known));
    const versions = [...new Set(found.map(({ value }) => value.version))].filter(
      (version) => version !== undefined,
    );
    const groups: readonly (string | undefined)[] =
      versions.length > 0 ? versions : found.length > 0 ? [undefined] : [];
    return groups.map((version) => {
      const carriers = found.filter(({ value }) => value.version === version);
      return {
        kind: 'framework' as const,
        component: component.id,
        value: { name: known.name, ...(version !== undefined && { version }) },
        certainty: carriers.some(({ certainty }) => certainty === 'declared')
          ? ('declared' as const)
          : ('inferred' as const),
        evidence: evidenceOf(carriers),
      };
    });
  });
}

function fits(library: FactOf<'library'>, { libraries, group, versions }: KnownFramework): boolean {
  if (!isLibrary(library, libraries, group)) return false;
  return (
    versions === undefined || (library.value.version !== undefined && versions.test(library.value.version))
  );
}

export function isFramework({ value }: FactOf<'framework'>): boolean {
  return knownFrameworks.some(({ name, isFramework: is }) => name === value.name && is !== false);
}

/** What of the frameworks and the Java level nobody supports any more. */
export function deriveEndOfLife(
  component: ComponentView,
  products: readonly FactOf<'framework'>[],
): readonly Fact[] {
  const facts: Fact[] = products.flatMap((framework) => {
    const { name, version } = framework.value;
    const end = version === undefined ? undefined : findEndOfLife(name, version);
    return end
      ? [endOfLife(component, { product: name, version: end.line, until: end.until }, framework.evidence)]
      : [];
  });
  facts.push(...endedServers(component), ...endedLogging(component, products));
  for (const { value, evidence } of factsOf(component.facts, 'runtime')) {
    const until =
      value.language === 'java' && value.version !== undefined ? javaEndOfLife(value.version) : undefined;
    if (until !== undefined && value.version !== undefined) {
      facts.push(endOfLife(component, { product: 'java', version: value.version, until }, evidence));
    }
  }
  return facts;
}

/** Servers that people run it on; an embedded one comes with its framework. */
function endedServers(component: ComponentView): Fact[] {
  return factsOf(component.facts, 'server').flatMap(({ value, evidence }) => {
    const end =
      value.embedded || value.version === undefined ? undefined : findEndOfLife(value.product, value.version);
    return end
      ? [endOfLife(component, { product: value.product, version: end.line, until: end.until }, evidence)]
      : [];
  });
}

/** log4j 1 without its library at hand (the jars are fetched by hand): its configuration tells. */
function endedLogging(component: ComponentView, products: readonly FactOf<'framework'>[]): Fact[] {
  const isProduct = factsOf(component.facts, 'packaging').some(({ value }) => value.type === 'middleware');
  const told =
    isProduct ||
    factsOf(component.facts, 'library').some(({ value }) => /log4j/i.test(value.name)) ||
    products.some(({ value }) => value.name === 'log4j1');
  const sink = factsOf(component.facts, 'log-sink').find(({ value }) => value.framework === 'log4j');
  const end = findEndOfLife('log4j1', '1');
  if (told || !sink || !end) return [];
  return [endOfLife(component, { product: 'log4j1', version: end.line, until: end.until }, sink.evidence)];
}

function endOfLife(
  component: ComponentView,
  { product, ...rest }: { product: string; version: string; until: string },
  evidence: Fact['evidence'],
): Fact {
  // The generation in the name of a product (log4j1) is in its version too.
  const value = { product: product.replace(/^(log4j|struts)[12]$/, '$1'), ...rest };
  return { kind: 'end-of-life', component: component.id, value, certainty: 'inferred', evidence };
}
