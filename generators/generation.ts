import type { Artefact } from '../model/artefact.js';
import type { ImageCatalog } from '../model/image-catalog.js';
import type { ComponentPlan } from '../model/plan-component.js';
import type { Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import type { Text } from '../model/text.js';
import type { Templates } from '../templates/templates.js';

/** What generation starts from; nothing else decides a byte of the result. */
export interface GenerateInput {
  readonly plan: Plan;
  readonly catalog: ImageCatalog;
  readonly templates: Templates;
  /**
   * Text of a file of the input, decoded; `context` and `path` as in the plan, members of archives as `app.war!/WEB-INF/x`.
   * Undefined when there is no such file or it can't be read as text.
   */
  readonly readSource: (context: string, path: string) => string | undefined;
  /**
   * Secrets that stand in a text of the input, by their 1-based line: the last look at what the plan took for harmless. Absent:
   * nothing is looked for.
   */
  readonly findSecrets?: (text: string, file: string) => readonly FoundSecret[];
  /** Image digests by `repository:tag`, when the user pins them. */
  readonly imageLock?: Readonly<Record<string, string>>;
}

/** A secret in a text; the value is there to be replaced, never to be shown. */
export interface FoundSecret {
  readonly line: number;
  readonly value: string;
}

/** What a run of generators leaves. */
export interface Generation {
  readonly artefacts: readonly Artefact[];
  readonly problems: readonly Problem[];
}

/** The input, and where problems of this run go. */
export interface Workshop extends GenerateInput {
  readonly report: (problem: Problem) => void;
}

/** One component in the workshop. */
export interface ComponentScope extends Workshop {
  readonly id: string;
  readonly component: ComponentPlan;
}

/** Something in the plan that can't be generated as it stands there. */
export function reportPlan(workshop: Workshop, problem: { code: string; message: Text; hint: Text }): void {
  workshop.report({ ...problem, file: 'drydock.yaml' });
}

/** Picks the language that the plan asks prose to be in. */
export function say(workshop: Workshop, text: Text): string {
  return text[workshop.plan.settings.language];
}
