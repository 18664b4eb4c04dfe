import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../../model/problem.js';
import { compareStrings, sortBy } from '../../model/order.js';
import { conditionKinds } from '../conditions/registry.js';
import { mappingOf, textOf, textsOf } from '../engine/parameters.js';
import { parseRuleFile, parseYaml11 } from '../engine/parse-rule.js';
import type { Rule, RuleSet } from '../engine/rule.js';
import { ruleTexts } from '../engine/texts.js';

export interface LoadedRules {
  readonly ruleSets: readonly RuleSet[];
  readonly problems: readonly Problem[];
}

/**
 * Loads rules in the Konveyor format from files and directories. Each directory that holds rules itself is a ruleset,
 * described by its own `ruleset.yaml`. What can't be read or makes no sense is a Problem, and the rest is loaded.
 */
export function loadRules(paths: readonly string[]): LoadedRules {
  const problems: Problem[] = [];
  const byDirectory = new Map<string, Rule[]>();
  for (const path of paths) {
    for (const file of listRuleFiles(path, problems)) {
      const text = readText(file, problems);
      if (text === undefined) continue;
      const read = parseRuleFile(text, file, conditionKinds);
      problems.push(...read.problems);
      if (read.rules.length === 0) continue;
      const directory = dirname(file);
      byDirectory.set(directory, [...(byDirectory.get(directory) ?? []), ...read.rules]);
    }
  }
  const ruleSets = [...byDirectory]
    .sort(([a], [b]) => compareStrings(a, b))
    .map(([directory, rules]) => describe(directory, rules, problems));
  return { ruleSets, problems };
}

function describe(directory: string, rules: readonly Rule[], problems: Problem[]): RuleSet {
  const file = join(directory, 'ruleset.yaml');
  const exists = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  const text = exists ? readText(file, problems) : undefined;
  const document = text === undefined ? undefined : parseYaml11(text).documents[0];
  const fields = document?.errors.length === 0 ? mappingOf(document.toJS()) : {};
  return {
    name: textOf(fields.name) ?? 'konveyor-analysis',
    description: textOf(fields.description) ?? '',
    labels: textsOf(fields.labels),
    rules,
  };
}

function listRuleFiles(path: string, problems: Problem[]): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) {
    problems.push(unreadable(path, 'no such file or directory'));
    return [];
  }
  if (!stat.isDirectory()) return [path];
  const entries = sortBy(readdirSync(path, { withFileTypes: true }), (entry) => [entry.name]);
  return entries.flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.isDirectory()) return listRuleFiles(child, problems);
    return entry.isFile() && isRuleFile(entry.name) ? [child] : [];
  });
}

/** `*.yaml` that is neither a description nor a test. */
export function isRuleFile(name: string): boolean {
  return /\.ya?ml$/.test(name) && name !== 'ruleset.yaml' && !/\.test\.ya?ml$/.test(name);
}

function readText(file: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    problems.push(unreadable(file, error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

function unreadable(path: string, reason: string): Problem {
  return {
    code: 'rules-unreadable',
    file: basename(path),
    message: ruleTexts.unreadablePath(reason),
    hint: ruleTexts.unreadablePathHint(),
  };
}
