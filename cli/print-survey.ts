import type { Problem } from '../model/problem.js';
import { alignColumns, indent, printCount, say } from '../report/analysis-text/layout.js';
import { formList } from '../survey/forms/forms.js';
import { entriesOf } from '../survey/inventory.js';
import type { Inventory } from '../survey/inventory.js';
import type { PhaseStatus } from '../survey/status.js';
import type { CommandContext } from './command.js';
import { surveyTexts as texts } from './texts/survey.js';

/** Problems that are shown without `-v`. */
const shownProblems = 20;

/** What was understood, form by form, and what needs a look. */
export function printImport(
  inventory: Inventory,
  problems: readonly Problem[],
  context: CommandContext,
): string {
  const counts = formList
    .map((form) => [say(form.title, context), entriesOf(inventory, form.id).length] as const)
    .filter(([, count]) => count > 0);
  const table = alignColumns(counts.map(([title, count]) => [` ${title}`, printCount(count)]));
  const shown = context.verbose ? problems : problems.slice(0, shownProblems);
  const rest = problems.length - shown.length;
  return [
    ...(context.quiet ? [] : [...table, '', say(texts.problems(problems.length), context)]),
    ...shown.flatMap((problem) => printProblem(problem, context)),
    ...(rest > 0 ? [` ${say(texts.more(rest), context)}`] : []),
    '',
  ].join('\n');
}

function printProblem({ file, line, message, hint }: Problem, context: CommandContext): string[] {
  return [
    ` ${line === undefined ? file : `${file}:${line}`}`,
    ...indent(say(message, context), 3, context.width),
    ...indent(`→ ${say(hint, context)}`, 3, context.width),
  ];
}

/** The three phases with what holds them up. */
export function printStatus(phases: readonly PhaseStatus[], context: CommandContext): string {
  const head = [texts.phase(), texts.done(), texts.late(), texts.blocked(), texts.unplanned()];
  const rows = phases.map((phase) => [
    ` ${say(phase.title, context)}`,
    `${bar(phase)} ${phase.done}/${phase.total}`,
    String(phase.late.length),
    String(phase.blocked.length),
    String(phase.unplanned.length),
  ]);
  const tasks = phases.flatMap(({ late, blocked }) => [
    ...late.map((task) => ({ task, why: texts.late() })),
    ...blocked.filter((task) => !late.includes(task)).map((task) => ({ task, why: texts.blocked() })),
  ]);
  const held = tasks.map(({ task, why }) => [
    ` ${say(why, context)}`,
    task.due ?? '',
    task.task ?? '',
    task.owner ?? '',
    task.remarks ?? '',
  ]);
  const table = alignColumns([
    head.map((text, at) => `${at === 0 ? ' ' : ''}${say(text, context)}`),
    ...rows,
  ]);
  return [...table, ...(held.length > 0 ? ['', ...alignColumns(held)] : []), ''].join('\n');
}

function bar({ done, total }: PhaseStatus): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * 10);
  return '█'.repeat(filled) + '░'.repeat(10 - filled);
}
