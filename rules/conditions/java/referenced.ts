import type { ConditionKind, Incident } from '../../engine/condition.js';
import { mappingOf, mappingsOf, textOf, textsOf } from '../../engine/parameters.js';
import { selectFiles, type Scope } from '../../engine/scope.js';
import { compileRe2 } from '../../patterns/regex.js';
import { compileArguments } from '../arguments.js';
import { compileAnnotated } from './annotated.js';
import { type JavaPattern, parseJavaPattern } from './pattern.js';
import { usesAt } from './use-index.js';
import type { JavaUse } from './uses.js';
import { reasons } from '../../engine/reasons.js';

/**
 * `java.referenced`: uses of a name in Java code, by syntax and import resolution. Our additions in the same shape:
 * `arguments` (constraints on a call's arguments), `receiver` (a regexp on what stands before the dot), `context` and
 * `notContext` (regexps on the source line).
 */
export const javaReferenced: ConditionKind = {
  capability: 'java.referenced',
  check: (parameters) => (textOf(mappingOf(parameters).pattern) ? undefined : reasons.missing('pattern')),
  triggers: (parameters) => ({ java: triggersOf(parameters), php: [] }),
  evaluate(parameters, scope) {
    const fields = mappingOf(parameters);
    const location = (textOf(fields.location) ?? 'ANY').toUpperCase();
    const selection = selectFiles(scope, { filepaths: firstOf(fields.filepaths) });
    if ('error' in selection) return selection;
    const files = (textOf(fields.filepaths) ?? fields.filepaths) ? new Set(selection.files) : undefined;
    const accepts = compileAccept(fields, location);
    const incidents: Incident[] = [];
    const patterns = parseJavaPattern(textOf(fields.pattern) ?? '');
    for (const use of findUses(scope, location, patterns)) {
      if (files && !files.has(use.file)) continue;
      if (accepts(use)) incidents.push(toIncident(use));
    }
    return { incidents };
  },
};

/** The reference's Java provider looks only at the first path of a chain. */
function firstOf(filepaths: unknown): unknown {
  return Array.isArray(filepaths) ? filepaths.slice(0, 1) : undefined;
}

/** Words without which no use can be in a file: given by the rule, else the rarest that the pattern names. */
function triggersOf(parameters: unknown): readonly string[] {
  const { pattern, location, triggers } = mappingOf(parameters);
  const given = textsOf(triggers);
  if (given.length > 0) return given;
  const place = (textOf(location) ?? '').toUpperCase();
  const isMethod = methodLike.has(place);
  return parseJavaPattern(textOf(pattern) ?? '').map((item) => {
    const type = item.qualifier.slice(item.qualifier.lastIndexOf('.') + 1);
    // An import names the package in full, whether of one type or of all
    if (place === 'IMPORT' && /^\w+\.[\w.]+$/.test(item.qualifier)) return item.qualifier;
    if (isMethod && type === 'System') return `System.${item.simple ?? ''}`;
    if (isMethod && type !== '' && !/[*?]/.test(type)) return type;
    return item.simple ?? longestWord(item.text);
  });
}

function longestWord(pattern: string): string {
  const [word = ''] = pattern.split(/[*?]+/).sort((a, b) => b.length - a.length);
  return word.replace(/^\.|\.$/g, '');
}

const methodLike = new Set(['METHOD_CALL', 'METHOD']);

function findUses(scope: Scope, location: string, patterns: readonly JavaPattern[]): JavaUse[] {
  const found = new Set<JavaUse>();
  for (const pattern of patterns) {
    for (const use of candidates(scope, location, pattern)) {
      const fits = methodLike.has(location)
        ? fitsMethod(use, pattern, scope)
        : fitsType(use, pattern, location, scope);
      if (fits) found.add(use);
    }
  }
  return [...found];
}

function candidates(scope: Scope, location: string, pattern: JavaPattern): readonly JavaUse[] {
  const index = usesAt(scope, location);
  return pattern.simple === undefined || location === 'PACKAGE' ? index.all() : index.named(pattern.simple);
}

function fitsMethod(use: JavaUse, pattern: JavaPattern, scope: Scope): boolean {
  if (!pattern.testSimple(use.simple)) return false;
  if (pattern.parameters !== undefined && use.arguments && use.arguments.length !== pattern.parameters)
    return false;
  if (pattern.qualifier === '') return true;
  if (use.names.some(pattern.testQualifier)) return true;
  // A receiver whose type syntax can't tell counts when the file imports the type by name; the reference also
  // takes an on-demand import for it.
  if (!use.unresolved || use.receiver === undefined) return false;
  return use.source.imports.some(
    (item) =>
      !item.static &&
      (item.onDemand
        ? scope.semantics === 'konveyor' && pattern.qualifier.startsWith(`${item.name}.`)
        : pattern.testQualifier(item.name) &&
          (scope.semantics === 'konveyor' || soundsLike(use.receiver, item.name))),
  );
}

/** Whether an expression reads as if it were of the type: `session` or `getSession()` of an `HttpSession`. */
function soundsLike(receiver: string | undefined, type: string): boolean {
  const name =
    /(\w+)\W*$/.exec((receiver ?? '').replace(/\([^()]*\)$/, ''))?.[1]?.replace(/^(?:get|m_|_)/, '') ?? '';
  const word = name.replace(/\d+$/, '').toLowerCase();
  const simple = type.slice(type.lastIndexOf('.') + 1);
  const last = /[A-Z][a-z]+$/.exec(simple)?.[0] ?? simple;
  return word.length > 2 && (simple.toLowerCase().includes(word) || word.includes(last.toLowerCase()));
}

function fitsType(use: JavaUse, pattern: JavaPattern, location: string, scope: Scope): boolean {
  if (pattern.parameters !== undefined && use.arguments && use.arguments.length !== pattern.parameters)
    return false;
  if (location === 'IMPORT' && use.element.endsWith('.*'))
    return pattern.isGlob && !/[A-Z]/.test(pattern.text) && pattern.test(use.element);
  if (location === 'PACKAGE') return use.names.some((name) => pattern.test(name) || isBelow(name, pattern));
  if (location === 'CONSTRUCTOR_CALL' && scope.semantics === 'konveyor' && isInitializer(use)) return false;
  return pattern.qualifier === '' ? pattern.testSimple(use.simple) : use.names.some(pattern.test);
}

function isBelow(name: string, pattern: JavaPattern): boolean {
  return !pattern.isGlob && name.startsWith(`${pattern.text}.`);
}

/** The reference loses constructor calls outside methods. */
function isInitializer(use: JavaUse): boolean {
  return use.source.types.some(
    (type) => type.name === use.enclosing || type.name.endsWith(`.${use.enclosing ?? ''}`),
  );
}

function compileAccept(
  fields: Readonly<Record<string, unknown>>,
  location: string,
): (use: JavaUse) => boolean {
  const annotated = compileAnnotated(fields.annotated, location);
  const fitsArguments = compileArguments(mappingsOf(fields.arguments));
  const receiver = textOf(fields.receiver);
  const regex = receiver === undefined ? undefined : compileRe2(`(?i)${receiver}`);
  const [context, notContext] = ['context', 'notContext'].map((key) =>
    fields[key] === undefined ? undefined : compileRe2(textOf(fields[key]) ?? ''),
  );
  const lineOf = (use: JavaUse): string => use.file.lines()[use.line - 1] ?? '';
  return (use) =>
    annotated(use) &&
    (regex === undefined || regex.test(use.receiver ?? '')) &&
    fitsArguments(use.arguments ?? []) &&
    (!context || context.test(lineOf(use))) &&
    !notContext?.test(lineOf(use));
}

function toIncident(use: JavaUse): Incident {
  const constant = use.arguments?.[0]?.constant;
  return {
    file: use.file,
    line: use.line,
    variables: {
      kind: use.kind,
      name: use.element,
      file: use.file.path,
      package: use.source.package,
      ...(constant === undefined ? {} : { argument: constant }),
    },
    snippet: 'java',
  };
}
