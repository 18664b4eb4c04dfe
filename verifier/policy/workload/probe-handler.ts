import { isObject, objectOf } from '../../documents/json.js';
import type { ContainerView } from '../../documents/pods.js';

/** The handler of a probe in a form that two probes can be compared by; undefined without the probe. */
export function handlerOf(container: ContainerView, probe: string): string | undefined {
  const value = container.value[probe];
  if (!isObject(value)) return undefined;
  const { exec, grpc, httpGet, tcpSocket } = value;
  return JSON.stringify({ exec, grpc, httpGet, tcpSocket });
}

/** The path that an HTTP probe asks for, undefined for other probes. */
export function probePath(container: ContainerView, probe: string): string | undefined {
  const { path } = objectOf(objectOf(container.value[probe]).httpGet);
  return typeof path === 'string' ? path : undefined;
}

/** True for a container that offers a port and runs as long as its pod. */
export function serves(container: ContainerView): boolean {
  const { ports } = container.value;
  return (
    (container.role === 'container' || container.role === 'sidecar') &&
    Array.isArray(ports) &&
    ports.length > 0
  );
}
