import { isObject, listOf, objectOf, textOf, valueAt } from '../../documents/json.js';
import type { Manifest } from '../../documents/manifest.js';
import { templatePathOf } from '../../documents/pods.js';
import { selectorMatches } from '../../documents/selector.js';
import { cronFault } from '../cron.js';
import type { SchemaViolation } from '../schema-violation.js';
import { schemaTexts as texts } from '../texts.js';
import { checkBounds, maxInt32 } from './bounds.js';
import { checkClaimSpec } from './claim.js';

const withSelector = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'];

/** What controllers of pods need: a spec, a selector that matches, a schedule. */
export function* checkWorkload(manifest: Manifest): Generator<SchemaViolation> {
  const template = templatePathOf(manifest);
  if (template === undefined) return;
  const spec = manifest.value.spec;
  if (!isObject(spec)) {
    if (manifest.kind !== 'PodTemplate') yield { rule: 'required', path: [], message: texts.missing('spec') };
    return;
  }
  yield* checkBounds(
    spec,
    ['spec'],
    [
      ['replicas', 0, maxInt32],
      ['minReadySeconds', 0, maxInt32],
      ['revisionHistoryLimit', 0, maxInt32],
      ['backoffLimit', 0, maxInt32],
      ['successfulJobsHistoryLimit', 0, maxInt32],
      ['failedJobsHistoryLimit', 0, maxInt32],
      ['startingDeadlineSeconds', 0, Number.MAX_SAFE_INTEGER],
    ],
  );
  if (withSelector.includes(manifest.kind)) yield* checkSelector(manifest, template);
  if (manifest.kind === 'CronJob') yield* checkSchedule(spec);
  if (manifest.kind === 'StatefulSet') {
    for (const [i, claim] of listOf(spec.volumeClaimTemplates).entries()) {
      yield* checkClaimSpec(objectOf(claim), ['spec', 'volumeClaimTemplates', i]);
    }
  }
}

function* checkSelector(
  manifest: Manifest,
  template: readonly (string | number)[],
): Generator<SchemaViolation> {
  const selector = valueAt(manifest.value, ['spec', 'selector']);
  if (!isObject(selector)) return;
  const path = ['spec', 'selector'];
  const labels = objectOf(valueAt(manifest.value, [...template, 'metadata', 'labels']));
  const empty =
    Object.keys(objectOf(selector.matchLabels)).length === 0 &&
    listOf(selector.matchExpressions).length === 0;
  if (empty) yield { rule: 'selector', path, message: texts.emptySelector() };
  else if (!selectorMatches(selector, labels))
    yield { rule: 'selector', path, message: texts.selectorMismatch() };
}

function* checkSchedule(spec: Readonly<Record<string, unknown>>): Generator<SchemaViolation> {
  const schedule = textOf(spec.schedule);
  const fault = cronFault(schedule);
  if (spec.schedule === undefined || fault === undefined) return;
  yield {
    rule: 'schedule',
    path: ['spec', 'schedule'],
    message: texts.cron(schedule, fault),
    hint: texts.cronHint(),
  };
}
