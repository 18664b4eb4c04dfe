import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckDetail } from '../../model/check.js';
import { toDetail } from '../documents/violation.js';
import type { Manifest } from '../documents/manifest.js';
import { maskSecrets } from '../secrets/mask.js';
import type { TrialObject } from '../trial/prepare-objects.js';
import { diagnose } from './diagnose.js';
import type { Diagnosis } from './diagnosis.js';
import { explainCrash, pickLastWords } from './explain-crash.js';
import { findWorkload, isReady, readyCount, restartsOf, takeSnapshot } from './snapshot.js';
import type { Snapshot } from './snapshot.js';
import { deployTexts as texts } from './texts.js';
import type { Trial } from './trial.js';

/** How the workloads of a wave ended: a detail for each that did not get ready. */
export type RolloutResult = ReadonlyMap<
  TrialObject,
  { readonly ready: boolean; readonly seconds: number; readonly fault?: CheckDetail }
>;

/** How long a workload has been ready, and how often its containers had started again when it became so. */
interface Calm {
  readonly since: number;
  readonly restarts: number;
}

/**
 * Waits until each workload is ready and stays so for `stable` (a container that crashes after a second is ready for
 * that second), or has failed for a reason that will not mend itself, or the time is up.
 */
export async function awaitRollout(
  trial: Trial,
  workloads: readonly TrialObject[],
  timeouts: { readonly rollout: number; readonly stable: number },
): Promise<RolloutResult> {
  const start = Date.now();
  const calm = new Map<TrialObject, Calm>();
  const settled = new Map<TrialObject, { ready: boolean; seconds: number; fault?: CheckDetail }>();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  while (settled.size < workloads.length) {
    trial.signal?.throwIfAborted();
    const snapshot = await takeSnapshot(trial.objects, trial.namespace);
    const late = Date.now() - start > timeouts.rollout;
    for (const workload of workloads) {
      if (settled.has(workload)) continue;
      const state = judge(workload, snapshot, late);
      if (state === 'ready') {
        const stable = settle(calm, workload, snapshot);
        const at = Math.round(((calm.get(workload)?.since ?? start) - start) / 1000);
        if (stable >= timeouts.stable) settled.set(workload, { ready: true, seconds: at });
        continue;
      }
      calm.delete(workload);
      if (state !== 'waiting') {
        const fault = await describe(trial, workload, { diagnosis: state.diagnosis, seconds: seconds() });
        settled.set(workload, { ready: false, seconds: seconds(), fault });
      }
    }
    report(trial, workloads, snapshot, seconds());
    if (settled.size < workloads.length)
      await sleep(1000, undefined, trial.signal ? { signal: trial.signal } : {});
  }
  return settled;
}

/** For how long the workload has been ready without a restart, in milliseconds. */
function settle(calm: Map<TrialObject, Calm>, workload: TrialObject, snapshot: Snapshot): number {
  const live = findWorkload(snapshot, workload.manifest.kind, workload.manifest.name);
  const restarts = live === undefined ? 0 : restartsOf(live, snapshot);
  const before = calm.get(workload);
  if (before?.restarts !== restarts) calm.set(workload, { since: snapshot.time, restarts });
  // A job that is done stays done.
  if (workload.manifest.kind === 'Job') return Infinity;
  return before?.restarts === restarts ? snapshot.time - before.since : 0;
}

function judge(
  { manifest }: TrialObject,
  snapshot: Snapshot,
  late: boolean,
): 'ready' | 'waiting' | { diagnosis: Diagnosis | undefined } {
  const workload = findWorkload(snapshot, manifest.kind, manifest.name);
  if (workload === undefined) return late ? { diagnosis: undefined } : 'waiting';
  if (isReady(workload)) return 'ready';
  const diagnosis = diagnose(workload, snapshot);
  return diagnosis?.final === true || late ? { diagnosis } : 'waiting';
}

function report(trial: Trial, workloads: readonly TrialObject[], snapshot: Snapshot, seconds: number): void {
  const states = workloads.map(({ manifest }) => {
    const workload = findWorkload(snapshot, manifest.kind, manifest.name);
    return `${manifest.name} ${workload ? readyCount(workload) : '0/?'}`;
  });
  trial.progress({
    check: 'deploy',
    target: trial.namespace,
    message: texts.waiting(states.join(', '), seconds),
  });
}

async function describe(
  trial: Trial,
  { manifest }: TrialObject,
  found: { diagnosis: Diagnosis | undefined; seconds: number },
): Promise<CheckDetail> {
  const { diagnosis } = found;
  if (diagnosis === undefined) {
    const violation = { path: [], message: texts.notReady(found.seconds), hint: texts.notReadyHint() };
    return toDetail(manifest, violation, { rule: 'deploy/timeout', severity: 'error' });
  }
  const log = diagnosis.log === undefined ? '' : await readLog(trial, diagnosis.log);
  const masked = maskSecrets(log, trial.secrets);
  const explained = log === '' ? undefined : explainCrash(log, trial.manifests);
  return toDetail(
    manifest,
    {
      path: inObject(manifest, diagnosis.path),
      message: diagnosis.message(pickLastWords(masked)),
      hint: explained ?? diagnosis.hint,
    },
    { rule: `deploy/${diagnosis.rule}`, severity: 'error' },
  );
}

/** The object may be a CronJob or have no template; the line of the nearest thing above is shown then. */
function inObject(manifest: Manifest, path: Diagnosis['path']): Diagnosis['path'] {
  return manifest.kind === 'Pod' ? path.slice(2) : path;
}

/** The end of a container's log; of its last run when it is between two runs. */
export async function readLog(
  trial: Pick<Trial, 'cluster' | 'namespace'>,
  from: { pod: string; container: string; previous: boolean },
): Promise<string> {
  const query = new URLSearchParams({ container: from.container, tailLines: '200' });
  if (from.previous) query.set('previous', 'true');
  const path = `/api/v1/namespaces/${trial.namespace}/pods/${from.pod}/log?${query.toString()}`;
  const answer = await trial.cluster.request({ method: 'GET', path, accept: '*/*' });
  if (answer.status === 200) return answer.body;
  // Between two runs the log may be under the other name.
  return from.previous ? readLog(trial, { ...from, previous: false }) : '';
}
