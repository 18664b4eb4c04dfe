import { stringify } from 'yaml';

/** The shapes of Konveyor's output.yaml; members are in the order in which they are written. */
export interface OutputIncident {
  readonly uri: string;
  readonly message: string;
  readonly codeSnip?: string;
  readonly lineNumber?: number;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly isDependencyIncident: boolean;
}

export interface OutputViolation {
  readonly description: string;
  readonly category?: string;
  readonly labels?: readonly string[];
  readonly incidents: readonly OutputIncident[];
  readonly links?: readonly { readonly url: string; readonly title: string }[];
  readonly effort?: number;
}

export interface OutputRuleSet {
  readonly name: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly violations?: Readonly<Record<string, OutputViolation>>;
  readonly insights?: Readonly<Record<string, OutputViolation>>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly unmatched?: readonly string[];
  readonly skipped?: readonly string[];
}

/** Writes output.yaml; long lines are not wrapped. */
export function writeOutput(ruleSets: readonly OutputRuleSet[]): string {
  return stringify(ruleSets, { lineWidth: 0, aliasDuplicateObjects: false });
}
