import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sortBy } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import type { Rule } from '../engine/rule.js';
import { isRuleFile, loadRules } from './load-rules.js';

export interface OwnRules {
  /** Sorted by id; `file` is relative to the package, `rules/<technology>/<id>.yaml`. */
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
}

/** Where the build keeps the parsed rules: reading YAML would cost each run a quarter of a second. */
export const bundleUrl = new URL('own-rules.json', import.meta.url);

/** Where our rules lie: beside the sources in a checkout, beside `dist` in a package. */
export function ownRulesDirectory(): string {
  const here = fileURLToPath(import.meta.url);
  const compiled = /[/\\]dist[/\\]rules[/\\]load[/\\][^/\\]+$/.test(here);
  return fileURLToPath(new URL(compiled ? '../../../rules/' : '../', import.meta.url));
}

/** Loads Drydock's own rules, from what the build made of them if it is there. */
export function loadOwnRules(): OwnRules {
  if (!existsSync(bundleUrl)) return readOwnRules();
  return { rules: JSON.parse(readFileSync(bundleUrl, 'utf8')) as readonly Rule[], problems: [] };
}

/** Reads the rules from their YAML files. Test data beside them is not looked at. */
export function readOwnRules(): OwnRules {
  const root = ownRulesDirectory();
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.flatMap(({ name }) =>
    readdirSync(join(root, name))
      .filter(isRuleFile)
      .map((file) => join(root, name, file)),
  );
  const { ruleSets, problems } = loadRules(files);
  const rules = ruleSets.flatMap((set) => set.rules);
  const relocated = rules.map((rule) => ({
    ...rule,
    file: `rules/${relative(root, rule.file).replaceAll('\\', '/')}`,
  }));
  return { rules: sortBy(relocated, (rule) => [rule.id]), problems };
}
