import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { PortForward } from '@kubernetes/client-node';
import { nameOf } from '../../../verifier/deploy/snapshot.js';
import { isObject, listOf, objectOf, textOf } from '../../../verifier/documents/json.js';
import type { JsonObject } from '../../../verifier/documents/manifest.js';
import { accessObjects } from '../../../verifier/host/cluster/objects.js';
import { isPodReady, podsOf } from './cluster.js';
import type { Place } from './cluster.js';

/** A Service, reachable from here. */
export interface OpenService {
  /** `http://127.0.0.1:PORT`, the same as long as it is open, whichever pods come and go behind it. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens a local port that leads to a ready pod of the Service through the API server, as `kubectl port-forward` does: on
 * any cluster, with the headers and cookies of a real client. Each connection looks for a ready pod anew.
 */
export async function openService(place: Place, service: string, port = 'http'): Promise<OpenService> {
  const forward = new PortForward(place.cluster.config);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    connect(socket).catch(() => socket.destroy());
  });
  const connect = async (socket: Socket) => {
    socket.pause();
    const pod = (await podsOf(place, service)).find(isPodReady);
    if (pod === undefined) throw new Error(`${service} has no ready pod`);
    const target = containerPort(pod, await targetPort(place, service, port));
    const toPod = new PassThrough();
    const fault = new PassThrough().on('data', () => socket.destroy());
    const { namespace } = place;
    const tunnel: unknown = await forward.portForward(
      ...([namespace, nameOf(pod), [target], socket, fault, toPod] satisfies Parameters<
        typeof forward.portForward
      >),
    );
    const channel = tunnel as Channel;
    channel.on('close', () => socket.end());
    socket.on('close', () => {
      channel.close();
    });
    socket.pipe(toPod);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The client's own type needs the types of its WebSocket library, which it does not bring. */
interface Channel {
  readonly on: (event: 'close', listener: () => void) => void;
  readonly close: () => void;
}

async function targetPort({ cluster, namespace }: Place, service: string, port: string) {
  const target = { apiVersion: 'v1', kind: 'Service', name: service, namespace };
  const ports = listOf(objectOf((await accessObjects(cluster).read(target))?.spec).ports).filter(isObject);
  const found = ports.find(({ name, port: number }) => name === port || String(number) === port);
  if (found === undefined) throw new Error(`Service ${service} has no port ${port}`);
  return found.targetPort ?? found.port;
}

/** A Service may name its target; only the pod knows the number. */
function containerPort(pod: JsonObject, target: unknown): number {
  if (typeof target === 'number') return target;
  const containers = listOf(objectOf(pod.spec).containers).map(objectOf);
  const ports = containers.flatMap(({ ports: declared }) => listOf(declared)).filter(isObject);
  return Number(ports.find(({ name }) => name === target)?.containerPort ?? textOf(target));
}

/** Asks for a page: redirects are followed within the service; what the connection loses is asked for again. */
export async function get(
  service: OpenService,
  path: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> {
  for (let attempt = 1; ; attempt++) {
    try {
      const headers = { ...(init.headers as Record<string, string> | undefined), connection: 'close' };
      const answer = await fetch(service.url + path, {
        signal: AbortSignal.timeout(30_000),
        ...init,
        headers,
      });
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    } catch (error) {
      const repeatable = init.method === undefined || init.method === 'GET';
      if (!repeatable || attempt >= 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000 * attempt));
    }
  }
}
