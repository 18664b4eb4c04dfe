import type { Analysis, Application, Component } from '../../model/analysis.js';
import { factsOf } from '../../model/fact.js';
import { totalEffort } from '../../model/effort.js';
import type { Finding } from '../../model/finding.js';
import { severities } from '../../model/finding.js';
import { alignColumns, indent, paint, printCount, say } from './layout.js';
import type { AnalysisTextOptions } from './layout.js';
import { printFindings } from './findings.js';
import { productName } from './product-names.js';
import { analysisTexts as texts } from './texts.js';
import { printFacts } from './why.js';

export interface FirstScreenOptions extends AnalysisTextOptions {
  readonly version: string;
  /** Wall time, for people at a terminal; absent where output is to be the same every time. */
  readonly elapsedMs?: number;
  /** False where another stage follows and says what is next. */
  readonly next?: boolean;
}

/** The first screen: what is it, what does it need, what stops it, how much work, what next. Ends in a newline. */
export function printAnalysisText(analysis: Analysis, options: FirstScreenOptions): string {
  const { applications } = analysis;
  const blocks = [
    options.quiet ? [] : [printHeadline(applications, options)],
    printComponents(applications, options),
    printLinks(analysis, options),
    printFindings(
      applications.flatMap(({ findings }) => findings),
      options,
    ),
    printProblems(analysis, options),
    options.verbose ? printFacts(analysis, options) : [],
    options.quiet || options.next === false ? [] : indent(say(texts.next(), options), 1, options.width),
  ];
  const shown = blocks.filter((block) => block.length > 0);
  return `${shown.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function printHeadline(applications: readonly Application[], options: FirstScreenOptions): string {
  const sum = (pick: (size: Application['size']) => number): string =>
    printCount(applications.reduce((total, { size }) => total + pick(size), 0));
  return [
    `Drydock ${options.version}`,
    say(texts.applications(applications.length), options),
    say(texts.files(sum(({ files }) => files)), options),
    say(texts.lines(sum(({ lines }) => lines)), options),
    ...(options.elapsedMs === undefined ? [] : [`${(options.elapsedMs / 1000).toFixed(1)} s`]),
  ].join(' · ');
}

function printComponents(applications: readonly Application[], options: AnalysisTextOptions): string[] {
  const components = applications.flatMap((application) =>
    application.components.map((component) => ({ application, component })),
  );
  const rows = components.map(({ application, component }) => [
    ` ${component.id}`,
    say(component.summary, options),
    printNeeds(application, component),
    printVerdict(
      application.findings.filter((finding) => finding.component === component.id),
      { ...options, generated: component.notGenerated === undefined },
    ),
  ]);
  return alignColumns(rows).flatMap((line, i) => {
    const reason = components[i]?.component.notGenerated;
    if (!reason) return [line];
    return [line, ...indent(say(reason, options), 3, options.width)];
  });
}

/** The products that it needs, each once, in the order of their names. */
function printNeeds(application: Application, component: Component): string {
  const own = application.facts.filter((fact) => fact.component === component.id);
  const products = [
    ...factsOf(own, 'datasource').flatMap(({ value }) => (value.product === 'unknown' ? [] : value.product)),
    ...factsOf(own, 'depends-on').map(({ value }) => value.service),
  ];
  const names = [...new Set(products.map(productName))].sort();
  return names.length > 0 ? names.join(', ') : '—';
}

function printVerdict(
  findings: readonly Finding[],
  options: AnalysisTextOptions & { readonly generated: boolean },
): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 && severity !== 'info' ? [say(texts.count(severity, count), options)] : [];
  });
  const blocked = findings.some(({ severity }) => severity === 'blocker');
  const ready = blocked ? [] : [say(texts.ready(), options)];
  const standing = options.generated ? ready : [say(texts.notGenerated(), options)];
  const parts = [...standing, ...counts];
  const effort = printEffort(findings);
  return [...parts, ...(effort === '' ? [] : [say(texts.days(effort), options)])].join(' · ');
}

/** `3–6`; below a day in quarters. */
function printEffort(findings: readonly Finding[]): string {
  const print = (days: number): string => String(days < 3 ? Math.round(days * 4) / 4 : Math.round(days));
  const effort = totalEffort(findings);
  const [min, max] = [print(effort.min), print(effort.max)];
  if (max === '0') return '';
  return min === max ? max : `${min}–${max}`;
}

function printLinks({ links }: Analysis, options: AnalysisTextOptions): string[] {
  return links.map((link) => {
    const verb = link.by === 'database' ? texts.shares() : texts.calls();
    const because = paint(say(link.because, options), 90, options);
    return ` ${link.from} ${say(verb, options)} ${link.to}  ${because}`;
  });
}

/** Problems that are shown before the rest is counted. */
const shownProblems = 5;

function printProblems(analysis: Analysis, options: AnalysisTextOptions): string[] {
  const problems = [
    ...analysis.problems.map((problem) => ({ problem, application: '' })),
    ...analysis.applications.flatMap(({ id, problems: own }) =>
      own.map((problem) => ({ problem, application: id })),
    ),
  ];
  const shown = options.verbose ? problems : problems.slice(0, shownProblems);
  const lines = shown.flatMap(({ problem, application }) => {
    const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
    const head = [paint(say(texts.problem(), options), 33, options), application, place].filter(Boolean);
    return [
      ` ${head.join('  ')}`,
      ...indent(say(problem.message, options), 3, options.width),
      ...indent(`→ ${say(problem.hint, options)}`, 3, options.width),
    ];
  });
  const rest = problems.length - shown.length;
  return rest > 0 ? [...lines, ` ${say(texts.moreProblems(rest), options)}`] : lines;
}
