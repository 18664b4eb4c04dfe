import type { Evidence } from './evidence.js';
import type { Text } from './text.js';

/** blocker: does not run, or loses data, on the platform; warning: runs, but not well; info: good to know. */
export type Severity = 'blocker' | 'warning' | 'info';

/** From the most to the least severe. */
export const severities: readonly Severity[] = ['blocker', 'warning', 'info'];

/** Person-days for the first place of a rule in a component, as a range; `totalEffort` says what several places take. */
export interface Effort {
  readonly min: number;
  readonly max: number;
}

/** One thing at one place that stands in the way of a move. One finding, one place. */
export interface Finding {
  /** The rule's id, for example `session-in-memory`. */
  readonly rule: string;
  readonly component: string;
  readonly severity: Severity;
  /** The rule's title, a few words. */
  readonly title: Text;
  /** What is here and why it matters, one or two sentences. */
  readonly message: Text;
  /** What to do, or what Drydock does about it. */
  readonly fix: Text;
  readonly effort: Effort;
  readonly evidence: Evidence;
}
