import type { Violation } from '../documents/violation.js';

/** A violation with the id of the schema rule it breaks. */
export interface SchemaViolation extends Violation {
  readonly rule: string;
  /** `error` when absent. */
  readonly severity?: 'error' | 'warning';
}
