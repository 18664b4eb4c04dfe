import { textOf } from '../engine/parameters.js';
import { compileRe2, type Pattern } from '../patterns/regex.js';

/** What a call's argument looks like in Java and PHP alike. */
interface Argument {
  readonly text: string;
  readonly constant?: string;
}

/**
 * Compiles constraints on arguments: `{index, value, notValue, text, notText}`. `value` looks at constants only, so an
 * argument without a constant value fails it; `text` looks at the source.
 */
export function compileArguments(
  constraints: readonly Readonly<Record<string, unknown>>[],
): (given: readonly Argument[]) => boolean {
  const tests = constraints.map((constraint) => {
    const index = typeof constraint.index === 'number' ? constraint.index : 0;
    const [value, notValue, text, notText] = ['value', 'notValue', 'text', 'notText'].map((key) =>
      compileOptional(textOf(constraint[key])),
    );
    return (given: readonly Argument[]): boolean => {
      const argument = given.at(index);
      if (!argument) return !value && !text;
      if (value && (argument.constant === undefined || !value.test(argument.constant))) return false;
      if (notValue?.test(argument.constant ?? '')) return false;
      if (text && !text.test(argument.text)) return false;
      return !notText?.test(argument.text);
    };
  });
  return (given) => tests.every((test) => test(given));
}

function compileOptional(source: string | undefined): Pattern | undefined {
  return source === undefined ? undefined : compileRe2(source);
}
