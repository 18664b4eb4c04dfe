import { capabilities } from './pod-security/capabilities.js';
import { hostNamespaces } from './pod-security/host-namespaces.js';
import { hostPorts } from './pod-security/host-ports.js';
import { hostProbes } from './pod-security/host-probes.js';
import { kernelSettings } from './pod-security/kernel-settings.js';
import { privilegeEscalation } from './pod-security/privilege-escalation.js';
import { privileged } from './pod-security/privileged.js';
import { runAsNonRoot } from './pod-security/run-as-non-root.js';
import { runAsUser } from './pod-security/run-as-user.js';
import { seccompProfile } from './pod-security/seccomp-profile.js';
import { volumeTypes } from './pod-security/volume-types.js';
import { autoscalerTarget } from './references/autoscaler-target.js';
import { duplicateObject } from './references/duplicate-object.js';
import { ingressBackend } from './references/ingress-backend.js';
import { ingressHost } from './references/ingress-host.js';
import { networkPolicy } from './references/network-policy.js';
import { nodePort } from './references/node-port.js';
import { probePort } from './references/probe-port.js';
import { referencesResolve } from './references/references-resolve.js';
import { serviceSelector } from './references/service-selector.js';
import { statefulService } from './references/stateful-service.js';
import type { ManifestRule } from './rule.js';
import { disruptionBudget } from './workload/disruption-budget.js';
import { gracePeriod } from './workload/grace-period.js';
import { imagePinned } from './workload/image-pinned.js';
import { livenessDependencies } from './workload/liveness-dependencies.js';
import { livenessProbe } from './workload/liveness-probe.js';
import { memoryLimit } from './workload/memory-limit.js';
import { probesDiffer } from './workload/probes-differ.js';
import { readOnlyRoot } from './workload/read-only-root.js';
import { readinessProbe } from './workload/readiness-probe.js';
import { resourceRequests } from './workload/resource-requests.js';
import { secretCommitted } from './workload/secret-committed.js';
import { secretInClear } from './workload/secret-in-clear.js';
import { serviceAccountToken } from './workload/service-account-token.js';
import { spread } from './workload/spread.js';

/** The rules over manifests that make up pod security `restricted`. */
export const podSecurityRules: readonly ManifestRule[] = [
  capabilities,
  hostNamespaces,
  hostPorts,
  hostProbes,
  kernelSettings,
  privilegeEscalation,
  privileged,
  runAsNonRoot,
  runAsUser,
  seccompProfile,
  volumeTypes,
];

/** Every rule over manifests. */
export const manifestRules: readonly ManifestRule[] = [
  ...podSecurityRules,
  autoscalerTarget,
  disruptionBudget,
  duplicateObject,
  gracePeriod,
  imagePinned,
  ingressBackend,
  ingressHost,
  livenessDependencies,
  livenessProbe,
  memoryLimit,
  networkPolicy,
  nodePort,
  probePort,
  probesDiffer,
  readOnlyRoot,
  readinessProbe,
  referencesResolve,
  resourceRequests,
  secretCommitted,
  secretInClear,
  serviceAccountToken,
  serviceSelector,
  spread,
  statefulService,
];
