import type { Plan } from '../../../model/plan.js';

/** A decision about a component, the places it was seen at (`path:line` below the input's archive), and why not otherwise. */
export function decisionOf(
  plan: Plan,
  component: string,
  setting: string,
): { readonly choice: unknown; readonly seen: readonly string[]; readonly refused: readonly string[] } {
  const subject = `components.${component}.${setting}`;
  const decision = plan.decisions.find((each) => each.subject === subject);
  if (decision === undefined) throw new Error(`nothing was decided about ${subject}`);
  return {
    choice: decision.choice,
    refused: decision.alternatives.map(({ whyNot }) => whyNot.en),
    seen: decision.evidence.map(({ file, line }) => {
      const path = file.replace(/^[^!]*!\//, '');
      return line === undefined ? path : `${path}:${line}`;
    }),
  };
}
