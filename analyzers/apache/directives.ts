import type { SourceFile } from '../../workspace/project.js';

/** One directive; a section's start is `<VirtualHost`, its end `</VirtualHost`. */
export interface Directive {
  readonly name: string;
  readonly arguments: string;
  readonly line: number;
}

/** Reads directives; lines that end in a backslash go on. https://httpd.apache.org/docs/2.4/configuring.html#syntax */
export function readDirectives(file: SourceFile): readonly Directive[] {
  const directives: Directive[] = [];
  let pending = '';
  let start = 0;
  for (const [index, text] of file.lines().entries()) {
    if (pending === '') start = index + 1;
    if (/\\$/.test(text)) {
      pending += `${text.slice(0, -1)} `;
      continue;
    }
    const whole = pending + text;
    pending = '';
    const match = /^\s*(<?\/?[A-Za-z_]\w*)\s*(.*?)\s*$/.exec(whole);
    if (match?.[1] !== undefined) directives.push({ name: match[1], arguments: match[2] ?? '', line: start });
  }
  return directives;
}
