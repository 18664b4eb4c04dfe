import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { errorCode } from '../../../model/system-error.js';
import type { Text } from '../../../model/text.js';
import { hostTexts as texts } from '../texts.js';

/** A Docker engine that answers. */
export interface DockerEngine {
  readonly docker: Dockerode;
  /** For people: `unix:///var/run/docker.sock`. */
  readonly address: string;
  readonly version: string;
  readonly apiVersion: string;
}

/** Something that is needed and does not answer, with what to do about it. */
export interface Unavailable {
  readonly unavailable: Text;
  readonly hint: Text;
}

/** Finds the engine as `docker` does: DOCKER_HOST, else the sockets where engines listen. Imports its client lazily. */
export async function connectDocker(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<DockerEngine | Unavailable> {
  const { default: Docker } = await import('dockerode');
  const configured = environment.DOCKER_HOST;
  const socket = configured === undefined ? findSocket(environment) : undefined;
  const address = configured ?? `unix://${socket ?? '/var/run/docker.sock'}`;
  // The client itself reads DOCKER_HOST, DOCKER_TLS_VERIFY and DOCKER_CERT_PATH.
  const docker =
    configured === undefined ? new Docker({ socketPath: socket ?? '/var/run/docker.sock' }) : new Docker();
  try {
    const { Version, ApiVersion } = await docker.version();
    return { docker, address, version: Version, apiVersion: ApiVersion };
  } catch (error) {
    return { unavailable: texts.noDocker(address, reasonOf(error)), hint: texts.noDockerHint() };
  }
}

function findSocket(environment: NodeJS.ProcessEnv): string | undefined {
  const runtime = environment.XDG_RUNTIME_DIR;
  const candidates = [
    '/var/run/docker.sock',
    ...(runtime === undefined ? [] : [join(runtime, 'docker.sock'), join(runtime, 'podman/podman.sock')]),
    join(homedir(), '.docker/run/docker.sock'),
    '/run/podman/podman.sock',
  ];
  return candidates.find((path) => existsSync(path));
}

/** What went wrong in a few words: the code of a socket error, or the engine's own message. */
export function reasonOf(error: unknown): string {
  return errorCode(error) || (error instanceof Error ? error.message : String(error));
}
