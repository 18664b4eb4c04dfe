import type { Evidence } from '../model/evidence.js';
import { sortBy } from '../model/order.js';
import type { Alternative, Decision, ManualStep } from '../model/plan.js';
import type { Text } from '../model/text.js';

export interface Reason {
  readonly because: Text;
  readonly evidence?: readonly Evidence[];
  readonly alternatives?: readonly Alternative[];
}

/** Collects what was decided and why while a plan is made. */
export interface Decider {
  /** Records a decision and returns the choice, so that a plan can't hold a value without its reason. */
  readonly decide: <T>(subject: string, choice: T, reason: Reason) => T;
  readonly askPerson: (step: ManualStep) => void;
  readonly decisions: () => readonly Decision[];
  readonly manual: () => readonly ManualStep[];
}

const maxEvidence = 5;

export function createDecider(): Decider {
  const decisions = new Map<string, Decision>();
  const manual = new Map<string, ManualStep>();
  return {
    decide: (subject, choice, reason) => {
      const evidence = (reason.evidence ?? []).slice(0, maxEvidence);
      decisions.set(subject, {
        subject,
        choice,
        because: reason.because,
        evidence,
        alternatives: reason.alternatives ?? [],
      });
      return choice;
    },
    askPerson: (step) => {
      const key = `${step.component}\n${step.title.en}\n${step.detail.en}`;
      if (!manual.has(key)) manual.set(key, { ...step, evidence: step.evidence.slice(0, maxEvidence) });
    },
    decisions: () => sortBy(decisions.values(), (decision) => [decision.subject]),
    manual: () => sortBy([...manual.values()], (step) => [step.component, step.title.en, step.detail.en]),
  };
}
