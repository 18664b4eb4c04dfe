import { join } from 'node:path';
import { inLanguage } from '../../model/text.js';
import { printAnalysisText } from '../../report/analysis-text/analysis-text.js';
import { valueOf } from '../command.js';
import type { CommandContext, ExitCode, RunCommand } from '../command.js';
import { analyzePaths } from '../pipeline/analyze.js';
import { generateInto } from '../pipeline/generate.js';
import { checkInputs } from '../pipeline/paths.js';
import { planFor, writeBaseline } from '../pipeline/plan-files.js';
import { exitCodeOf, verifyDirectory } from '../pipeline/verify.js';
import { printChecks } from '../print-checks.js';
import { printGeneration } from '../print-generation.js';
import { pipelineTexts } from '../texts/pipeline.js';
import { planTexts as texts } from '../texts/plan.js';
import { readVersion } from '../version.js';

/** `drydock migrate`: every stage, one after the other. */
export const runMigrate: RunCommand = async (words, options, context) => {
  checkInputs(words, context.language);
  const directory = valueOf(options, 'output') ?? 'out';
  const planFile = join(directory, 'drydock.yaml');
  const started = Date.now();
  const analysis = await analyzePaths(words, context);
  const elapsedMs = Date.now() - started;
  const planned = planFor(analysis, { file: planFile, options, language: context.language });
  context.signal.throwIfAborted();
  context.progress.show(pipelineTexts.generating());
  const generation = generateInto(planned.plan, {
    directory,
    planFile,
    options,
    extra: [{ path: 'drydock.yaml', content: planned.text, from: 'planner' }],
  });
  writeBaseline(planFile, planned);
  const write = (text: string): void => {
    context.progress.end();
    if (context.format === 'text') context.terminal.write(text);
  };
  write(printScreen(analysis, { context, elapsedMs }));
  write(`\n${printGeneration(generation, context)}`);
  context.progress.show(pipelineTexts.validating());
  const checks = await verifyDirectory(directory, {
    plan: planned.plan,
    planDirectory: directory,
    options,
    context,
    analysis,
  });
  write(`\n${printChecks(checks, context)}`);
  if (context.format === 'json') {
    const schema = 'https://drydock.dev/schema/migration/v1';
    const document = { schema, analysis, plan: planned.plan, generation, checks };
    context.terminal.write(`${JSON.stringify(document, null, 2)}\n`);
  }
  const next = texts.next({
    file: join(directory, 'MIGRATION.md'),
    manual: planned.plan.manual.length,
  });
  if (!context.quiet) write(`\n ${inLanguage(next, context.language)}\n`);
  const nothing = Object.keys(planned.plan.components).length === 0;
  return Math.max(exitCodeOf(checks), nothing ? 1 : 0) as ExitCode;
};

function printScreen(
  analysis: Parameters<typeof printAnalysisText>[0],
  { context, elapsedMs }: { context: CommandContext; elapsedMs: number },
): string {
  const { language, color, width, verbose, quiet } = context;
  const live = context.terminal.interactive ? { elapsedMs } : {};
  return printAnalysisText(analysis, {
    language,
    color,
    width,
    verbose,
    quiet,
    next: false,
    version: readVersion(),
    ...live,
  });
}
