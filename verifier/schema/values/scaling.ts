import { objectOf } from '../../documents/json.js';
import type { Manifest } from '../../documents/manifest.js';
import type { SchemaViolation } from '../schema-violation.js';
import { grammarTexts, schemaTexts as texts } from '../texts.js';
import { checkBounds, maxInt32 } from './bounds.js';

/** Numbers of a PodDisruptionBudget, a HorizontalPodAutoscaler, and of a Deployment's rolling update. */
export function* checkScaling(manifest: Manifest): Generator<SchemaViolation> {
  const spec = objectOf(manifest.value.spec);
  if (manifest.kind === 'PodDisruptionBudget') {
    if (spec.minAvailable !== undefined && spec.maxUnavailable !== undefined) {
      yield { rule: 'one-of', path: ['spec', 'maxUnavailable'], message: texts.bothBudgets() };
    }
    yield* checkShares(spec, ['spec'], ['minAvailable', 'maxUnavailable']);
  }
  if (manifest.kind === 'HorizontalPodAutoscaler') {
    yield* checkBounds(
      spec,
      ['spec'],
      [
        ['minReplicas', 1, maxInt32],
        ['maxReplicas', 1, maxInt32],
      ],
    );
    const { minReplicas, maxReplicas } = spec;
    if (typeof minReplicas === 'number' && typeof maxReplicas === 'number' && minReplicas > maxReplicas) {
      yield { rule: 'range', path: ['spec', 'minReplicas'], message: texts.minAboveMax() };
    }
  }
  if (manifest.kind === 'Deployment') {
    const update = objectOf(objectOf(spec.strategy).rollingUpdate);
    yield* checkShares(update, ['spec', 'strategy', 'rollingUpdate'], ['maxSurge', 'maxUnavailable']);
  }
}

function* checkShares(
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
  fields: readonly string[],
): Generator<SchemaViolation> {
  for (const field of fields) {
    const share = value[field];
    const wrong = typeof share === 'string' ? !/^\d+%$/.test(share) : typeof share === 'number' && share < 0;
    if (!wrong) continue;
    const message = texts.badValue([...path, field].join('.'), String(share), grammarTexts.percentage());
    yield { rule: 'format', path: [...path, field], message };
  }
}
