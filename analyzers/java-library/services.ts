import { factsOf, type Fact, type FactOf } from '../../model/fact.js';
import type { DataSourceValue } from '../../model/fact-values.js';
import type { ComponentView } from '../analyzer.js';
import { knownClients, knownDrivers, knownSessionStores, type KnownDriver } from './service-table.js';
import { evidenceOf, isLibrary, shippedLibraries } from './shipped.js';

type Library = FactOf<'library'>;

/**
 * A database that only its driver shows: when no configuration names one and the drivers leave no choice. A data
 * source that the container is to provide is then one of that product.
 */
export function deriveDataSources(component: ComponentView): readonly Fact[] {
  const known = factsOf(component.facts, 'datasource').filter(({ value }) => value.product !== 'unknown');
  const driver = onlyDriver(shippedLibraries(component));
  if (known.length > 0 || !driver) return [];
  const references = unprovidedReferences(component);
  const base = {
    product: driver.known.product,
    ...(driver.known.driver !== undefined && { driver: driver.known.driver }),
    embedded: driver.known.embeddable === true,
  };
  const make = (value: DataSourceValue, facts: readonly Fact[]): Fact => ({
    kind: 'datasource',
    component: component.id,
    value,
    certainty: 'inferred',
    evidence: evidenceOf([...facts, ...driver.libraries]),
  });
  if (references.length === 0) return [make(base, [])];
  return references.map((reference) =>
    make({ ...base, name: reference.value.name, jndiName: reference.value.name }, [reference]),
  );
}

/** The one product that is left: a server's driver beats an engine that may be there for tests or as a default. */
function onlyDriver(
  shipped: readonly Library[],
): { known: KnownDriver; libraries: readonly Library[] } | undefined {
  const found = knownDrivers.flatMap((known) => {
    const libraries = shipped.filter((library) => isLibrary(library, known.libraries));
    return libraries.length > 0 ? [{ known, libraries }] : [];
  });
  const servers = found.filter(({ known }) => known.embeddable !== true);
  const choice = servers.length > 0 ? servers : found;
  return new Set(choice.map(({ known }) => known.product)).size === 1 ? choice[0] : undefined;
}

/** JNDI data sources that somebody refers to and no configuration here defines; lookups only where nothing refers. */
function unprovidedReferences(component: ComponentView): readonly FactOf<'jndi-resource'>[] {
  const all = factsOf(component.facts, 'jndi-resource');
  const defined = new Set(
    all.filter(({ value }) => value.role === 'definition').map(({ value }) => value.name),
  );
  const open = all.filter(
    ({ value }) =>
      value.role !== 'definition' &&
      !defined.has(value.name) &&
      (value.type === undefined
        ? /^(?:java:)?\/?jdbc\//.test(value.name)
        : value.type.endsWith('DataSource')),
  );
  const references = open.filter(({ value }) => value.role === 'reference');
  const chosen = references.length > 0 ? references : open;
  return [...new Map(chosen.map((fact) => [fact.value.name, fact])).values()];
}

/** Servers that a client library is for, when no configuration tells where they are. */
export function deriveServices(component: ComponentView): readonly Fact[] {
  const shipped = shippedLibraries(component);
  const told = new Set<string>(factsOf(component.facts, 'depends-on').map(({ value }) => value.service));
  for (const { value } of factsOf(component.facts, 'datasource')) told.add(value.product);
  return knownClients.flatMap(({ libraries, service }) => {
    const found = shipped.filter((library) => isLibrary(library, libraries));
    if (found.length === 0 || told.has(service)) return [];
    return [
      {
        kind: 'depends-on' as const,
        component: component.id,
        value: { service },
        certainty: 'inferred' as const,
        evidence: evidenceOf(found),
      },
    ];
  });
}

/** Sessions kept outside of the process. */
export function deriveSessionStore(component: ComponentView): readonly Fact[] {
  const shipped = shippedLibraries(component);
  return knownSessionStores.flatMap(({ libraries, store }) => {
    const found = shipped.filter((library) => isLibrary(library, libraries));
    if (found.length === 0) return [];
    return [
      {
        kind: 'session-state' as const,
        component: component.id,
        value: { store },
        certainty: 'inferred' as const,
        evidence: evidenceOf(found),
      },
    ];
  });
}
