import type { SourceFile } from '../../workspace/project.js';

/** A command or assignment of a script, continuation lines joined; `line` is where it starts. */
export interface Statement {
  readonly text: string;
  readonly line: number;
}

/** The statements of a shell script, a batch file or a unit, without comments. */
export function statementsOf(file: SourceFile): readonly Statement[] {
  const statements: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | undefined;
  file.lines().forEach((raw, index) => {
    const text = raw.trim();
    if (!open && /^(?:#|::|;|@?rem\b)/i.test(text)) return;
    const continued = /[\\^]$/.test(text) && !/\\\\$/.test(text);
    const part = continued ? text.slice(0, -1).trimEnd() : text;
    if (open) open.text += ` ${part}`;
    else {
      open = { text: part, line: index + 1 };
      statements.push(open);
    }
    if (!continued) open = undefined;
  });
  return statements.filter(({ text }) => text !== '');
}

/** Variables of a script by name: the last assignment that says something new. */
export function variablesOf(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { text } of statements) {
    const match =
      /^(?:@?set\s+"?|export\s+|readonly\s+|local\s+|declare\s+(?:-\w+\s+)?)?([A-Za-z_]\w*)=(.*)$/i.exec(
        text,
      );
    const [, name = '', raw = ''] = match ?? [];
    const value =
      /^"([^"]*)"/.exec(raw)?.[1] ?? /^'([^']*)'/.exec(raw)?.[1] ?? raw.replace(/\s+#.*$|"$/g, '');
    if (match && !value.includes('$(') && !value.includes('`')) {
      const own = new RegExp(`\\$\\{?${name}\\}?|%${name}%`, 'g');
      found.set(
        name,
        value.replace(own, () => found.get(name) ?? ''),
      );
    }
  }
  return found;
}

/** `$NAME`, `${NAME}`, `${NAME:-x}`, `%NAME%` and a positional parameter's default filled in. */
export function expand(text: string, variables: ReadonlyMap<string, string>): string {
  let filled = text;
  for (let round = 0; round < 10; round++) {
    const next = filled.replace(
      /\$\{(\w+)(?::?[-=]([^{}]*))?\}|\$([A-Za-z_]\w*)|%([A-Za-z_]\w*)%/g,
      (
        whole,
        braced: string | undefined,
        fallback: string | undefined,
        plain: string | undefined,
        batch: string | undefined,
      ) => variables.get(braced ?? plain ?? batch ?? '') ?? fallback ?? whole,
    );
    if (next === filled || next.length > 10_000) break;
    filled = next;
  }
  return filled;
}
