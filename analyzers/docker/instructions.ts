import type { SourceFile } from '../../workspace/project.js';

/** One instruction of a Dockerfile, its lines joined, with build arguments that have defaults put in. */
export interface Instruction {
  readonly name: string;
  readonly arguments: string;
  readonly line: number;
  /** Number of the stage it stands in, from 0; -1 before the first FROM. */
  readonly stage: number;
}

/** Reads a Dockerfile's instructions. https://docs.docker.com/reference/dockerfile/#format */
export function readInstructions(file: SourceFile): readonly Instruction[] {
  const found: Instruction[] = [];
  const values = new Map<string, string>();
  let [pending, start, stage] = ['', 0, -1];
  for (const [index, text] of file.lines().entries()) {
    if (/^\s*#/.test(text) || (pending !== '' && text.trim() === '')) continue;
    if (pending === '') start = index + 1;
    if (/\\\s*$/.test(text)) {
      pending += `${text.replace(/\\\s*$/, '')} `;
      continue;
    }
    const match = /^\s*([A-Za-z]+)\s+(.*?)\s*$/.exec(pending + text);
    pending = '';
    if (!match) continue;
    const name = (match[1] ?? '').toUpperCase();
    const value = substitute(match[2] ?? '', values);
    const argument = name === 'ARG' || name === 'ENV' ? /^(\w+)[= ]["']?([^"'\s]+)/.exec(value) : null;
    if (argument?.[1] !== undefined) values.set(argument[1], argument[2] ?? '');
    if (name === 'FROM') stage++;
    found.push({ name, arguments: value, line: start, stage });
  }
  return found;
}

function substitute(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$\{(\w+)(?::-([^}]*))?\}|\$(\w+)/g,
    (whole, braced: string | undefined, fallback: string | undefined, bare: string | undefined) => {
      return values.get(braced ?? bare ?? '') ?? fallback ?? whole;
    },
  );
}
