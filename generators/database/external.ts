import type { V1EndpointSlice, V1Service } from '../kubernetes/api-types.js';
import { reportPlan } from '../generation.js';
import { addressBlock } from '../kubernetes/address.js';
import { metadata } from '../kubernetes/labels.js';
import type { Owner } from '../kubernetes/labels.js';
import type { Manifest } from '../kubernetes/manifest.js';
import type { DependencyScope } from './engine.js';
import { hostUnknown, hostUnknownHint } from './texts.js';

/**
 * A Service under the name that the application uses, for what stays outside of the cluster: an alias of a host name, or an
 * address. Moving it into the cluster later changes this and nothing else.
 */
export function externalService(
  scope: DependencyScope,
  owner: Owner,
): { services: (V1Service & Manifest)[]; slices: (V1EndpointSlice & Manifest)[] } {
  const { dependency, id } = scope;
  const name = dependency.serviceName;
  const host = dependency.externalHost ?? unknownHost(scope);
  const cidr = addressBlock(host);
  const ports = [{ name: 'main', port: dependency.port, protocol: 'TCP' }];
  const service = { apiVersion: 'v1', kind: 'Service', metadata: metadata(scope, owner, name) };
  if (cidr === undefined) {
    return { services: [{ ...service, spec: { type: 'ExternalName', externalName: host } }], slices: [] };
  }
  const slice: V1EndpointSlice & Manifest = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...metadata(scope, owner, id),
      labels: { ...metadata(scope, owner, id).labels, 'kubernetes.io/service-name': name },
    },
    addressType: cidr.endsWith('/32') ? 'IPv4' : 'IPv6',
    endpoints: [{ addresses: [host] }],
    ports,
  };
  return {
    services: [
      {
        ...service,
        spec: { type: 'ClusterIP', ports: ports.map((port) => ({ ...port, targetPort: port.port })) },
      },
    ],
    slices: [slice],
  };
}

/** A name that never resolves: https://www.rfc-editor.org/rfc/rfc2606#section-2 */
function unknownHost(scope: DependencyScope): string {
  const { dependency, id } = scope;
  const placeholder = `${dependency.serviceName}.fill-in.invalid`;
  reportPlan(scope, {
    code: 'external-host-unknown',
    message: hostUnknown({ id, service: dependency.service, placeholder }),
    hint: hostUnknownHint({ id }),
  });
  return placeholder;
}
