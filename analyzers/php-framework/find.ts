import type { Project, SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import { joinPath } from '../paths.js';
import { frameworkRules } from './frameworks.js';
import type { FrameworkRule } from './frameworks.js';

/** A framework that an application is written in, and what gave it away. */
export interface Framework {
  readonly rule: FrameworkRule;
  readonly file: SourceFile;
  readonly line: number;
}

/** Where a framework's facts go. */
export interface FrameworkTarget {
  readonly project: Project;
  readonly unit: string;
  readonly framework: Framework;
  readonly collector: FactCollector;
  readonly by: string;
}

/** Frameworks of an application: required by Composer, or by the files of their skeletons. */
export function findFrameworks(project: Project, unit: string): readonly Framework[] {
  return frameworkRules.flatMap(
    (rule) => byPackage(project, unit, rule) ?? byFiles(project, unit, rule) ?? [],
  );
}

function byPackage(project: Project, unit: string, rule: FrameworkRule): Framework | undefined {
  const file = project.file(joinPath(unit, 'composer.json'));
  if (!file) return undefined;
  for (const name of rule.packages) {
    const line = file.lines().findIndex((text) => text.includes(`"${name}"`) && text.includes(':')) + 1;
    if (line > 0) return { rule, file, line };
  }
  return undefined;
}

function byFiles(project: Project, unit: string, rule: FrameworkRule): Framework | undefined {
  const found = rule.files.map(
    (glob) => project.find([joinPath(unit, glob)], { origins: ['own', 'vendored'] })[0],
  );
  const [first] = found;
  if (!first || found.some((file) => file === undefined)) return undefined;
  if (rule.pattern && !rule.pattern.test(first.text() ?? '')) return undefined;
  return { rule, file: first, line: 1 };
}
