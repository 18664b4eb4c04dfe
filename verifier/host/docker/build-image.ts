import type { Writable } from 'node:stream';
import type { DockerEngine } from './connect-docker.js';
import { packContext, sentDockerfile } from './build-context.js';

export interface BuildRequest {
  /** Directory that the Dockerfile's COPY is relative to. */
  readonly context: string;
  /** Path of the Dockerfile, anywhere. */
  readonly dockerfile: string;
  readonly tag: string;
  readonly target?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Every line that the engine writes goes here too. */
  readonly log: Writable;
  /** Called with each line, newest last. */
  readonly onLine?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** The image's id, or why there is none: the engine's error and the last lines before it. */
export type BuildOutcome =
  | { readonly imageId: string }
  | { readonly error: string; readonly step: string; readonly lastLines: readonly string[] };

interface BuildEvent {
  readonly stream?: string;
  readonly status?: string;
  readonly id?: string;
  readonly error?: string;
  readonly aux?: { readonly ID?: string };
}

/** Builds one target with the classic builder, which every engine has; BuildKit needs a session of its own. */
export async function buildImage({ docker }: DockerEngine, request: BuildRequest): Promise<BuildOutcome> {
  const context = await packContext(request);
  const output = await docker.buildImage(context, {
    dockerfile: sentDockerfile,
    t: request.tag,
    rm: true,
    forcerm: true,
    ...(request.target !== undefined && { target: request.target }),
    ...(request.buildArgs && { buildargs: { ...request.buildArgs } }),
    ...(request.labels && { labels: { ...request.labels } }),
    ...(request.signal && { abortSignal: request.signal }),
  });
  return follow(output as AsyncIterable<Buffer> & NodeJS.ReadableStream, request);
}

async function follow(output: AsyncIterable<Buffer>, request: BuildRequest): Promise<BuildOutcome> {
  const state = { imageId: '', step: '', lines: [] as string[] };
  for await (const event of eventsOf(output)) {
    if (event.aux?.ID !== undefined) state.imageId = event.aux.ID;
    if (event.error !== undefined) {
      request.log.write(`${event.error}\n`);
      return { error: event.error, step: state.step, lastLines: state.lines.slice(-30) };
    }
    const text =
      event.stream ?? (event.status === undefined || event.id !== undefined ? '' : `${event.status}\n`);
    if (text === '') continue;
    request.log.write(text);
    for (const line of text.split(/\r?\n/).filter((part) => part.trim() !== '')) {
      const step = /^Step \d+\/\d+ : (.*)$/.exec(line);
      if (step) state.step = step[1] ?? '';
      state.lines.push(line);
      if (state.lines.length > 200) state.lines.splice(0, 100);
      request.onLine?.(line);
    }
  }
  if (state.imageId !== '') return { imageId: state.imageId };
  return { error: 'the engine ended without an image', step: state.step, lastLines: state.lines.slice(-30) };
}

/** The engine writes one JSON object a line; a chunk may end in the middle of one. */
async function* eventsOf(output: AsyncIterable<Buffer>): AsyncGenerator<BuildEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of output) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as BuildEvent;
  }
  if (rest.trim() !== '') yield JSON.parse(rest) as BuildEvent;
}
