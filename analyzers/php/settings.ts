import type { PhpContext } from './context.js';
import { at } from './context.js';
import { evaluate, inApplication } from './expression.js';
import type { PhpFile } from './symbols.js';
import { variableReads } from './environment.js';
import { isConnectionKey } from '../connection-settings.js';
import type { SettingEntry } from '../connection-settings.js';

/** A setting that code makes: a constant, an assignment, an array's entry, with the value it has by default. */
export function settingsOfCode(context: PhpContext, source: PhpFile): SettingEntry[] {
  const { file, php } = source;
  const reads = new Map(variableReads(source).map((read) => [`${read.line}`, read]));
  const entry = (
    path: readonly string[],
    one: { readonly value?: string; readonly text: string; readonly line: number },
  ): SettingEntry => {
    const read = /getenv|env\s*\(|\$_(ENV|SERVER)/i.test(one.text) ? reads.get(`${one.line}`) : undefined;
    const known = one.value ?? read?.default;
    const value = known ?? (isConnectionKey(path) ? valueOf(context, source, one) : undefined);
    return {
      file,
      line: one.line,
      path,
      ...(value === undefined ? {} : { value }),
      ...(read ? { configuredBy: read.name } : {}),
    };
  };
  return [
    ...php.constants.map((one) => entry([one.name], one)),
    ...php.assignments.flatMap((one) => {
      const path = pathOfTarget(one.target);
      return path === undefined ? [] : [entry(path, one)];
    }),
    ...php.returned.map((one) => entry(one.path.split('.'), one)),
  ];
}

/** A variable or constant given on from elsewhere; anything that is only known in part is unknown. */
function valueOf(
  context: PhpContext,
  source: PhpFile,
  one: { readonly text: string; readonly line: number },
): string | undefined {
  if (/^(\[|array\s*\()/i.test(one.text)) return undefined;
  const evaluated = evaluate(one.text, at(context, source, one.line));
  return evaluated.complete && !evaluated.value.includes(inApplication) ? evaluated.value : undefined;
}

/** `$db['default']['hostname']` → db, default, hostname; `$this->dbHost` → dbHost. */
function pathOfTarget(target: string): string[] | undefined {
  const clean = target.replace(/\s+/g, '').replace(/^\$this->|^(?:self|static)::\$/, '$');
  if (!/^\$\w+(?:\[(?:'[^']*'|"[^"]*"|\d+|\w+)?\]|->\w+)*$/.test(clean)) return undefined;
  const parts = clean.slice(1).split(/->|\[|\]/);
  return parts.map((part) => part.replace(/^['"]|['"]$/g, '')).filter((part) => part !== '');
}
