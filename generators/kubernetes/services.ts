import type { V1Ingress, V1PodDisruptionBudget, V1Service } from './api-types.js';
import type { PortPlan } from '../../model/plan-component.js';
import type { ComponentScope, Workshop } from '../generation.js';
import { metadata, selectorLabels } from './labels.js';
import type { Owner } from './labels.js';
import type { Manifest } from './manifest.js';

/** Ports that others may reach: not the one between nginx and PHP-FPM, nor those between members of an ensemble. */
export function servedPorts(ports: readonly PortPlan[]): PortPlan[] {
  return ports.filter((port) => !['fastcgi', 'peer', 'election'].includes(port.purpose));
}

/** A Service with the component's name; the port is the container's, as callers know it. */
export function service(
  workshop: Workshop,
  owner: Owner,
  options: { readonly name: string; readonly ports: readonly PortPlan[]; readonly headless?: boolean },
): (V1Service & Manifest)[] {
  const { name, ports, headless } = options;
  if (ports.length === 0) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(workshop, owner, name),
      spec: {
        // Peers must find each other before they are ready.
        ...(headless === true
          ? { clusterIP: 'None', publishNotReadyAddresses: true }
          : { type: 'ClusterIP' }),
        selector: selectorLabels(owner),
        ports: ports.map((port) => ({
          name: port.name,
          port: port.port,
          targetPort: port.name,
          protocol: port.protocol,
        })),
      },
    },
  ];
}

/** Whether anything reaches the component through a Service. */
export function isReached(scope: ComponentScope): boolean {
  const { component, id, plan } = scope;
  return (
    component.exposure !== 'none' ||
    Object.values(plan.components).some((other) => other.dependsOn.some(({ target }) => target === id))
  );
}

/** An Ingress for what is public, when its name or a domain is known. */
export function ingress(scope: ComponentScope, owner: Owner): (V1Ingress & Manifest)[] {
  const { component, id, plan } = scope;
  const port = component.ports.find(({ purpose }) => purpose === 'http');
  const { ingressDomain } = plan.settings;
  const host = component.host ?? (ingressDomain === undefined ? undefined : `${id}.${ingressDomain}`);
  if (component.exposure !== 'public' || host === undefined || !port) return [];
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadata(scope, owner, id),
      spec: {
        rules: [
          {
            host,
            http: {
              paths: [
                {
                  path: component.contextPath ?? '/',
                  pathType: 'Prefix',
                  backend: { service: { name: id, port: { name: port.name } } },
                },
              ],
            },
          },
        ],
      },
    },
  ];
}

/** Keeps voluntary disruptions (a drained node) from taking more than one replica at a time. */
export function disruptionBudget(
  workshop: Workshop,
  owner: Owner,
  options: { readonly name: string; readonly replicas: number; readonly maxUnavailable: number },
): (V1PodDisruptionBudget & Manifest)[] {
  if (options.replicas < 2) return [];
  return [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadata(workshop, owner, options.name),
      spec: {
        maxUnavailable: options.maxUnavailable,
        // A pod that isn't ready anyway must not keep a node from being drained.
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: { matchLabels: selectorLabels(owner) },
      },
    },
  ];
}
