import type { PhpContext } from './context.js';
import {
  classPrefixes,
  extensionClasses,
  extensionFunctions,
  functionPrefixes,
  pdoDrivers,
} from './extension-table.js';
import { lastPart } from './symbols.js';
import type { PhpFile } from './symbols.js';
import { guardedNames } from './versions.js';

function invert(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([extension, names]) => names.split(' ').map((name) => [name, extension])),
  );
}

const byFunction = invert(extensionFunctions);
const byClass = invert(extensionClasses);

/** Emits the extensions that the code uses; one that it uses only where it asked for it is not required. */
export function extractExtensions(context: PhpContext): void {
  const uses = context.sources.flatMap((source) => {
    const guarded = guardedNames(source);
    return usesOf(source, context).map(({ name, extension, line }) => ({
      extension,
      required: !guarded.has(name) && !guarded.has(extension),
      evidence: source.file.evidence(context.by, line),
    }));
  });
  const needed = new Set(uses.filter((use) => use.required).map((use) => use.extension));
  for (const { extension, required, evidence } of uses) {
    if (needed.has(extension) && !required) continue;
    context.collector.add('php-extension', context.unit, { name: extension, required }, evidence, 'inferred');
  }
}

interface Use {
  readonly name: string;
  readonly extension: string;
  readonly line: number;
}

function usesOf({ php }: PhpFile, context: PhpContext): Use[] {
  const classes = [
    ...php.constructions.map((one) => ({ class: one.class, line: one.line })),
    ...php.methodCalls.filter((one) => one.static).map((one) => ({ class: one.receiver, line: one.line })),
    ...php.classes.flatMap((one) =>
      one.parent === undefined ? [] : [{ class: one.parent, line: one.line }],
    ),
  ];
  return [
    ...php.calls.flatMap((call) => {
      const name = lastPart(call.name).toLowerCase();
      const extension = context.symbols.functions.has(name) ? undefined : extensionOfFunction(name);
      return extension === undefined ? [] : [{ name, extension, line: call.line }];
    }),
    ...classes.flatMap((one) => {
      const name = one.class.replace(/^\\/, '').toLowerCase();
      const extension = context.symbols.classes.has(name) ? undefined : extensionOfClass(name);
      return extension === undefined ? [] : [{ name, extension, line: one.line }];
    }),
    ...php.constructions.flatMap((one) => {
      const driver = /^["']?(\w+):/.exec(one.arguments[0]?.constant ?? one.arguments[0]?.text ?? '')?.[1];
      const extension = /^\\?PDO$/i.test(one.class)
        ? pdoDrivers.get((driver ?? '').toLowerCase())
        : undefined;
      return extension === undefined ? [] : [{ name: extension, extension, line: one.line }];
    }),
  ];
}

function extensionOfFunction(name: string): string | undefined {
  return byFunction.get(name) ?? functionPrefixes.find(([prefix]) => isPrefix(name, prefix))?.[1];
}

/** A beginning without an underscore (`bz`, `snmp`) would match too much: such functions are in the list by name. */
function isPrefix(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && (prefix.endsWith('_') || prefix.length > 4);
}

function extensionOfClass(name: string): string | undefined {
  return byClass.get(name) ?? classPrefixes.find(([prefix]) => name.startsWith(prefix))?.[1];
}
