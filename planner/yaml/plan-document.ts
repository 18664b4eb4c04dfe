import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Pair } from 'yaml';
import { ConfigError } from '../../model/errors.js';
import type { Text } from '../../model/text.js';

/** Keys and indexes that lead to a value of the plan. */
export type PlanPath = readonly (string | number)[];

/** A plan's text with its positions, to say where something makes no sense. */
export interface PlanDocument {
  readonly value: unknown;
  /** The error to throw for what stands at a path. */
  readonly error: (path: PlanPath, said: { message: Text; hint: Text }) => ConfigError;
}

/** What reading can't do without: the file's name for messages. */
export interface ReadOptions {
  readonly file: string;
}

/**
 * Reads the YAML of a plan.
 *
 * @throws ConfigError where it is not YAML.
 */
export function readPlanDocument(
  text: string,
  { file, broken }: ReadOptions & { readonly broken: (message: string) => { message: Text; hint: Text } },
): PlanDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const error = (line: number, { message, hint }: { message: Text; hint: Text }): ConfigError =>
    new ConfigError(message, { file, line, hint });
  const [syntax] = document.errors;
  if (syntax) {
    throw error(lines.linePos(syntax.pos[0]).line, broken(syntax.message.split('\n')[0] ?? syntax.message));
  }
  return {
    value: toValue(document, (message) => error(1, broken(message))),
    error: (path, said) => error(lineOf(document, path, lines), said),
  };
}

/** An alias without its anchor, or too many of them, shows only when values are made. */
function toValue(document: Document, fail: (message: string) => ConfigError): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error));
  }
}

/** The line of a key where there is one, else of the value, else of the nearest one around it. */
function lineOf(document: Document, path: PlanPath, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(key))
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
