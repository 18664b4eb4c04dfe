import type { ResourcesPlan } from '../../model/plan-component.js';
import { quantityBytes } from '../quantity.js';

const mebi = 1024 ** 2;

/**
 * Resources of a database: as much memory requested as it may use, so that a full node ends others first. The limit grows
 * with a cache that the plan's settings ask for (`1G`, `512MB`), of which `share` of the memory is the right size.
 */
export function databaseResources(
  base: ResourcesPlan,
  given: { readonly cache: string | undefined; readonly share: number },
): ResourcesPlan {
  const wanted = cacheBytes(given.cache) / given.share;
  const least = quantityBytes(base.limits.memory) ?? 0;
  const memory = wanted > least ? `${Math.ceil(wanted / mebi / 64) * 64}Mi` : base.limits.memory;
  return { requests: { ...base.requests, memory }, limits: { ...base.limits, memory } };
}

/** Sizes as my.cnf, postgresql.conf and redis.conf write them; their K, M and G are powers of 1024. */
function cacheBytes(size: string | undefined): number {
  const [, amount = '', unit = ''] = /^(\d+)\s*([kmgt]?)b?$/i.exec(size?.trim() ?? '') ?? [];
  return amount === '' ? 0 : Number(amount) * 1024 ** ['', 'k', 'm', 'g', 't'].indexOf(unit.toLowerCase());
}
