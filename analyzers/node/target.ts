import type { FactCollector } from '../fact-collector.js';

/** Where facts of a package go. */
export interface ServiceTarget {
  readonly unit: string;
  readonly collector: FactCollector;
  readonly by: string;
}
