import { descendantsOf } from '../../workspace/xml/xml-element.js';
import type { FactCollector } from '../fact-collector.js';
import type { MavenModel } from './model.js';
import { elementAt } from './pom.js';

/** Addresses of repositories that only exist inside somebody's network: a build elsewhere can't reach them. */
export function emitRepositories(
  model: MavenModel,
  options: { unit: string; by: string; collector: FactCollector },
): void {
  for (const { element, pom } of model.lineage.layers) {
    for (const holder of ['repositories', 'pluginRepositories', 'distributionManagement']) {
      for (const url of descendantsOf(elementAt(element, holder), 'url')) {
        const value = model.value({ element: url, pom });
        const server = value && !value.open ? serverOf(value.text) : undefined;
        if (server)
          options.collector.add(
            'fixed-address',
            options.unit,
            server,
            pom.file.evidence(options.by, url.line),
          );
      }
    }
  }
}

function serverOf(url: string): { address: string; port?: number } | undefined {
  const match = /^https?:\/\/(?:[^@/]*@)?([\w.-]+)(?::(\d+))?/i.exec(url);
  const host = match?.[1] ?? '';
  const isInternal =
    /^\d{1,3}(\.\d{1,3}){3}$/.test(host) ||
    /^[\w-]+$/.test(host) ||
    /\.(local|internal|intranet|intra|corp|lan|home|priv|private)$/i.test(host);
  if (host === '' || !isInternal) return undefined;
  return { address: host, ...(match?.[2] !== undefined && { port: Number(match[2]) }) };
}
