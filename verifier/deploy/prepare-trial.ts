import { randomBytes } from 'node:crypto';
import type { CheckResult } from '../../model/check.js';
import type { Plan } from '../../model/plan.js';
import type { BuiltImage } from '../build/check-build.js';
import type { Manifest } from '../documents/manifest.js';
import { accessObjects } from '../host/cluster/objects.js';
import type { Cluster } from '../host/cluster/connect-cluster.js';
import type { DockerEngine } from '../host/docker/connect-docker.js';
import { pushImage } from '../host/docker/push-image.js';
import type { ReportProgress } from '../progress.js';
import { prepareObjects } from '../trial/prepare-objects.js';
import { chooseTrialName } from '../trial/trial-namespace.js';
import { deployTexts as texts } from './texts.js';
import type { Trial } from './trial.js';
import { toGroups } from './wave.js';
import type { Group } from './wave.js';

export interface PrepareTrialOptions {
  readonly cluster: Cluster;
  readonly plan: Plan | undefined;
  readonly directory: string;
  readonly manifests: readonly Manifest[];
  readonly images: readonly { readonly image: BuiltImage; readonly reference: string }[];
  /** Values for placeholder tokens that a person gave; the others are random. */
  readonly values: Readonly<Record<string, string>>;
  readonly namespace: string;
  readonly progress: ReportProgress;
  readonly signal?: AbortSignal;
}

/** Makes everything ready for a trial without touching the cluster. */
export async function prepareTrial(
  options: PrepareTrialOptions,
): Promise<{ trial: Trial; groups: Group[]; leftOut: string[] }> {
  const { cluster, manifests, namespace, plan } = options;
  const objects = accessObjects(cluster, options.signal);
  const clusterWide = new Set<Manifest>();
  for (const manifest of manifests) {
    if ((await objects.kindOf(manifest.apiVersion, manifest.kind))?.namespaced === false)
      clusterWide.add(manifest);
  }
  const chosen = new Map(Object.entries(options.values));
  const prepared = prepareObjects(manifests, {
    namespace,
    images: new Map(options.images.map(({ image, reference }) => [`${image.name}:${image.tag}`, reference])),
    isNamespaced: (manifest) => !clusterWide.has(manifest),
    externalPorts: 'drop',
    valueFor: (token) => {
      const value = chosen.get(token) ?? randomSecret();
      chosen.set(token, value);
      return value;
    },
  });
  const trial: Trial = {
    cluster,
    objects,
    namespace,
    plan,
    manifests,
    secrets: [...chosen.values()],
    progress: options.progress,
    ...(options.signal && { signal: options.signal }),
  };
  const leftOut = prepared.leftOut.map(({ subject }) => subject);
  return { trial, groups: toGroups(prepared.objects, plan, options.directory), leftOut };
}

/** Letters and digits only, so that it fits into URLs, shells and connection strings; begins with a letter. */
function randomSecret(): string {
  return `t${randomBytes(24)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 23)}`;
}

/** Pushes what was built under a tag of the trial's own, so that no real tag is replaced. */
export async function pushImages(options: {
  readonly docker: DockerEngine;
  readonly registry: string;
  readonly images: readonly BuiltImage[];
  readonly namespace?: string;
  readonly progress: ReportProgress;
  readonly signal?: AbortSignal;
}): Promise<{
  namespace: string;
  pushed: { image: BuiltImage; reference: string }[];
  failures: CheckResult[];
}> {
  const namespace = options.namespace ?? chooseTrialName();
  const pushed: { image: BuiltImage; reference: string }[] = [];
  const failures: CheckResult[] = [];
  for (const image of options.images) {
    const repository = `${options.registry.replace(/\/+$/, '')}/${image.name}`;
    const reference = `${repository}:${namespace}`;
    options.progress({ check: 'deploy', target: image.component, message: texts.pushing(reference) });
    const { imageId } = image;
    const answer = await pushImage(options.docker, {
      imageId,
      repository,
      tag: namespace,
      ...(options.signal && { signal: options.signal }),
    });
    if ('digest' in answer) pushed.push({ image, reference });
    else {
      const reason = texts.pushFailed(reference, answer.error);
      failures.push({
        check: 'deploy',
        target: image.component,
        status: 'errored',
        reason,
        details: [],
        durationMs: 0,
      });
    }
  }
  return { namespace, pushed, failures };
}
