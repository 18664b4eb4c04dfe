import type {
  V1NetworkPolicy,
  V1NetworkPolicyEgressRule,
  V1NetworkPolicyIngressRule,
  V1NetworkPolicyPeer,
} from './api-types.js';
import { compareStrings, sortBy } from '../../model/order.js';
import type { PortPlan } from '../../model/plan-component.js';
import type { Workshop } from '../generation.js';
import { metadata, networkLabels } from './labels.js';
import type { Owner } from './labels.js';
import { addressBlock } from './address.js';
import type { Manifest } from './manifest.js';
import { servedPorts } from './services.js';

/** What a component or dependency may reach and be reached by. */
export interface Traffic {
  readonly id: string;
  readonly ports: readonly PortPlan[];
  readonly exposure: 'none' | 'cluster' | 'public';
  readonly dependsOn: readonly { readonly target: string; readonly port: number }[];
  readonly egress: readonly { readonly host: string; readonly port: number }[];
  /** Ports that its own pods use among themselves. */
  readonly peerPorts: readonly number[];
}

/** Denies everything both ways, then lets through what the plan knows. */
export function networkPolicy(
  workshop: Workshop,
  owner: Owner,
  traffic: Traffic,
): V1NetworkPolicy & Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata(workshop, owner, owner.id),
    spec: {
      podSelector: { matchLabels: networkLabels(owner.id) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: ingressRules(workshop, traffic),
      egress: egressRules(workshop, traffic),
    },
  };
}

function ingressRules(workshop: Workshop, traffic: Traffic): V1NetworkPolicyIngressRule[] {
  const rules: V1NetworkPolicyIngressRule[] = [];
  const served = servedPorts(traffic.ports).filter((port) => port.purpose !== 'management');
  // An ingress controller lives in a namespace that only the cluster's owner knows.
  const from: V1NetworkPolicyPeer =
    traffic.exposure === 'public' ? { namespaceSelector: {} } : { podSelector: {} };
  if (traffic.exposure !== 'none' && served.length > 0) {
    rules.push({ from: [from], ports: served.map(({ port, protocol }) => ({ port, protocol })) });
  } else {
    rules.push(...callerRules(workshop, traffic));
  }
  if (traffic.peerPorts.length > 0) {
    rules.push({ from: [podsOf(traffic.id)], ports: tcpPorts(traffic.peerPorts) });
  }
  return rules;
}

function callerRules(workshop: Workshop, traffic: Traffic): V1NetworkPolicyIngressRule[] {
  const callers = new Map<number, Set<string>>();
  const add = (port: number, caller: string): void => {
    callers.set(port, (callers.get(port) ?? new Set()).add(caller));
  };
  for (const [caller, component] of Object.entries(workshop.plan.components)) {
    for (const { target, port } of component.dependsOn) if (target === traffic.id) add(port, caller);
  }
  const dependency = workshop.plan.dependencies[traffic.id];
  for (const caller of dependency?.usedBy ?? []) add(dependency?.port ?? 0, caller);
  return sortBy(callers, ([port]) => [port]).map(([port, names]) => ({
    from: [...names].sort(compareStrings).map(podsOf),
    ports: tcpPorts([port]),
  }));
}

function egressRules(workshop: Workshop, traffic: Traffic): V1NetworkPolicyEgressRule[] {
  const dns: V1NetworkPolicyEgressRule = {
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
    ports: [
      { port: 53, protocol: 'UDP' },
      { port: 53, protocol: 'TCP' },
    ],
  };
  const targets = sortBy(traffic.dependsOn, ({ target, port }) => [target, port]).map(({ target, port }) =>
    targetRule(workshop, target, port),
  );
  const outside = sortBy(traffic.egress, ({ host, port }) => [host, port]).map(({ host, port }) =>
    outsideRule(host, port),
  );
  const peers =
    traffic.peerPorts.length === 0 ? [] : [{ to: [podsOf(traffic.id)], ports: tcpPorts(traffic.peerPorts) }];
  const rules = [dns, ...targets, ...outside, ...peers];
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function targetRule(workshop: Workshop, target: string, port: number): V1NetworkPolicyEgressRule {
  const dependency = workshop.plan.dependencies[target];
  if (dependency?.mode === 'external') return outsideRule(dependency.externalHost ?? '', port);
  return { to: [podsOf(target)], ports: tcpPorts([port]) };
}

/** A NetworkPolicy knows addresses, not names: for a name only the port can be limited. */
function outsideRule(host: string, port: number): V1NetworkPolicyEgressRule {
  const cidr = addressBlock(host);
  const ports = tcpPorts([port]);
  return cidr === undefined ? { ports } : { to: [{ ipBlock: { cidr } }], ports };
}

function podsOf(id: string): V1NetworkPolicyPeer {
  return { podSelector: { matchLabels: networkLabels(id) } };
}

function tcpPorts(ports: readonly number[]): { port: number; protocol: string }[] {
  return [...ports].sort((a, b) => a - b).map((port) => ({ port, protocol: 'TCP' }));
}
