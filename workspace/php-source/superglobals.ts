import type { SyntaxNode } from '../syntax/grammar.js';
import type { FileReader } from './file-reader.js';
import type { PhpSource } from './php-source.js';

type Superglobal = PhpSource['superglobals'][number];

/** Old and new names: $HTTP_POST_VARS went with PHP 5.4. */
export const superglobalPattern =
  '^\\$(?:_(?:GET|POST|COOKIE|REQUEST|SERVER|ENV|FILES|SESSION)|GLOBALS|HTTP_(?:GET|POST|COOKIE|SERVER|ENV|SESSION)_VARS|HTTP_POST_FILES)$';

/** Reads a use of a superglobal variable with the key it asks for. */
export function readSuperglobal(reader: FileReader, node: SyntaxNode): Superglobal {
  const { text } = reader;
  const key = readKey(reader, node);
  return {
    name: text.source.slice(node.start, node.end),
    ...(key === undefined ? {} : { key }),
    write: isWritten(reader, node),
    line: text.line(node.start),
  };
}

function readKey({ text, fold }: FileReader, node: SyntaxNode): string | undefined {
  const { blank, source, partner } = text;
  const open = node.end + (/^\s*/.exec(source.slice(node.end, node.end + 20))?.[0].length ?? 0);
  if (source.charAt(open) !== '[') return undefined;
  // Inside a string the brackets are blanked: "$_GET[id]"
  const bare = /^\[\s*(?:'([^'\\]*)'|"([^"\\$]*)"|(\w+))\s*\]/.exec(source.slice(open, open + 200));
  if (blank.charAt(open) === '[') {
    const folded = fold({ start: open + 1, end: partner[open] ?? open });
    if (folded !== undefined) return folded;
  }
  return bare?.[1] ?? bare?.[2] ?? bare?.[3];
}

/** True for the target of an assignment, and in `unset`. */
function isWritten({ text }: FileReader, node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'unset_statement') return true;
    if (at.kind.endsWith('assignment_expression') && at.start === node.start) return true;
    if (at.kind === 'update_expression') return true;
    if (at.start !== node.start) break;
  }
  return /^\s*(?:\[[^\]]*\]\s*)*(?:\+\+|--)/.test(text.blank.slice(node.end, node.end + 200));
}
