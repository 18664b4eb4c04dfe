import type { PhpSource } from '../../workspace/php-source/php-source.js';
import type { SourceFile } from '../../workspace/project.js';

/** A PHP file of the application's own, parsed. */
export interface PhpFile {
  readonly file: SourceFile;
  readonly php: PhpSource;
}

/** A name's definition: a constant's, a variable's or a property's. */
export interface Definition {
  readonly file: SourceFile;
  readonly line: number;
  /** Known when it is a constant string or number. */
  readonly value?: string;
  /** Source text of the expression. */
  readonly text: string;
}

/** What names stand for in an application, as far as assignments of constants tell. */
export interface Symbols {
  constant(name: string): Definition | undefined;
  /** The variable's definition that is nearest above the line; else the file's first; else the only one anywhere. */
  variable(target: string, file: SourceFile, line: number): Definition | undefined;
  /** Functions that the application defines, lower case: polyfills, and names that happen to look like an extension's. */
  readonly functions: ReadonlySet<string>;
  /** Classes that the application defines, lower case, without namespace. */
  readonly classes: ReadonlySet<string>;
}

/** Collects the definitions of all files once. */
export function collectSymbols(sources: readonly PhpFile[]): Symbols {
  const constants = new Map<string, Definition>();
  const local = new Map<string, Definition[]>();
  const everywhere = new Map<string, Definition[]>();
  const functions = new Set<string>();
  const classes = new Set<string>();
  for (const { file, php } of sources) {
    for (const one of php.constants) if (!constants.has(one.name)) constants.set(one.name, { file, ...one });
    for (const one of php.assignments) {
      const target = normaliseTarget(one.target);
      const definition = { file, ...one };
      push(local, `${file.path}\n${target}`, definition);
      push(everywhere, target, definition);
    }
    for (const one of php.functions) functions.add(one.name.toLowerCase());
    for (const one of php.classes) classes.add(lastPart(one.name).toLowerCase());
  }
  return {
    constant: (name) => constants.get(name) ?? constants.get(lastPart(name)),
    variable: (target, file, line) => {
      const name = normaliseTarget(target);
      const here = local.get(`${file.path}\n${name}`) ?? [];
      return here.filter((one) => one.line <= line).at(-1) ?? here[0] ?? onlyOne(everywhere.get(name) ?? []);
    },
    functions,
    classes,
  };
}

/** One spelling for `$a["b"]`, `$a[ 'b' ]`, `$this->b` and `self::$b`. */
export function normaliseTarget(target: string): string {
  return target
    .replace(/\s+/g, '')
    .replace(/"/g, "'")
    .replace(/^(?:\$this->|(?:self|static)::\$)/, '$');
}

/** A class or constant's name without its namespace. */
export function lastPart(name: string): string {
  return /[^\\:]*$/.exec(name)?.[0] ?? name;
}

function push(map: Map<string, Definition[]>, key: string, value: Definition): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A common name (`$path`) means something else in each file: only definitions that agree say anything elsewhere. */
function onlyOne(definitions: readonly Definition[]): Definition | undefined {
  const [first] = definitions;
  return definitions.every((one) => one.text === first?.text) ? first : undefined;
}
