import { emitLogFile, emitSink, sinkOf, substitute, type LogTarget } from './log-target.js';

/** log4j 2 in YAML or JSON: the same tree as its XML. https://logging.apache.org/log4j/2.x/manual/configuration.html#json */
export function readLog4j2Data(target: LogTarget, value: unknown): void {
  const definitions = definitionsOf(value);
  const visit = (node: unknown, name: string): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item, name);
      return;
    }
    if (!isRecord(node)) return;
    const entries = Object.entries(node);
    const type = textOf(node.type) ?? name;
    const path = textOf(node.fileName) ?? textOf(node.filename);
    const kind = sinkOf(type);
    if (path !== undefined && kind === 'file')
      emitLogFile(target, substitute(path, definitions), lineOf(target, path));
    else if (kind !== undefined && kind !== 'file' && node.name !== undefined)
      emitSink(target, kind, lineOf(target, type));
    else for (const [key, child] of entries) visit(child, key);
  };
  visit(findKey(value, /^appenders$/i), '');
}

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null;
}

function textOf(node: unknown): string | undefined {
  return typeof node === 'string' ? node : undefined;
}

function findKey(node: unknown, key: RegExp): unknown {
  if (!isRecord(node)) return undefined;
  const own = Object.entries(node).find(([name]) => key.test(name));
  if (own) return own[1];
  return Object.values(node)
    .map((child) => findKey(child, key))
    .find((found) => found !== undefined);
}

function definitionsOf(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const properties = findKey(findKey(value, /^properties$/i), /^property$/i);
  const list: readonly unknown[] = Array.isArray(properties) ? properties : [properties];
  for (const one of list) {
    if (!isRecord(one)) continue;
    const [name, text] = [textOf(one.name), textOf(one.value) ?? textOf(one.$)];
    if (name !== undefined && text !== undefined) found.set(name, text);
  }
  return found;
}

/** The first line that holds a text; data has no places. */
function lineOf({ file }: LogTarget, text: string): number {
  return file.lines().findIndex((line) => line.includes(text)) + 1 || 1;
}
