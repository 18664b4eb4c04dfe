import type { SourceFile } from '../../workspace/project.js';

/** A directive (or a block's head) with the blocks that it stands in: `['server', 'location', '/api']`. */
export interface NginxDirective {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly inside: readonly string[];
  readonly line: number;
}

const token =
  /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([;{}])|#[^\n]*|((?:\\.|\$\{\w+\}|[^\s;{}"'#])(?:\\.|\$\{\w+\}|[^\s;{}])*)/g;

/** Reads nginx's blocks. https://nginx.org/en/docs/beginners_guide.html#conf_structure */
export function readBlocks(file: SourceFile): readonly NginxDirective[] {
  const text = file.text() ?? '';
  const directives: NginxDirective[] = [];
  const open: string[][] = [];
  let words: string[] = [];
  let line = 1;
  let at = 0;
  let started = 1;
  for (const match of text.matchAll(token)) {
    line += countLines(text, at, match.index);
    at = match.index;
    const mark = match[3];
    const word = match[1] ?? match[2] ?? match[4];
    if (word !== undefined) {
      if (words.length === 0) started = line;
      words.push(word);
      continue;
    }
    if (mark === undefined) continue;
    const [name, ...rest] = words;
    if (name !== undefined) directives.push({ name, arguments: rest, inside: open.flat(), line: started });
    if (mark === '{') open.push(words);
    else if (mark === '}') open.pop();
    words = [];
  }
  return directives;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) lines++;
  return lines;
}
