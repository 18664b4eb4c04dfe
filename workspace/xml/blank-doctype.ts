/**
 * Replaces the document type by blanks, so that lines and columns stay, and lists the entities it declares.
 * https://www.w3.org/TR/xml/#NT-doctypedecl
 */
export function blankDoctype(text: string): {
  text: string;
  entities: readonly { readonly name: string; readonly line: number }[];
} {
  const start = doctypeStart(text);
  if (start === undefined) return { text, entities: [] };
  const end = doctypeEnd(text, start);
  const doctype = text.slice(start, end);
  const entities = Array.from(doctype.matchAll(/<!ENTITY\s+(%\s+)?([^\s"'>]+)/g), (match) => ({
    name: match[2] ?? '',
    line: 1 + countLineEnds(text, start + match.index),
  }));
  return { text: text.slice(0, start) + doctype.replace(/[^\r\n]/g, ' ') + text.slice(end), entities };
}

/** Only blanks, comments and processing instructions can stand before a document type. */
function doctypeStart(text: string): number | undefined {
  const prolog = /(?:\s+|<!--[^]*?-->|<\?[^]*?\?>)*/y;
  prolog.exec(text);
  return text.startsWith('<!DOCTYPE', prolog.lastIndex) ? prolog.lastIndex : undefined;
}

function doctypeEnd(text: string, start: number): number {
  const token = /"[^"]*"|'[^']*'|<!--[^]*?-->|<\?[^]*?\?>|[[\]>]/g;
  token.lastIndex = start;
  let subset = false;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '[') subset = true;
    else if (match[0] === ']') subset = false;
    else if (match[0] === '>' && !subset) return token.lastIndex;
  }
  return text.length;
}

function countLineEnds(text: string, end: number): number {
  return text.slice(0, end).match(/\r\n?|\n/g)?.length ?? 0;
}
