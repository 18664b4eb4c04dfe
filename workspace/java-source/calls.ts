import { excerpt, readArguments } from './arguments.js';
import { splitAtCommas } from './split.js';
import type { FileReader } from './file-reader.js';
import type { JavaCall } from './java-source.js';
import { receiverTypeOf } from './receiver.js';
import { skipBlanksBack, skipTypeArgumentsBack, startOfExpression, startOfIdentifier } from './scan-back.js';

/** Words before a parenthesis that call nothing. */
const keywords = new Set(
  'if for while switch catch synchronized return throw assert try else do case new when yield instanceof'.split(
    ' ',
  ),
);

/** A call in the text, of which no more than the name has been read. */
export interface CallSite {
  readonly name: string;
  readonly nameStart: number;
  /** Its parentheses. */
  readonly open: number;
  readonly close: number;
}

/** Finds all method calls, and `this(…)` and `super(…)`, in the order of their names. */
export function findCallSites(reader: FileReader): readonly CallSite[] {
  const { blank, partner } = reader.text;
  const declared = findDeclaredNames(reader);
  const sites: CallSite[] = [];
  for (let open = blank.indexOf('('); open >= 0; open = blank.indexOf('(', open + 1)) {
    const end = skipBlanksBack(blank, open);
    const nameStart = startOfIdentifier(blank, end);
    const close = partner[open] ?? -1;
    if (nameStart === end || close < 0 || declared.has(nameStart) || declared.has(open)) continue;
    const name = blank.slice(nameStart, end);
    if (keywords.has(name) || /^\d/.test(name)) continue;
    if (blank.charAt(skipBlanksBack(blank, nameStart) - 1) === '@') continue;
    sites.push({ name, nameStart, open, close });
  }
  return sites;
}

/** Describes a call: what it is called on, and what it is given. */
export function describeCall(reader: FileReader, site: CallSite): JavaCall {
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
