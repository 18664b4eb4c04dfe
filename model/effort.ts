import type { Effort, Finding } from './finding.js';

/** What a further file adds, as a share: the way is known after the first one. */
const furtherFile = 0.2;

/**
 * Person-days for a set of findings. A rule's effort is what the first place in a component takes: the decision, the change, the
 * test. Further places in the same file come with it, and every further file adds a fifth. (Konveyor's effort is story points
 * per incident; summed over every occurrence it says weeks for what is one change.)
 */
export function totalEffort(findings: readonly Finding[]): Effort {
  const groups = new Map<string, { effort: Effort; files: Set<string> }>();
  for (const { component, rule, effort, evidence } of findings) {
    const key = `${component}\n${rule}`;
    const group = groups.get(key) ?? { effort, files: new Set<string>() };
    group.files.add(evidence.file);
    groups.set(key, group);
  }
  const sum = (pick: (effort: Effort) => number): number =>
    [...groups.values()].reduce(
      (total, { effort, files }) => total + pick(effort) * (1 + furtherFile * (files.size - 1)),
      0,
    );
  return { min: sum(({ min }) => min), max: sum(({ max }) => max) };
}
