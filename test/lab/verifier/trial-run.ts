import { connectCluster } from '../../../verifier/host/cluster/connect-cluster.js';
import type { Cluster } from '../../../verifier/host/cluster/connect-cluster.js';
import { checkDeploy, defaultTimeouts } from '../../../verifier/deploy/check-deploy.js';
import type { DeployTimeouts } from '../../../verifier/deploy/check-deploy.js';
import { prepareTrial } from '../../../verifier/deploy/prepare-trial.js';
import { readManifests } from '../../../verifier/documents/read-manifests.js';
import type { Manifest } from '../../../verifier/documents/manifest.js';
import type { VerifyProgress } from '../../../verifier/progress.js';
import { chooseTrialName } from '../../../verifier/trial/trial-namespace.js';
import type { CheckResult } from '../../../model/check.js';
import type { Plan } from '../../../model/plan.js';

/** Where the lab keeps its images; a user's own registry needs a busybox under the same name. */
export const registry = process.env.DRYDOCK_LAB_REGISTRY ?? 'localhost:5000';
export const busybox = `${registry}/library/busybox:1.37.0`;

/** The cluster that KUBECONFIG names; a lab test without one is an error, not a pass. */
export async function labCluster(): Promise<Cluster> {
  const cluster = await connectCluster();
  if ('unavailable' in cluster) throw new Error(`${cluster.unavailable.en}; ${cluster.hint.en}`);
  return cluster;
}

/** Manifests of files given as path → YAML. */
export function manifestsOf(files: Readonly<Record<string, string>>): Manifest[] {
  return Object.entries(files).flatMap(([path, yaml]) => {
    const read = readManifests({ path, bytes: Buffer.from(yaml) }, new Set());
    if (read.is !== 'manifests') throw new Error(`${path}: ${read.is}`);
    return [...read.manifests];
  });
}

export interface TrialRun {
  readonly plan?: Plan;
  readonly timeouts?: Partial<DeployTimeouts>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: VerifyProgress, namespace: string) => void;
}

/** Runs a trial deployment of the files; returns its namespace, too, which must be gone by then. */
export async function runTrial(
  files: Readonly<Record<string, string>>,
  run: TrialRun = {},
): Promise<{ results: CheckResult[]; namespace: string; cluster: Cluster }> {
  const cluster = await labCluster();
  const namespace = chooseTrialName();
  const { trial, groups, leftOut } = await prepareTrial({
    cluster,
    plan: run.plan,
    directory: '',
    manifests: manifestsOf(files),
    images: [],
    values: {},
    namespace,
    progress: (progress) => run.onProgress?.(progress, namespace),
    ...(run.signal && { signal: run.signal }),
  });
  const timeouts = { ...defaultTimeouts, ...run.timeouts };
  return {
    results: await checkDeploy({ trial, groups, leftOut, timeouts, keep: false }),
    namespace,
    cluster,
  };
}

/** What a test changes in a pod that is otherwise right. */
export interface PodParts {
  readonly name: string;
  readonly command?: string;
  readonly image?: string;
  /** Further lines of the container, indented by ten spaces. */
  readonly container?: string;
  /** Further lines of the pod's spec, indented by six spaces. */
  readonly pod?: string;
  readonly security?: string;
}

/** A Deployment of busybox that pod security `restricted` admits. */
export function deployment(parts: PodParts): string {
  const { name } = parts;
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 1
      securityContext: ${parts.security ?? '{ runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: { type: RuntimeDefault } }'}
${parts.pod ?? ''}      containers:
        - name: app
          image: ${parts.image ?? busybox}
          command: [sh, -c, ${JSON.stringify(parts.command ?? 'sleep 100000')}]
          securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
${parts.container ?? ''}`;
}

/** True once the namespace can't be read any more. */
export async function isGone(cluster: Cluster, namespace: string): Promise<boolean> {
  const answer = await cluster.request({ method: 'GET', path: `/api/v1/namespaces/${namespace}` });
  return answer.status === 404;
}
