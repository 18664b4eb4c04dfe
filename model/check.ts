import type { Text } from './text.js';

/** "Could not check" is `skipped` (a reason is known beforehand) or `errored`; neither is ever `passed`. */
export type CheckStatus = 'passed' | 'failed' | 'skipped' | 'errored';

/** One thing that a check found wrong, at a place that a person can open. */
export interface CheckDetail {
  /** Stable id of the rule inside the check, for example `policy/probes`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Path as given by the caller, forward slashes. */
  readonly file: string;
  readonly line?: number;
  /** For example `Deployment/order-web`. */
  readonly subject?: string;
  readonly message: Text;
  readonly hint?: Text;
}

/** The verdict of one check on one target. */
export interface CheckResult {
  /** For example `schema`, `policy`, `build`. */
  readonly check: string;
  /** What was judged: a file, a component, a namespace. */
  readonly target: string;
  readonly status: CheckStatus;
  /** Why it was skipped or could not run; absent for passed. */
  readonly reason?: Text;
  readonly details: readonly CheckDetail[];
  /** Facts worth showing beside a pass: image size in bytes, the HTTP status, … */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly durationMs: number;
}
