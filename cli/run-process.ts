import { runCli } from './run-cli.js';
import { createTerminal } from './terminal.js';

/** Interrupted by Ctrl-C, as shells report it: 128 + SIGINT. */
const interrupted = 130;

/** Runs the command line in this process: its streams, its signals, its exit code. */
export async function runProcess(words: readonly string[]): Promise<void> {
  const abort = new AbortController();
  const stop = (): void => {
    // The second Ctrl-C doesn't wait for cleaning up.
    if (abort.signal.aborted) process.exit(interrupted);
    abort.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // `drydock … | head`: the reader has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const code = await runCli(words, { terminal: createTerminal(process), signal: abort.signal });
  const exitCode = abort.signal.aborted ? interrupted : code;
  // Clients of a registry or a cluster may keep sockets open; what was written is flushed first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
}
