import type { ComponentScope } from '../generation.js';

/** Data of the partials `dockerfile/labels` and `dockerfile/run`. */
export function runData(scope: ComponentScope, baseName: string): Record<string, unknown> {
  const { component } = scope;
  const served = component.ports.filter((port) => port.protocol === 'TCP');
  const http = served.find((port) => port.purpose === 'http') ?? served[0];
  return {
    baseName: baseName.replace(/@sha256:.*$/, ''),
    user: component.user,
    group: component.group,
    ports: component.ports.length > 0 && component.ports.map(exposed),
    // Kubernetes ignores it; whoever runs the image elsewhere gets at least a liveness check. bash opens the socket by itself.
    healthCheck: http ? ['bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${http.port}`] : false,
  };
}

function exposed(port: { port: number; protocol: 'TCP' | 'UDP' }): string {
  return port.protocol === 'UDP' ? `${port.port}/udp` : String(port.port);
}
