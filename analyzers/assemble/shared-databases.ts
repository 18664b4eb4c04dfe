import type { Application, Link } from '../../model/analysis.js';
import { factsOf } from '../../model/fact.js';
import { sharedDatabase } from './link-texts.js';

/** Components that use the same database of the same server: one link from the first to each other, for all such databases. */
export function findSharedDatabases(applications: readonly Application[]): Link[] {
  const users = new Map<string, { label: string; components: Set<string> }>();
  for (const { facts } of applications) {
    for (const { component, value } of factsOf(facts, 'datasource')) {
      const { host, port, database, embedded } = value;
      if (embedded || host === undefined || database === undefined || isLoopback(host)) continue;
      const label = `${database} (${host}${port === undefined ? '' : `:${port}`})`;
      const known = users.get(label.toLowerCase()) ?? { label, components: new Set() };
      known.components.add(component);
      users.set(label.toLowerCase(), known);
    }
  }
  const pairs = new Map<string, { from: string; to: string; databases: Set<string> }>();
  for (const { label, components } of users.values()) {
    const [from, ...rest] = [...components].sort();
    for (const to of from === undefined ? [] : rest) {
      const pair = pairs.get(`${from} ${to}`) ?? { from: from ?? '', to, databases: new Set() };
      pair.databases.add(label);
      pairs.set(`${from} ${to}`, pair);
    }
  }
  return [...pairs.values()].map(({ from, to, databases }) => ({
    from,
    to,
    by: 'database',
    certainty: 'declared',
    because: sharedDatabase({ databases: [...databases].sort() }),
    addresses: [],
  }));
}

/** The same words on two machines: no sign that two applications share it. */
function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.|::1|0\.0\.0\.0)/i.test(host);
}
