import { dirname } from 'node:path';
import { valueOf } from '../command.js';
import type { RunCommand } from '../command.js';
import { generateInto } from '../pipeline/generate.js';
import { readPlan } from '../pipeline/plan-files.js';
import { printGeneration } from '../print-generation.js';

/** `drydock generate`. */
export const runGenerate: RunCommand = (words, options, context) => {
  const planFile = words[0] ?? 'drydock.yaml';
  const plan = readPlan(planFile, context.language);
  const directory = valueOf(options, 'output') ?? dirname(planFile);
  const report = generateInto(plan, { directory, planFile, options });
  context.progress.end();
  if (context.format === 'json') {
    const document = { schema: 'https://drydock.dev/schema/generation/v1', ...report };
    context.terminal.write(`${JSON.stringify(document, null, 2)}\n`);
  } else if (!context.quiet) context.terminal.write(printGeneration(report, context));
  return Promise.resolve(0);
};
