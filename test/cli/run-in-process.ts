import { runCli } from '../../cli/run-cli.js';
import type { Terminal } from '../../cli/terminal.js';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line in this process, as piped: no colours, nothing that moves. */
export async function run(...words: string[]): Promise<Run> {
  return runWith({}, ...words);
}

/** The same with a terminal of one's own. */
export async function runWith(place: Partial<Terminal>, ...words: string[]): Promise<Run> {
  let [out, error] = ['', ''];
  const terminal: Terminal = {
    write: (text) => (out += text),
    writeError: (text) => (error += text),
    env: { LANG: 'C' },
    interactive: false,
    errorInteractive: false,
    columns: () => 120,
    ...place,
  };
  const code = await runCli(words, { terminal, signal: new AbortController().signal });
  return { code, out, error };
}
