import type { Effort, Severity } from '../model/finding.js';
import { compareStrings, sortBy } from '../model/order.js';
import type { Text } from '../model/text.js';
import type { Rule } from './engine/rule.js';

/** What documentation says of a rule: the same metadata that findings are made of. */
export interface RuleDescription {
  readonly id: string;
  readonly technology: string;
  readonly severity: Severity;
  readonly effort: Effort;
  readonly title: Text;
  readonly message: Text;
  readonly fix: Text;
  readonly supersedes: readonly string[];
  readonly links: readonly { readonly url: string; readonly title: string }[];
}

/** Describes every rule that makes findings, by technology (the folder of its file) and id. */
export function describeRules(rules: readonly Rule[]): RuleDescription[] {
  const described = rules.flatMap((rule): RuleDescription[] => {
    if (!rule.drydock) return [];
    const { severity, effort, title, message, fix, supersedes } = rule.drydock;
    const technology = rule.file.split(/[/\\]/).at(-2) ?? '';
    const sorted = [...supersedes].sort(compareStrings);
    return [
      {
        id: rule.id,
        technology,
        severity,
        effort,
        title,
        message,
        fix,
        supersedes: sorted,
        links: rule.links,
      },
    ];
  });
  return sortBy(described, ({ technology, id }) => [technology, id]);
}
