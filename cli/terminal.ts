/** Where output goes and what the place can show; tests give their own. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output is a terminal. */
  readonly interactive: boolean;
  /** Standard error is a terminal: progress may move on it. */
  readonly errorInteractive: boolean;
  readonly columns: () => number;
}

/** Columns of output that goes to a file or another program. */
const pipedColumns = 120;

export function createTerminal(host: {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}): Terminal {
  const { stdout, stderr, env } = host;
  return {
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    env,
    interactive: stdout.isTTY,
    errorInteractive: stderr.isTTY && env.TERM !== 'dumb' && env.CI === undefined,
    columns: () => (stdout.isTTY ? Math.max(40, stdout.columns) : pipedColumns),
  };
}
