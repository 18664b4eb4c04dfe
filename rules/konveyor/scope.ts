import type { Fact } from '../../model/fact.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import { escapeRegExp } from '../patterns/escape.js';
import type { Rule } from '../engine/rule.js';
import type { Scope } from '../engine/scope.js';
import { triggersOf } from '../triggers.js';

/** Left out at the top of the location only, as the reference does it. */
const excluded = new Set(['node_modules', 'vendor', '.git', 'dist', 'build', 'target', '.venv', 'venv']);

/** Everything under the location, as Konveyor's builtin provider sees it. */
export function createScope(project: Project, rules: readonly Rule[], facts: readonly Fact[] = []): Scope {
  const files = project.files.filter(
    (file) => file.archive === '' && !excluded.has(file.path.split('/')[0] ?? ''),
  );
  const triggers = triggersOf(rules);
  return {
    semantics: 'konveyor',
    project,
    files,
    facts,
    tags: new Set(),
    java: withWords(files, /\.java$/, triggers.java, ''),
    php: withWords(files, /\.(php|php[345]|phtml|inc)$/, triggers.php, 'i'),
    cache: new Map(),
  };
}

function withWords(
  files: readonly SourceFile[],
  names: RegExp,
  words: readonly string[],
  flags: string,
): SourceFile[] {
  if (words.length === 0) return [];
  const search = new RegExp(words.map(escapeRegExp).join('|'), flags);
  return files.filter((file) => names.test(file.name) && search.test(file.text() ?? ''));
}
