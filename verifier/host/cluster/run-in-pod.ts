import { PassThrough } from 'node:stream';
import type { Cluster } from './connect-cluster.js';

export interface PodCommand {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly command: readonly string[];
  readonly timeoutMs?: number;
}

/** Runs a command in a container; `exitCode` is -1 when it could not be started or took too long. */
export async function runInPod(
  cluster: Cluster,
  wanted: PodCommand,
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  const { Exec } = await import('@kubernetes/client-node');
  const stdout = collect();
  const stderr = collect();
  const { promise, resolve } = deferred();
  const timer = setTimeout(() => {
    resolve(-1);
  }, wanted.timeoutMs ?? 20_000);
  try {
    const socket = (await new Exec(cluster.config).exec(
      wanted.namespace,
      wanted.pod,
      wanted.container,
      [...wanted.command],
      stdout.stream,
      stderr.stream,
      null,
      false,
      (status) => {
        resolve(exitCodeOf(status));
      },
    )) as unknown as PodSocket;
    socket.on('close', () => {
      resolve(-1);
    });
    const exitCode = await promise;
    socket.close();
    return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
  } catch (error) {
    return { exitCode: -1, stdout: '', stderr: error instanceof Error ? error.message : 'exec failed' };
  } finally {
    clearTimeout(timer);
  }
}

/** The client's own type needs the types of its WebSocket library, which it does not bring. */
interface PodSocket {
  readonly on: (event: 'close', listener: () => void) => void;
  readonly close: () => void;
}

function exitCodeOf(status: {
  status?: string;
  details?: { causes?: { reason?: string; message?: string }[] };
}): number {
  if (status.status === 'Success') return 0;
  const cause = status.details?.causes?.find(({ reason }) => reason === 'ExitCode');
  return cause?.message === undefined ? -1 : Number(cause.message);
}

function collect() {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

function deferred() {
  let resolve: (exitCode: number) => void = () => undefined;
  const promise = new Promise<number>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
