import type { CheckDetail, CheckResult } from '../../model/check.js';
import type { Text } from '../../model/text.js';
import { refusalsOf } from '../trial/api-error.js';
import type { TrialObject } from '../trial/prepare-objects.js';
import { apiTexts } from '../trial/texts.js';
import { createTrialNamespace, removeTrialNamespace } from '../trial/trial-namespace.js';
import { toDetail } from '../documents/violation.js';
import { testRecovery } from './recovery.js';
import { awaitRollout } from './rollout.js';
import type { RolloutResult } from './rollout.js';
import { smokeTest } from './smoke-test.js';
import { findWorkload, restartsOf, takeSnapshot } from './snapshot.js';
import { deployTexts as texts } from './texts.js';
import type { Trial } from './trial.js';
import { toWaves, workloadsOf } from './wave.js';
import type { Group } from './wave.js';

export interface DeployOptions {
  readonly trial: Trial;
  readonly groups: readonly Group[];
  /** Objects that were kept out of the trial, for the record. */
  readonly leftOut: readonly string[];
  readonly timeouts: DeployTimeouts;
  /** Leave the namespace for somebody to look at. */
  readonly keep: boolean;
}

/** Milliseconds. */
export interface DeployTimeouts {
  readonly rollout: number;
  /** How long a workload must stay ready to count as such. */
  readonly stable: number;
  readonly smoke: number;
  readonly recovery: number;
  readonly cleanup: number;
}

export const defaultTimeouts: DeployTimeouts = {
  rollout: 300_000,
  stable: 8_000,
  smoke: 30_000,
  recovery: 180_000,
  cleanup: 120_000,
};

/**
 * Runs the groups in a trial namespace: applies each wave, waits for it, asks each component, deletes one pod of each
 * workload and waits for recovery. Whatever happens, the namespace is deleted and awaited, unless `keep`.
 */
export async function checkDeploy(options: DeployOptions): Promise<CheckResult[]> {
  const { trial, groups } = options;
  const refused = await createTrialNamespace(trial.cluster, trial.namespace);
  if (refused !== undefined)
    return [verdict(trial.namespace, 'errored', apiTexts.noNamespace(trial.namespace, refused))];
  const results: CheckResult[] = [];
  try {
    const failed = new Set<string>();
    for (const wave of toWaves(groups)) results.push(...(await runWave(wave, failed, options)));
  } catch (error) {
    results.push(...remaining(groups, results, error, trial));
  } finally {
    if (!options.keep) results.push(...(await cleanUp(options)));
  }
  if (options.leftOut.length > 0)
    results.push(verdict(trial.namespace, 'skipped', apiTexts.leftOut(options.leftOut)));
  return options.keep ? results.map((result) => withNamespace(result, trial.namespace)) : results;
}

/** Who keeps a trial must find it. */
function withNamespace(result: CheckResult, namespace: string): CheckResult {
  return { ...result, facts: { ...result.facts, namespace } };
}

function verdict(
  target: string,
  status: CheckResult['status'],
  reason: Text,
  details: readonly CheckDetail[] = [],
): CheckResult {
  return { check: 'deploy', target, status, reason, details, durationMs: 0 };
}

/** Groups that have no verdict when the run ends early: by Ctrl-C, or because the cluster is gone. */
function remaining(
  groups: readonly Group[],
  results: readonly CheckResult[],
  error: unknown,
  trial: Trial,
): CheckResult[] {
  const open = groups.filter(({ id }) => !results.some(({ target }) => target === id));
  const cancelled = trial.signal?.aborted === true;
  const message = error instanceof Error ? error.message : String(error);
  return open.map(({ id }) =>
    cancelled
      ? verdict(id, 'skipped', apiTexts.cancelled())
      : verdict(id, 'errored', apiTexts.connectionLost(message)),
  );
}

async function cleanUp({ trial, timeouts }: DeployOptions): Promise<CheckResult[]> {
  trial.progress({ check: 'deploy', target: trial.namespace, message: texts.cleaning(trial.namespace) });
  try {
    if (await removeTrialNamespace(trial.cluster, trial.namespace, timeouts.cleanup)) return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [verdict(trial.namespace, 'errored', apiTexts.connectionLost(message))];
  }
  return [verdict(trial.namespace, 'errored', apiTexts.leftBehind(trial.namespace))];
}

async function runWave(
  wave: readonly Group[],
  failed: Set<string>,
  options: DeployOptions,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const applied: { group: Group; start: number }[] = [];
  for (const group of wave) {
    const start = performance.now();
    const blockers = group.needs.filter((need) => failed.has(need));
    const faults = blockers.length > 0 ? [] : await apply(options.trial, group);
    if (blockers.length > 0) results.push(verdict(group.id, 'skipped', texts.blockedBy(blockers)));
    else if (faults.length > 0)
      results.push({
        check: 'deploy',
        target: group.id,
        status: 'failed',
        details: faults,
        durationMs: elapsed(start),
      });
    else applied.push({ group, start });
    if (blockers.length > 0 || faults.length > 0) failed.add(group.id);
  }
  const workloads = applied.flatMap(({ group }) => workloadsOf(group));
  const rollout = await awaitRollout(options.trial, workloads, options.timeouts);
  for (const { group, start } of applied) {
    const result = { ...(await judgeGroup(group, rollout, options)), durationMs: elapsed(start) };
    if (result.status === 'failed') failed.add(group.id);
    results.push(result);
  }
  return results;
}

function elapsed(start: number): number {
  return Math.round(performance.now() - start);
}

/** Makes the group's objects; the first that is refused ends it. */
async function apply(trial: Trial, group: Group): Promise<CheckDetail[]> {
  for (const { manifest, value } of group.objects) {
    trial.signal?.throwIfAborted();
    const answer = await trial.objects.apply(value, { namespace: trial.namespace });
    const faults = refusalsOf(answer, manifest, { check: 'deploy' });
    if (faults.length > 0) return faults;
  }
  return [];
}

async function judgeGroup(
  group: Group,
  rollout: RolloutResult,
  options: DeployOptions,
): Promise<CheckResult> {
  const workloads = workloadsOf(group);
  const base = { check: 'deploy', target: group.id, durationMs: 0 };
  if (workloads.length === 0) return { ...base, status: 'skipped', reason: texts.noWorkload(), details: [] };
  const faults = workloads.flatMap((workload) => rollout.get(workload)?.fault ?? []);
  if (faults.length > 0) return { ...base, status: 'failed', details: faults };
  const readySeconds = Math.max(...workloads.map((workload) => rollout.get(workload)?.seconds ?? 0));
  const tested = await testGroup(group, workloads, options);
  return {
    ...base,
    status: tested.faults.some(({ severity }) => severity === 'error') ? 'failed' : 'passed',
    details: tested.faults,
    facts: { readySeconds, ...tested.facts },
  };
}

async function testGroup(
  group: Group,
  workloads: readonly TrialObject[],
  { trial, timeouts }: DeployOptions,
): Promise<{ faults: CheckDetail[]; facts: Record<string, string | number> }> {
  const facts: Record<string, string | number> = {};
  const wanted = trial.plan?.components[group.id]?.smokeTest;
  const smoke = async () => {
    if (wanted === undefined) return [];
    const result = await smokeTest(trial, group, { ...wanted, timeoutMs: timeouts.smoke });
    if (!result.passed) return [result.fault];
    Object.assign(facts, { status: result.status, path: wanted.path });
    return [];
  };
  const faults = await smoke();
  for (const workload of workloads) {
    if (faults.length > 0 || workload.manifest.kind === 'Job') continue;
    const recovery = await testRecovery(trial, workload, timeouts.recovery);
    facts.recoverySeconds = Math.max(Number(facts.recoverySeconds ?? 0), recovery.seconds);
    if (recovery.claims !== 'none') facts.claims = recovery.claims;
    if (recovery.fault) faults.push(recovery.fault);
  }
  if (faults.length === 0) faults.push(...(await smoke()));
  return { faults: [...faults, ...(await restarted(workloads, trial))], facts };
}

/** Containers that came up only after they had ended once or more: it works, and somebody should know. */
async function restarted(workloads: readonly TrialObject[], trial: Trial): Promise<CheckDetail[]> {
  const snapshot = await takeSnapshot(trial.objects, trial.namespace);
  return workloads.flatMap(({ manifest }) => {
    const live = findWorkload(snapshot, manifest.kind, manifest.name);
    const restarts = live === undefined ? 0 : restartsOf(live, snapshot);
    if (restarts === 0 || manifest.kind === 'Job') return [];
    const violation = { path: [], message: texts.restarted(restarts), hint: texts.restartedHint() };
    return [toDetail(manifest, violation, { rule: 'deploy/restarts', severity: 'warning' })];
  });
}
