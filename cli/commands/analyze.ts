import { statSync } from 'node:fs';
import { printAnalysisText } from '../../report/analysis-text/analysis-text.js';
import { factKinds, printWhy } from '../../report/analysis-text/why.js';
import { UsageError } from '../../model/errors.js';
import type { Analysis } from '../../model/analysis.js';
import { severities } from '../../model/finding.js';
import { inLanguage } from '../../model/text.js';
import { printFindingsSarif } from '../../report/sarif/findings-to-sarif.js';
import { valueOf } from '../command.js';
import type { CommandContext, ExitCode, OptionValues, RunCommand } from '../command.js';
import { analyzePaths } from '../pipeline/analyze.js';
import { checkInputs } from '../pipeline/paths.js';
import { analyzeTexts as texts } from '../texts/analyze.js';
import { readVersion } from '../version.js';

/** `drydock analyze`. */
export const runAnalyze: RunCommand = async (words, options, context) => {
  const why = readWhy(options);
  const given = [...words, ...(why?.paths ?? [])];
  const paths = given.length > 0 ? given : ['.'];
  checkInputs(paths, context.language);
  const started = Date.now();
  const analysis = await analyzePaths(paths, context);
  context.progress.end();
  context.terminal.write(print(analysis, { why, context, elapsedMs: Date.now() - started }));
  return exitCode(analysis, valueOf(options, 'failOn') ?? 'none');
};

interface Why {
  readonly kind: string;
  readonly component?: string;
  /** `--why port ./shop`: words that follow and that exist are paths. */
  readonly paths: readonly string[];
}

function readWhy(options: OptionValues): Why | undefined {
  const words = options.why;
  if (!Array.isArray(words)) return undefined;
  const [kind, ...rest] = words.map(String);
  if (kind === undefined) return undefined;
  const exists = (word: string): boolean => statSync(word, { throwIfNoEntry: false }) !== undefined;
  const component = rest.find((word) => !exists(word));
  return { kind, paths: rest.filter(exists), ...(component !== undefined && { component }) };
}

function print(
  analysis: Analysis,
  { why, context, elapsedMs }: { why: Why | undefined; context: CommandContext; elapsedMs: number },
): string {
  const { language, color, width, verbose, format, terminal, quiet } = context;
  if (why) checkWhy(why, { analysis, context });
  if (format === 'json') return `${JSON.stringify(analysis, null, 2)}\n`;
  if (format === 'sarif') return printFindingsSarif(analysis, { language, version: readVersion() });
  const shown = { language, color, width, verbose, quiet };
  if (why) return printWhy(analysis, { ...shown, kind: why.kind, component: why.component });
  const live = terminal.interactive ? { elapsedMs } : {};
  return printAnalysisText(analysis, { ...shown, version: readVersion(), ...live });
}

function checkWhy(why: Why, { analysis, context }: { analysis: Analysis; context: CommandContext }): void {
  const { language } = context;
  const kinds = factKinds(analysis);
  if (!kinds.includes(why.kind)) {
    throw new UsageError(inLanguage(texts.noFacts(why.kind), language), {
      hint: inLanguage(texts.kindsAre(kinds), language),
    });
  }
  const components = analysis.applications.flatMap((application) => application.components);
  if (why.component !== undefined && !components.some(({ id }) => id === why.component)) {
    throw new UsageError(inLanguage(texts.noComponent(why.component), language), {
      hint: inLanguage(texts.componentsAre(components.map(({ id }) => id)), language),
    });
  }
}

function exitCode(analysis: Analysis, failOn: string): ExitCode {
  const threshold = severities.findIndex((severity) => severity === failOn);
  const failing = severities.slice(0, threshold + 1);
  const found = analysis.applications.some(({ findings }) =>
    findings.some(({ severity }) => failing.includes(severity)),
  );
  return found ? 1 : 0;
}
