import type { SourceFile } from '../../../workspace/project.js';
import type { ConditionKind, Incident } from '../../engine/condition.js';
import { mappingOf, mappingsOf, textOf, textsOf } from '../../engine/parameters.js';
import { remember, selectFiles, type Scope } from '../../engine/scope.js';
import { compileRe2 } from '../../patterns/regex.js';
import { compileArguments } from '../arguments.js';
import { phpLocations, usesOf, type PhpUse } from './uses.js';
import { reasons } from '../../engine/reasons.js';

/**
 * `php.referenced`: uses of a name in PHP code. `pattern` is a name with `*` and `(a|b)` (names of PHP ignore case),
 * `location` one of FUNCTION_CALL (default), METHOD_CALL (`m` or `C::m`), CONSTRUCTION, CLASS, INHERITANCE, CONSTANT,
 * SUPERGLOBAL (`_SESSION`), INCLUDE (the path), FUNCTION (a declaration). `arguments` and `receiver` as for Java;
 * `access: read|write` for superglobals. Calls of a function that the application declares itself don't count.
 */
export const phpReferenced: ConditionKind = {
  capability: 'php.referenced',
  check(parameters) {
    const fields = mappingOf(parameters);
    if (!textOf(fields.pattern)) return reasons.missing('pattern');
    const location = textOf(fields.location);
    return location === undefined || phpLocations.some((name) => name === location)
      ? undefined
      : reasons.notOneOf('location', phpLocations);
  },
  triggers(parameters) {
    const fields = mappingOf(parameters);
    const given = textsOf(fields.triggers);
    return { java: [], php: given.length > 0 ? given : wordsOf(textOf(fields.pattern) ?? '') };
  },
  evaluate(parameters, scope) {
    const fields = mappingOf(parameters);
    const selection = selectFiles(scope, parameters);
    if ('error' in selection) return selection;
    const location = phpLocations.find((name) => name === fields.location) ?? 'FUNCTION_CALL';
    const test = namePattern(textOf(fields.pattern) ?? '');
    const accepts = compileAccept(fields);
    const declared = location === 'FUNCTION_CALL' ? declaredFunctions(scope) : undefined;
    const incidents: Incident[] = [];
    const files = new Set(selection.files);
    for (const file of scope.php) {
      if (!files.has(file)) continue;
      for (const use of usesOf(scope, file, location)) {
        if (test(use.name) && !declared?.has(use.name.toLowerCase()) && accepts(use))
          incidents.push(toIncident(file, use));
      }
    }
    return { incidents };
  },
};

/** `php.feature`: syntax that tells an age, as the PHP parser names it (`short-open-tag`, `curly-offset`, …). */
export const phpFeature: ConditionKind = {
  capability: 'php.feature',
  check(parameters) {
    const { feature, triggers } = mappingOf(parameters);
    if (!textOf(feature)) return reasons.missing('feature');
    return textsOf(triggers).length === 0 ? reasons.triggersMissing() : undefined;
  },
  triggers: (parameters) => ({ java: [], php: textsOf(mappingOf(parameters).triggers) }),
  evaluate(parameters, scope) {
    const feature = textOf(mappingOf(parameters).feature);
    const incidents: Incident[] = [];
    for (const file of scope.php) {
      for (const found of file.php()?.features ?? []) {
        if (found.feature === feature)
          incidents.push({ file, line: found.line, variables: { feature }, snippet: 'builtin' });
      }
    }
    return { incidents };
  },
};

function namePattern(pattern: string): (name: string) => boolean {
  const source = pattern
    .replace(/[.+^${}[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const regex = new RegExp(`^(?:${source})$`, 'is');
  return (name) => regex.test(name);
}

/** Words without alternation: what stands before and after `(a|b)` is joined to each. */
function wordsOf(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (!group) return pattern.split('|').map((name) => longestWord(name.replace(/^.*::/, '')));
  const [before, after] = [pattern.slice(0, group.index), pattern.slice(group.index + group[0].length)];
  return (group[1] ?? '').split('|').flatMap((name) => wordsOf(before + name + after));
}

function longestWord(name: string): string {
  return name.split(/[*?]+/).sort((a, b) => b.length - a.length)[0] ?? '';
}

function declaredFunctions(scope: Scope): ReadonlySet<string> {
  return remember(scope, 'php:declared', () => {
    const names = new Set<string>();
    for (const file of scope.php)
      for (const declared of file.php()?.functions ?? []) names.add(declared.name.toLowerCase());
    return names;
  });
}

function compileAccept(fields: Readonly<Record<string, unknown>>): (use: PhpUse) => boolean {
  const fitsArguments = compileArguments(mappingsOf(fields.arguments));
  const [receiver, access, key] = [textOf(fields.receiver), textOf(fields.access), textOf(fields.key)];
  const receiverTest = receiver === undefined ? undefined : compileRe2(`(?i)${receiver}`);
  const keyTest = key === undefined ? undefined : compileRe2(key);
  return (use) =>
    fitsArguments(use.arguments ?? []) &&
    (!receiverTest || receiverTest.test(use.receiver ?? '')) &&
    (!keyTest || keyTest.test(use.key ?? '')) &&
    (access === undefined || access === (use.write ? 'write' : 'read'));
}

function toIncident(file: SourceFile, use: PhpUse): Incident {
  const constant = use.arguments?.[0]?.constant;
  const variables = {
    name: use.name,
    ...(constant === undefined ? {} : { argument: constant }),
    ...(use.key === undefined ? {} : { key: use.key }),
  };
  return { file, line: use.line, variables, snippet: 'builtin' };
}
