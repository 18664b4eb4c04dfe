import type { Evidence } from '../../model/evidence.js';
import type { SourceFile } from '../../workspace/project.js';
import type { TemplateData } from './mustache.js';
import type { Scope } from './scope.js';
import type { Text } from '../../model/text.js';

/** One place that a condition matched. */
export interface Incident {
  /** Absent for what no file says: tags. */
  readonly file: SourceFile | undefined;
  /** 1-based; absent for a file as a whole. */
  readonly line: number | undefined;
  readonly variables: TemplateData;
  /** A snippet is shown for places only; the reference windows those of its Java provider differently. */
  readonly snippet: 'builtin' | 'java' | 'none';
  /** A fact's own evidence, when a fact is what matched. */
  readonly evidence?: Evidence;
}

export type ConditionResult =
  { readonly incidents: readonly Incident[]; readonly extras?: unknown } | { readonly error: Text };

/** Words of which a source file must contain one before a condition can match in it. */
export interface Triggers {
  readonly java: readonly string[];
  readonly php: readonly string[];
}

/** One kind of condition, for example `builtin.filecontent`. Adding one is a file and a line in the registry. */
export interface ConditionKind {
  readonly capability: string;
  /** Says what is wrong with parameters as written in a rule; undefined when they can be used. */
  readonly check: (parameters: unknown) => Text | undefined;
  /** Parameters have their templates rendered. */
  readonly evaluate: (parameters: unknown, scope: Scope) => ConditionResult;
  readonly triggers?: (parameters: unknown) => Triggers;
}

/** The condition kinds by capability. */
export type ConditionKinds = ReadonlyMap<string, ConditionKind>;
