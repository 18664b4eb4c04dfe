import { compileRe2 } from '../patterns/regex.js';
import { stringValue } from './node.js';
import {
  type Focus,
  isNodes,
  nodesOf,
  toBoolean,
  toNumber,
  toText,
  type Value,
  XPathPanic,
} from './values.js';

type XPathFunction = (parameters: readonly Value[], focus: Focus) => Value;

const text = (parameters: readonly Value[], index: number): string => toText(parameters[index] ?? '');
const target = (parameters: readonly Value[], focus: Focus): Value => parameters[0] ?? [focus.node];
const firstNode = (parameters: readonly Value[], focus: Focus): Focus['node'] | undefined =>
  nodesOf(target(parameters, focus))[0];

function pattern(source: string): NonNullable<ReturnType<typeof compileRe2>> {
  const compiled = compileRe2(source);
  if (!compiled) throw new XPathPanic(`'${source}' is not a regular expression`);
  return compiled;
}

function substring(source: string, start: number, length: number): string {
  const first = Math.round(start);
  const end = length === Infinity ? Infinity : first + Math.round(length);
  return Array.from(source)
    .filter((_, index) => index + 1 >= first && index + 1 < end)
    .join('');
}

/** The functions of XPath 1.0, and those that the reference's library adds. */
const functions: Readonly<Record<string, XPathFunction>> = {
  last: (_, focus) => focus.size,
  position: (_, focus) => focus.position,
  count: (p) => nodesOf(p[0] ?? '').length,
  'local-name': (p, focus) => firstNode(p, focus)?.local ?? '',
  name: (p, focus) => firstNode(p, focus)?.name ?? '',
  'namespace-uri': (p, focus) => firstNode(p, focus)?.namespace ?? '',
  string: (p, focus) => toText(target(p, focus)),
  concat: (p) => p.map(toText).join(''),
  'starts-with': (p) => text(p, 0).startsWith(text(p, 1)),
  'ends-with': (p) => text(p, 0).endsWith(text(p, 1)),
  contains: (p) => text(p, 0).includes(text(p, 1)),
  'substring-before': (p) => text(p, 0).slice(0, Math.max(0, text(p, 0).indexOf(text(p, 1)))),
  'substring-after': (p) => {
    const index = text(p, 0).indexOf(text(p, 1));
    return index < 0 ? '' : text(p, 0).slice(index + text(p, 1).length);
  },
  substring: (p) =>
    substring(text(p, 0), toNumber(p[1] ?? 1), p[2] === undefined ? Infinity : toNumber(p[2])),
  'string-length': (p, focus) => Array.from(toText(target(p, focus))).length,
  'normalize-space': (p, focus) => toText(target(p, focus)).trim().replace(/\s+/g, ' '),
  translate: (p) => {
    const [from, to] = [Array.from(text(p, 1)), Array.from(text(p, 2))];
    return Array.from(text(p, 0))
      .map((c) => (from.includes(c) ? (to[from.indexOf(c)] ?? '') : c))
      .join('');
  },
  boolean: (p) => toBoolean(p[0] ?? ''),
  not: (p) => !toBoolean(p[0] ?? ''),
  true: () => true,
  false: () => false,
  number: (p, focus) => toNumber(target(p, focus)),
  sum: (p) => nodesOf(p[0] ?? '').reduce((total, node) => total + toNumber(stringValue(node)), 0),
  floor: (p) => Math.floor(toNumber(p[0] ?? '')),
  ceiling: (p) => Math.ceil(toNumber(p[0] ?? '')),
  round: (p) => Math.round(toNumber(p[0] ?? '')),
  matches: (p) => pattern(text(p, 1)).test(text(p, 0)),
  replace: (p) => text(p, 0).replaceAll(text(p, 1), () => text(p, 2)),
  'lower-case': (p) => text(p, 0).toLowerCase(),
  'upper-case': (p) => text(p, 0).toUpperCase(),
  'string-join': (p) =>
    isNodes(p[0] ?? '')
      ? nodesOf(p[0] ?? '')
          .map(stringValue)
          .join(text(p, 1))
      : text(p, 0),
  reverse: (p) =>
    isNodes(p[0] ?? '') ? [...nodesOf(p[0] ?? '')].reverse() : Array.from(text(p, 0)).reverse().join(''),
};

/** True if the function exists. */
export function hasFunction(name: string): boolean {
  return Object.hasOwn(functions, name);
}

export function callFunction(name: string, parameters: readonly Value[], focus: Focus): Value {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!found) throw new XPathPanic(`no function ${name}`);
  return found(parameters, focus);
}
