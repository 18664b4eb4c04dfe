import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inLanguage } from '../../model/text.js';
import { valueOf } from '../command.js';
import type { RunCommand } from '../command.js';
import { checkPaths } from '../pipeline/paths.js';
import { readPlan } from '../pipeline/plan-files.js';
import { exitCodeOf, verifyDirectory } from '../pipeline/verify.js';
import { printChecks } from '../print-checks.js';
import { planTexts as texts } from '../texts/plan.js';

/** `drydock verify`. */
export const runVerify: RunCommand = async (words, options, context) => {
  const directory = words[0] ?? '.';
  checkPaths([directory], context.language);
  const asked = valueOf(options, 'plan');
  const usual = join(directory, 'drydock.yaml');
  const planFile = asked ?? (existsSync(usual) ? usual : undefined);
  const plan = planFile === undefined ? undefined : readPlan(planFile, context.language);
  const planDirectory = planFile === undefined ? directory : dirname(planFile);
  const results = await verifyDirectory(directory, { plan, planDirectory, options, context });
  context.progress.end();
  context.terminal.write(printChecks(results, context));
  const logs = join(directory, '.drydock', 'logs');
  if (context.format === 'text' && existsSync(logs) && !context.quiet) {
    context.terminal.write(` ${inLanguage(texts.logs(logs), context.language)}\n`);
  }
  return exitCodeOf(results);
};
