import { inLanguage } from '../../model/text.js';
import { valueOf } from '../command.js';
import type { RunCommand } from '../command.js';
import { analyzePaths } from '../pipeline/analyze.js';
import { checkInputs } from '../pipeline/paths.js';
import { planFor, writePlan } from '../pipeline/plan-files.js';
import { planTexts as texts } from '../texts/plan.js';

/** `drydock plan`. */
export const runPlan: RunCommand = async (words, options, context) => {
  checkInputs(words, context.language);
  const file = valueOf(options, 'output') ?? 'drydock.yaml';
  const analysis = await analyzePaths(words, context);
  const planned = planFor(analysis, { file, options, language: context.language });
  context.signal.throwIfAborted();
  writePlan(file, planned);
  context.progress.end();
  if (context.format === 'json') context.terminal.write(`${JSON.stringify(planned.plan, null, 2)}\n`);
  else if (!context.quiet) {
    const { components, dependencies, manual } = planned.plan;
    const counts = {
      components: Object.keys(components).length,
      dependencies: Object.keys(dependencies).length,
      manual: manual.length,
    };
    context.terminal.write(`${inLanguage(texts.planWritten({ file, ...counts }), context.language)}\n`);
  }
  return 0;
};
