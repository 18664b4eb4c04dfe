import type { PhpArgument, PhpSource } from '../../../workspace/php-source/php-source.js';
import type { SourceFile } from '../../../workspace/project.js';
import { remember, type Scope } from '../../engine/scope.js';

export const phpLocations = [
  'FUNCTION_CALL',
  'METHOD_CALL',
  'CONSTRUCTION',
  'CLASS',
  'INHERITANCE',
  'CONSTANT',
  'SUPERGLOBAL',
  'INCLUDE',
  'FUNCTION',
] as const;

export type PhpLocation = (typeof phpLocations)[number];

/** One place in PHP code that a pattern can name. */
export interface PhpUse {
  readonly name: string;
  readonly line: number;
  readonly arguments?: readonly PhpArgument[];
  readonly receiver?: string;
  readonly key?: string;
  readonly write?: boolean;
}

/** The uses at a location in one file; extracted once. */
export function usesOf(scope: Scope, file: SourceFile, location: PhpLocation): readonly PhpUse[] {
  return remember(scope, `php:${location}:${file.path}`, () => {
    const source = file.php();
    return source ? extractors[location](source) : [];
  });
}

const extractors: Readonly<Record<PhpLocation, (source: PhpSource) => readonly PhpUse[]>> = {
  FUNCTION_CALL: (source) => source.calls.map((call) => ({ ...call, name: lastName(call.name) })),
  METHOD_CALL: (source) =>
    source.methodCalls.flatMap((call) =>
      call.static ? [call, { ...call, name: `${call.receiver}::${call.name}` }] : [call],
    ),
  CONSTRUCTION: (source) => source.constructions.map((use) => ({ ...use, name: use.class })),
  CLASS: (source) => [
    ...source.classes.map(({ name, line }) => ({ name, line })),
    ...source.constructions.map(({ class: name, line }) => ({ name, line })),
    ...source.methodCalls
      .filter((call) => call.static)
      .map(({ receiver, line }) => ({ name: receiver, line })),
  ],
  INHERITANCE: (source) =>
    source.classes.flatMap(({ parent, interfaces, line }) =>
      [...(parent === undefined ? [] : [parent]), ...interfaces].map((name) => ({ name, line })),
    ),
  CONSTANT: (source) => source.constants,
  SUPERGLOBAL: (source) => source.superglobals.map((use) => ({ ...use, name: use.name.replace('$', '') })),
  INCLUDE: (source) => source.includes.map((use) => ({ name: use.path ?? use.text, line: use.line })),
  FUNCTION: (source) => source.functions.map(({ name, line }) => ({ name, line })),
};

/** In a namespace, an unqualified call falls back to the global function. */
function lastName(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}
