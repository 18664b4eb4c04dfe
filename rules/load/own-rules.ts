import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sortBy } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import type { Rule } from '../engine/rule.js';
import { isRuleFile, loadRules } from './load-rules.js';

/** Where our rules lie: beside the sources in a checkout, beside `dist` in a package. */
export function ownRulesDirectory(): string {
  const here = fileURLToPath(import.meta.url);
  const compiled = /[/\\]dist[/\\]rules[/\\]load[/\\][^/\\]+$/.test(here);
  return fileURLToPath(new URL(compiled ? '../../../rules/' : '../', import.meta.url));
}

/** Loads Drydock's own rules, sorted by id. Test data beside them is not looked at. */
export function loadOwnRules(): { rules: readonly Rule[]; problems: readonly Problem[] } {
  const root = ownRulesDirectory();
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.flatMap(({ name }) =>
    readdirSync(join(root, name))
      .filter(isRuleFile)
      .map((file) => join(root, name, file)),
  );
  const { ruleSets, problems } = loadRules(files);
  return {
    rules: sortBy(
      ruleSets.flatMap((set) => set.rules),
      (rule) => [rule.id],
    ),
    problems,
  };
}
