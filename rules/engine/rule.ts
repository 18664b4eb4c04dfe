import type { Effort, Severity } from '../../model/finding.js';
import type { Text } from '../../model/text.js';

/** One entry of a `when`, of an `and` or of an `or`. */
export type ConditionEntry = EntryOptions &
  (
    | { readonly kind: 'and' | 'or'; readonly entries: readonly ConditionEntry[] }
    | { readonly kind: 'capability'; readonly capability: string; readonly parameters: unknown }
  );

export interface EntryOptions {
  readonly as: string | undefined;
  readonly from: string | undefined;
  readonly ignore: boolean;
  readonly not: boolean;
}

export interface RuleLink {
  readonly url: string;
  readonly title: string;
}

export interface CustomVariable {
  readonly name: string;
  readonly pattern: string;
  readonly nameOfCaptureGroup: string;
  readonly defaultValue: string;
}

export type RuleCategory = 'mandatory' | 'optional' | 'potential';

/** A rule in the Konveyor format, with our block where it has one. */
export interface Rule {
  readonly id: string;
  /** File it was read from, as given to the loader, and the 1-based line it begins at. */
  readonly file: string;
  readonly line: number;
  readonly description: string;
  readonly message: string | undefined;
  readonly tags: readonly string[];
  /** Konveyor's story points; absent or 0 makes its violations insights. */
  readonly effort: number | undefined;
  readonly category: RuleCategory;
  readonly labels: readonly string[];
  readonly links: readonly RuleLink[];
  readonly customVariables: readonly CustomVariable[];
  readonly when: ConditionEntry;
  readonly drydock: DrydockBlock | undefined;
}

/**
 * What Drydock needs to make findings of a rule. A rule with this block is evaluated precisely: per component, on
 * the application's own files, never in comments, tests, samples or documentation, at the place where the thing stands.
 */
export interface DrydockBlock {
  readonly severity: Severity;
  /** Person-days for one occurrence. */
  readonly effort: Effort;
  readonly title: Text;
  /** Mustache; the incident's variables are available. */
  readonly message: Text;
  readonly fix: Text;
  /** Ids of rules whose findings at the same place say less than this one. */
  readonly supersedes: readonly string[];
  /** `place`: every place is a finding; `file`, `component`: only the first of each. */
  readonly once: 'place' | 'file' | 'component';
  /** What the rule finds is a secret: its value appears neither in messages nor in excerpts. */
  readonly secret: boolean;
}

/** The rules of one directory. */
export interface RuleSet {
  readonly name: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly rules: readonly Rule[];
}
