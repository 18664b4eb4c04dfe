import type { SourceFile } from '../../workspace/project.js';

/** A SQL file that creates or fills tables. */
export interface SqlScript {
  readonly file: SourceFile;
  /** Without comments, which would tell of dialects that the script isn't written in. */
  readonly text: string;
  /** First `CREATE TABLE`. */
  readonly createLine?: number;
  readonly insertLine?: number;
  readonly createsDatabase: boolean;
  readonly charset?: { readonly name: string; readonly line: number };
}

/** Files above this size are read by their beginning: a dump's tables and character set stand there. */
const enough = 2_000_000;

/** Reads a file; undefined when it neither creates nor fills anything (a query, a change, a routine only). */
export function readScript(file: SourceFile): SqlScript | undefined {
  const raw = file.text();
  if (raw === undefined) return undefined;
  const text = withoutComments(raw.slice(0, enough));
  const createLine = lineOf(text, /\bCREATE\s+(?:GLOBAL\s+TEMPORARY\s+|UNLOGGED\s+)?TABLE\b/i);
  const insertLine = lineOf(
    text,
    /^\s*(?:INSERT\s+(?:INTO|IGNORE)|REPLACE\s+INTO|COPY\s+\S+.*\s+FROM\s+stdin)\b/im,
  );
  const createsDatabase = /\bCREATE\s+(?:DATABASE|SCHEMA|USER)\b/i.test(text);
  if (createLine === undefined && insertLine === undefined && !createsDatabase) return undefined;
  const charset = charsetOf(text);
  return {
    file,
    text,
    ...(createLine === undefined ? {} : { createLine }),
    ...(insertLine === undefined ? {} : { insertLine }),
    createsDatabase,
    ...(charset ? { charset } : {}),
  };
}

/** Comments become blanks, so that lines stay where they are; what MySQL runs by version (`/*!40101 …`) is code. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*!\d*([\s\S]*?)\*\//g, '$1')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/^\s*(?:--|#|REM\s).*$/gim, '');
}

function charsetOf(text: string): SqlScript['charset'] {
  const patterns = [
    /\bDEFAULT\s+(?:CHARSET|CHARACTER\s+SET)\s*=?\s*'?(\w+)/i,
    /\bCHARACTER\s+SET\s*=?\s*'?(\w+)/i,
    /\bCHARSET\s*=\s*'?(\w+)/i,
    /^\s*SET\s+NAMES\s+'?(\w+)/im,
    /\bENCODING\s*=?\s*'(\w+[\w-]*)'/i,
    /^\s*SET\s+client_encoding\s*=\s*'([\w-]+)'/im,
  ];
  for (const pattern of patterns) {
    const name = pattern.exec(text)?.[1];
    const line = lineOf(text, pattern);
    if (name !== undefined && line !== undefined && !/^(set|default|character)$/i.test(name))
      return { name, line };
  }
  return undefined;
}

function lineOf(text: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const start = match.index + (match[0].length - match[0].trimStart().length);
  return text.slice(0, start).split('\n').length;
}
