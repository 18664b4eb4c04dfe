import { limitDepth } from '../syntax/limit-depth.js';
import type { Binding, Bindings } from './bindings.js';
import type { Span } from './headers.js';
import type { JavaText } from './java-text.js';
import type { TypeResolver } from './resolve-type.js';
import type { Scopes } from './scopes.js';
import { splitSum } from './split.js';

/** Answers the value of an expression that is a constant string, else undefined. */
export type ConstantFolder = (span: Span) => string | undefined;

interface Value {
  readonly text: string;
  readonly isString: boolean;
}

/** What Linux answers; containers run nothing else. */
const platformConstants: Readonly<Record<string, string>> = {
  'File.separator': '/',
  'File.separatorChar': '/',
  'File.pathSeparator': ':',
  'File.pathSeparatorChar': ':',
};

/**
 * Folds literals, `+`, and names of fields that are final or of local variables that are assigned once, all of the same file.
 * https://docs.oracle.com/javase/specs/jls/se17/html/jls-15.html#jls-15.29
 */
export function createConstantFolder(context: FolderContext): ConstantFolder {
  const fold = createFold(context);
  return (span) => {
    const value = fold(span);
    return value?.isString ? value.text : undefined;
  };
}

interface FolderContext {
  readonly text: JavaText;
  readonly scopes: Scopes;
  readonly bindings: Bindings;
  readonly resolve: TypeResolver;
}

type Fold = (span: Span) => Value | undefined;

function createFold(context: FolderContext): Fold {
  const valueOfBinding = createBindingValues(context.text, (span) => fold(span));
  const fold: Fold = limitDepth((span) => {
    let result: Value | undefined;
    for (const part of splitSum(context.text, span)) {
      const value = foldOperand(context.text, part, fold) ?? valueOfName(context, part, valueOfBinding);
      // 1 + 2 + "x" is "3x": sums before the first string are not followed.
      if (!value || (result && !result.isString && !value.isString)) return undefined;
      result = result ? { text: result.text + value.text, isString: true } : value;
    }
    return result;
  });
  return fold;
}

function createBindingValues(text: JavaText, fold: Fold): (binding: Binding) => Value | undefined {
  const values = new Map<Binding, Value | undefined>();
  return (binding) => {
    if (!values.has(binding)) {
      // Set first, so that a name that refers to itself ends here.
      values.set(binding, undefined);
      const { initializer } = binding;
      if (initializer && isAssignedOnce(text, binding)) values.set(binding, fold(initializer));
    }
    return values.get(binding);
  };
}

/** A literal, or an expression in parentheses, cast or not. */
function foldOperand(text: JavaText, { start, end }: Span, fold: Fold): Value | undefined {
  const { blank, partner } = text;
  const literal = text.literalAt.get(start);
  if (literal?.end === end) return { text: literal.value, isString: !literal.character };
  if (blank.charAt(start) === '(') {
    const close = partner[start] ?? -1;
    if (close === end - 1) return fold({ start: start + 1, end: close });
    const isCast = /^\(\s*(?:java\.lang\.)?String\s*\)$/.test(blank.slice(start, close + 1));
    return isCast ? fold({ start: close + 1, end }) : undefined;
  }
  const written = blank.slice(start, end);
  const number = /^(\d[\d_]*)[lL]?$/.exec(written)?.[1];
  if (number !== undefined) return { text: number.replace(/_/g, ''), isString: false };
  return written === 'true' || written === 'false' ? { text: written, isString: false } : undefined;
}

function valueOfName(
  { text, scopes, bindings, resolve }: FolderContext,
  { start, end }: Span,
  valueOf: (binding: Binding) => Value | undefined,
): Value | undefined {
  const written = text.blank.slice(start, end);
  if (!/^[\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*$/.test(written)) return undefined;
  const path = written.replace(/\s+/g, '');
  const platform = platformConstants[path.replace(/^java\.io\./, '')];
  if (platform !== undefined) return { text: platform, isString: true };
  const own = path.replace(/^this\./, '');
  const dot = own.lastIndexOf('.');
  const binding =
    dot < 0
      ? bindings.find(own, start)
      : bindings.field(resolve(own.slice(0, dot), scopes.at(start)).name, own.slice(dot + 1));
  return binding && valueOf(binding);
}

function isAssignedOnce(text: JavaText, binding: Binding): boolean {
  if (binding.kind === 'parameter') return false;
  if (binding.modifiers.includes('final')) return true;
  if (binding.kind === 'field') return false;
  const name = binding.name.replace(/\$/g, '\\$&');
  const assigned = new RegExp(
    `(?<![\\w$.\\u0080-\\uffff])${name}\\s*(?:[-+*/%&|^]?=(?!=)|\\+\\+|--)|(?:\\+\\+|--)\\s*${name}\\b`,
    'g',
  );
  const body = text.blank.slice(binding.nameStart, binding.end);
  return (body.match(assigned)?.length ?? 0) <= 1;
}
