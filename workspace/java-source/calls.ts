import { excerpt, readArguments } from './arguments.js';
import { splitAtCommas } from './split.js';
import type { FileReader } from './file-reader.js';
import type { JavaCall } from './java-source.js';
import { receiverTypeOf } from './receiver.js';
import { startOfExpression, skipBlanksBack, skipTypeArgumentsBack } from './scan-back.js';

/** Words before a parenthesis that call nothing. */
const keywords = new Set(
  'if for while switch catch synchronized return throw assert try else do case new when yield instanceof'.split(
    ' ',
  ),
);

/** Reads all method calls, and `this(…)` and `super(…)`, in the order of their names. */
export function readCalls(reader: FileReader): readonly JavaCall[] {
  const { blank } = reader.text;
  const declared = findDeclaredNames(reader);
  const calls: JavaCall[] = [];
  for (const match of blank.matchAll(/([\w$\u0080-\uffff]+)\s*\(/g)) {
    const name = match[1] ?? '';
    const open = match.index + match[0].length - 1;
    const close = reader.text.partner[open] ?? -1;
    if (close < 0 || keywords.has(name) || declared.has(match.index) || /^\d/.test(name)) continue;
    if (declared.has(open) || blank.charAt(skipBlanksBack(blank, match.index) - 1) === '@') continue;
    calls.push(describeCall(reader, { name, nameStart: match.index, open, close }));
  }
  return calls;
}

function describeCall(
  reader: FileReader,
  site: { name: string; nameStart: number; open: number; close: number },
): JavaCall {
  const { text, scopes } = reader;
  const dot = skipBlanksBack(text.blank, skipTypeArgumentsBack(text.blank, site.nameStart)) - 1;
  const isQualified = text.blank.charAt(dot) === '.' && text.blank.charAt(dot - 1) !== '.';
  const receiver = isQualified ? { start: startOfExpression(text, dot), end: dot } : undefined;
  const type = receiver && receiverTypeOf(reader, receiver);
  return {
    name: site.name,
    ...(receiver ? { receiver: excerpt(text.source.slice(receiver.start, receiver.end).trim(), 200) } : {}),
    ...(type ? { receiverType: type } : {}),
    arguments: readArguments(text, reader.fold, { start: site.open, end: site.close }),
    line: text.line(site.nameStart),
    enclosing: scopes.at(site.nameStart)?.name ?? '',
  };
}

/** Offsets of names that look like calls: declarations, and annotations' elements; of parentheses, constructions'. */
function findDeclaredNames({ text, scopes, nodes, constructions }: FileReader): ReadonlySet<number> {
  const offsets = new Set<number>(constructions.map(({ open }) => open));
  for (const scope of scopes.all) {
    offsets.add(scope.start);
    if (scope.type?.kind !== 'enum') continue;
    const { bodyStart } = scope.type;
    for (const constant of splitAtCommas(text, {
      start: bodyStart + 1,
      end: endOfConstants(text, bodyStart, scope.end),
    })) {
      const name = /^\s*(?:@[\w$.]+\s*(?:\([^()]*\))?\s*)*/.exec(
        text.blank.slice(constant.start, constant.end),
      );
      offsets.add(constant.start + (name?.[0].length ?? 0));
    }
  }
  for (const node of nodes) {
    if (node.kind !== 'annotation_type_element_declaration') continue;
    const open = text.blank.indexOf('(', node.start);
    offsets.add(open - (/[\w$\u0080-\uffff]+\s*$/.exec(text.blank.slice(node.start, open))?.[0].length ?? 0));
  }
  return offsets;
}

/** The semicolon after an enum's constants, or the end of its body. */
function endOfConstants({ blank, partner }: FileReader['text'], bodyStart: number, end: number): number {
  for (let at = bodyStart + 1; at < end; at++) {
    const close = partner[at] ?? -1;
    if (close > at) at = close;
    else if (blank.charAt(at) === ';') return at;
  }
  return end - 1;
}
