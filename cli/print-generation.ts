import { inLanguage } from '../model/text.js';
import type { Text } from '../model/text.js';
import type { Problem } from '../model/problem.js';
import type { CommandContext } from './command.js';
import type { GenerationReport } from './pipeline/generate.js';
import { planTexts as texts } from './texts/plan.js';

/** One line that counts, then what was kept and what could not be generated. */
export function printGeneration(report: GenerationReport, context: CommandContext): string {
  const say = (text: Text): string => inLanguage(text, context.language);
  const { written, unchanged, kept, removed, abandoned } = report.files;
  const counts = {
    written: written.length,
    unchanged: unchanged.length,
    kept: kept.length,
    removed: removed.length,
  };
  const lines = [` ${report.directory}  ${say(texts.written(counts))}`];
  for (const { path } of kept) lines.push(`   ${say(texts.kept())} ${path}`);
  for (const path of abandoned) lines.push(`   ${say(texts.abandoned())} ${path}`);
  if (context.verbose) lines.push(...written.map((path) => `   + ${path}`));
  lines.push(...printProblems(report.problems, context));
  return `${lines.join('\n')}\n`;
}

function printProblems(problems: readonly Problem[], context: CommandContext): string[] {
  return problems.flatMap(({ file, line, message, hint }) => [
    ` ${line === undefined ? file : `${file}:${line}`}  ${inLanguage(message, context.language)}`,
    `   → ${inLanguage(hint, context.language)}`,
  ]);
}
