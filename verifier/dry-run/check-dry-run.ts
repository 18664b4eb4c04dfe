import type { CheckDetail, CheckResult } from '../../model/check.js';
import { sortBy } from '../../model/order.js';
import { sameText } from '../../model/text.js';
import { listOf, objectOf, valueAt } from '../documents/json.js';
import type { JsonObject, Manifest } from '../documents/manifest.js';
import { templatePathOf } from '../documents/pods.js';
import { toDetail } from '../documents/violation.js';
import { accessObjects } from '../host/cluster/objects.js';
import type { Objects } from '../host/cluster/objects.js';
import type { Cluster } from '../host/cluster/connect-cluster.js';
import type { ReportProgress } from '../progress.js';
import { refusalsOf, warningsOf } from '../trial/api-error.js';
import { prepareObjects } from '../trial/prepare-objects.js';
import type { TrialObject } from '../trial/prepare-objects.js';
import { apiTexts as texts } from '../trial/texts.js';
import { chooseTrialName, createTrialNamespace, removeTrialNamespace } from '../trial/trial-namespace.js';

export interface DryRunOptions {
  readonly cluster: Cluster;
  readonly manifests: readonly Manifest[];
  readonly progress: ReportProgress;
  readonly signal?: AbortSignal;
}

/**
 * Asks the API server to apply every manifest without doing it, in a namespace of its own that enforces pod security
 * `restricted`; each pod template is also tried as a pod, since admission judges pods only. One result per file.
 */
export async function checkDryRun(options: DryRunOptions): Promise<CheckResult[]> {
  const { cluster, signal } = options;
  const namespace = chooseTrialName();
  const start = performance.now();
  const refused = await createTrialNamespace(cluster, namespace);
  if (refused !== undefined) {
    const durationMs = Math.round(performance.now() - start);
    return [
      {
        check: 'dry-run',
        target: cluster.context,
        status: 'errored',
        reason: texts.noNamespace(namespace, refused),
        details: [],
        durationMs,
      },
    ];
  }
  try {
    return await tryFiles(accessObjects(cluster, signal), namespace, options);
  } finally {
    await removeTrialNamespace(cluster, namespace, 60_000);
  }
}

async function tryFiles(objects: Objects, namespace: string, options: DryRunOptions): Promise<CheckResult[]> {
  const served = new Map<Manifest, boolean>();
  for (const manifest of options.manifests) {
    served.set(manifest, (await objects.kindOf(manifest.apiVersion, manifest.kind))?.namespaced ?? true);
  }
  const plan = prepareObjects(options.manifests, {
    namespace,
    valueFor: () => 'drydock-dry-run',
    images: new Map(),
    isNamespaced: (manifest) => served.get(manifest) ?? true,
    externalPorts: 'keep',
  });
  // What reaches outside of the namespace is still harmless in a dry run.
  const outside = plan.leftOut.map((manifest): TrialObject => ({
    manifest,
    value: inNamespace(manifest, namespace),
  }));
  const results: CheckResult[] = [];
  for (const [file, items] of groupByFile([...plan.objects, ...outside])) {
    const start = performance.now();
    options.progress({ check: 'dry-run', target: file, message: sameText(file) });
    const details: CheckDetail[] = [];
    for (const item of items) details.push(...(await tryObject(objects, item, namespace)));
    results.push({
      check: 'dry-run',
      target: file,
      status: details.some(({ severity }) => severity === 'error') ? 'failed' : 'passed',
      details: sortBy(details, ({ line, message }) => [line ?? 0, message.en]),
      facts: { objects: items.length, kubernetes: options.cluster.version },
      durationMs: Math.round(performance.now() - start),
    });
  }
  return sortBy(results, ({ target }) => [target]);
}

function inNamespace(manifest: Manifest, namespace: string): JsonObject {
  const metadata = objectOf(manifest.value.metadata);
  if (metadata.namespace === undefined) return manifest.value;
  return { ...manifest.value, metadata: { ...metadata, namespace } };
}

function groupByFile(items: readonly TrialObject[]): Map<string, TrialObject[]> {
  const files = new Map<string, TrialObject[]>();
  for (const item of items) {
    const list = files.get(item.manifest.file);
    if (list) list.push(item);
    else files.set(item.manifest.file, [item]);
  }
  return files;
}

async function tryObject(
  objects: Objects,
  { manifest, value }: TrialObject,
  namespace: string,
): Promise<CheckDetail[]> {
  const answer = await objects.apply(value, { namespace, dryRun: true });
  const details = refusalsOf(answer, manifest, { check: 'dry-run' });
  for (const warning of warningsOf(answer)) {
    // The pod itself is tried below, and then it is an error.
    if (warning.includes('would violate PodSecurity')) continue;
    const rule = { rule: 'dry-run/warning', severity: 'warning' } as const;
    details.push(toDetail(manifest, { path: [], message: texts.warned(warning) }, rule));
  }
  const template = templatePathOf(manifest);
  if (details.some(({ severity }) => severity === 'error') || template === undefined || template.length === 0)
    return details;
  const tried = await objects.create(podFrom(value, template), { namespace, dryRun: true });
  return [...details, ...refusalsOf(tried, manifest, { check: 'dry-run', below: template })];
}

function podFrom(value: JsonObject, template: readonly (string | number)[]): JsonObject {
  const { metadata, spec } = objectOf(valueAt(value, template));
  // The account may be one of these files', which a dry run does not create.
  const {
    serviceAccountName: _name,
    serviceAccount: _old,
    ...rest
  } = objectOf(spec) as Record<string, unknown>;
  const { labels, annotations } = objectOf(metadata);
  const claims = claimVolumes(value);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: 'drydock-',
      ...(labels !== undefined && { labels }),
      ...(annotations !== undefined && { annotations }),
    },
    spec: claims.length === 0 ? rest : { ...rest, volumes: [...listOf(rest.volumes), ...claims] },
  };
}

/** The volumes that a StatefulSet's controller adds to its pods, one for each claim template. */
function claimVolumes(value: JsonObject): JsonObject[] {
  return listOf(objectOf(value.spec).volumeClaimTemplates).map((template) => {
    const { name } = objectOf(objectOf(template).metadata);
    return { name, persistentVolumeClaim: { claimName: name } };
  });
}
