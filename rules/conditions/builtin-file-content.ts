import type { SourceFile } from '../../workspace/project.js';
import type { ConditionKind, ConditionResult, Incident } from '../engine/condition.js';
import { mappingOf, textOf, textsOf } from '../engine/parameters.js';
import { lineAt, searchText, selectFiles, type Scope } from '../engine/scope.js';
import { compileBacktracking, matchLines } from '../patterns/backtracking.js';
import { escapeRegExp } from '../patterns/escape.js';
import { compileRe2, type Match, type Pattern } from '../patterns/regex.js';
import { reasons } from '../engine/reasons.js';

/** `builtin.filecontent`: one incident per match; whole-file RE2 first, then line by line as `grep -oP` would. */
export const builtinFileContent: ConditionKind = {
  capability: 'builtin.filecontent',
  check: () => undefined,
  evaluate(parameters, scope) {
    const fields = mappingOf(parameters);
    const pattern = unquote(textOf(fields.pattern) ?? '');
    if (pattern === '') return { error: reasons.empty('pattern') };
    const selection = selectFiles(scope, parameters);
    if ('error' in selection) return selection;
    return search(pattern, selection.files, scope, { restricted: textsOf(fields.filepaths).length > 0 });
  },
};

/** One leading quote goes, and one trailing unless a backslash stands before it. */
function unquote(pattern: string): string {
  return pattern.replace(/^"/, '').replace(/(^|[^\\])"$/, '$1');
}

type Finder = (text: string) => readonly Match[];

function search(
  pattern: string,
  files: readonly SourceFile[],
  scope: Scope,
  { restricted }: { restricted: boolean },
): ConditionResult {
  if (!/[.*+?^$[\]{}()|\\]/.test(pattern))
    return collect(files, scope, (text) => literalMatches(text, pattern));
  const re2 = compileRe2(pattern, { multiline: true });
  const backtracking = re2 ? undefined : compileBacktracking(pattern, 'gm');
  const whole = re2 ? findWith(re2) : backtracking && ((text: string) => matchWhole(backtracking, text));
  const first = whole && collect(files, scope, whole);
  const found = first && 'incidents' in first && first.incidents.length > 0;
  if (first && (scope.semantics === 'precise' || (found && !restricted))) return first;
  if (/\\n|\\r|\\s|\(\?s\)|\(\?m\)|\[\^>|\[\^</.test(pattern) && whole) return collect(files, scope, whole);
  const grep = compileBacktracking(pattern, 'g');
  return grep
    ? collect(files, scope, (text) => matchLines(grep, text))
    : { error: reasons.notPattern(`'${pattern}'`) };
}

/** Lookaround and backreferences have no linear engine; beyond this size lines are searched one by one. */
const largestWhole = 500_000;

function matchWhole(pattern: RegExp, text: string): readonly Match[] {
  if (text.length > largestWhole) return matchLines(pattern, text);
  return Array.from(text.matchAll(pattern), (match) => ({
    index: match.index,
    text: match[0],
    groups: match.slice(1),
    named: { ...match.groups },
  }));
}

function findWith(pattern: Pattern): Finder {
  const { literals } = pattern;
  if (!literals) return (text) => pattern.matches(text);
  const screen = new RegExp(literals.map(escapeRegExp).join('|'), pattern.ignoreCase ? 'i' : '');
  return (text) => (screen.test(text) ? pattern.matches(text) : []);
}

function literalMatches(text: string, literal: string): Match[] {
  const found: Match[] = [];
  for (let index = text.indexOf(literal); index >= 0; index = text.indexOf(literal, index + 1))
    found.push({ index, text: literal, groups: [], named: {} });
  return found;
}

function collect(files: readonly SourceFile[], scope: Scope, find: Finder): ConditionResult {
  const incidents: Incident[] = [];
  for (const file of files) {
    for (const match of find(searchText(scope, file))) {
      const line = lineAt(scope, file, match.index);
      const variables = { ...match.named, matchingText: match.text };
      incidents.push({
        file,
        line,
        variables: scope.semantics === 'konveyor' ? { matchingText: match.text } : variables,
        snippet: 'builtin',
      });
    }
  }
  return { incidents };
}
