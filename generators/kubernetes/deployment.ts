import type { V1CronJob, V1Deployment, V1PodSpec } from './api-types.js';
import type { JobPlan } from '../../model/plan-component.js';
import { reportPlan } from '../generation.js';
import type { ComponentScope } from '../generation.js';
import { allLabels, metadata, selectorLabels } from './labels.js';
import type { Owner } from './labels.js';
import type { Manifest } from './manifest.js';
import { bindingClaim } from './pod-volumes.js';
import { spread } from './pod.js';
import { claimNotShared, claimNotSharedHint } from './texts.js';

/** The workload of a component. */
export function deployment(
  scope: ComponentScope,
  owner: Owner,
  template: { readonly pod: V1PodSpec; readonly annotations: Record<string, string> },
): V1Deployment & Manifest {
  const { component, id } = scope;
  const { replicas } = component;
  const labels = selectorLabels(owner);
  const single = bindingClaim(component);
  if (single && replicas > 1) {
    reportPlan(scope, {
      code: 'claim-not-shared',
      message: claimNotShared({ id, volume: single.name, replicas }),
      hint: claimNotSharedHint(),
    });
  }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(scope, owner, id),
    spec: {
      replicas,
      revisionHistoryLimit: 3,
      progressDeadlineSeconds: progressDeadline(scope),
      selector: { matchLabels: labels },
      // Two pods must never write one volume: the old one goes before the new one comes. A StatefulSet would do the same, but its
      // claim can't be named, grown or replaced in the plan.
      strategy: single
        ? { type: 'Recreate' }
        : { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: { labels: allLabels(owner), annotations: template.annotations },
        spec: { ...template.pod, ...spread(labels, replicas) },
      },
    },
  };
}

/** Longer than the start may take, so that a slow start isn't reported as a failed one. */
function progressDeadline(scope: ComponentScope): number {
  const { startup } = scope.component.probes;
  return Math.max(600, startup ? startup.periodSeconds * startup.failureThreshold + 300 : 0);
}

/** A job of the component on a schedule, with its image and configuration. */
export function cronJob(
  scope: ComponentScope,
  owner: Owner,
  job: { readonly plan: JobPlan; readonly pod: V1PodSpec; readonly annotations: Record<string, string> },
): V1CronJob & Manifest {
  const jobOwner: Owner = { ...owner, role: 'job' };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadata(scope, jobOwner, `${scope.id}-${job.plan.name}`),
    spec: {
      schedule: job.plan.schedule,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 300,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        metadata: { labels: allLabels(jobOwner) },
        spec: {
          backoffLimit: 2,
          template: {
            metadata: {
              labels: allLabels(jobOwner),
              ...(Object.keys(job.annotations).length > 0 ? { annotations: job.annotations } : {}),
            },
            spec: { ...job.pod, restartPolicy: 'Never' },
          },
        },
      },
    },
  };
}
