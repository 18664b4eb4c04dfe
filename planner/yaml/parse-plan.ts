import type { Plan } from '../../model/plan.js';
import { planErrors as texts } from '../texts/plan-errors.js';
import { findNonsense } from './check-sense.js';
import { readPlanDocument } from './plan-document.js';
import type { ReadOptions } from './plan-document.js';
import { findSchemaError } from './schema-error.js';

/**
 * Reads `drydock.yaml` and holds it against its JSON Schema (`model/plan.schema.json`) and against itself.
 *
 * @throws ConfigError with the line of the first thing that makes no sense, and what to do about it.
 */
export function parsePlan(text: string, options: ReadOptions & { readonly schema: object }): Plan {
  const document = readPlanDocument(text, {
    ...options,
    broken: (why) => ({ message: texts.notYaml(why), hint: texts.correctYaml() }),
  });
  const misfit = findSchemaError(document.value, options.schema);
  if (misfit) throw document.error(misfit.path, misfit);
  const plan = document.value as Plan;
  const [nonsense] = findNonsense(plan);
  if (nonsense) throw document.error(nonsense.path, nonsense);
  return plan;
}
