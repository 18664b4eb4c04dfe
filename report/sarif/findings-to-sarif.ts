import type { Analysis, Application } from '../../model/analysis.js';
import type { Finding, Severity } from '../../model/finding.js';
import { compareStrings } from '../../model/order.js';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import { printSarif } from './sarif-log.js';
import type { SarifResult, SarifRule } from './sarif-log.js';

const levels = { blocker: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** Prints the findings of an analysis as SARIF; problems become notifications. */
export function printFindingsSarif(
  analysis: Analysis,
  options: { readonly language: Language; readonly version: string },
): string {
  const { language, version } = options;
  const findings = analysis.applications.flatMap(({ findings: own }) => own);
  const problems = [
    ...analysis.problems,
    ...analysis.applications.flatMap((application) => application.problems),
  ];
  return printSarif({
    version,
    language,
    rules: rulesOf(findings, language),
    results: analysis.applications.flatMap((application) =>
      application.findings.map((finding) => toResult(finding, { application, language })),
    ),
    notifications: problems.map(({ file, line, message }) => ({
      level: 'note',
      text: `${file}${line === undefined ? '' : `:${line}`}: ${inLanguage(message, language)}`,
    })),
  });
}

function toResult(finding: Finding, context: { application: Application; language: Language }): SarifResult {
  const { evidence } = finding;
  return {
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: `${inLanguage(finding.message, context.language)}\n→ ${inLanguage(finding.fix, context.language)}`,
    file: locate(context.application, evidence.file),
    ...(evidence.line !== undefined && { line: evidence.line }),
    ...(evidence.excerpt !== undefined && { excerpt: evidence.excerpt }),
    // The excerpt is masked already; it tells two findings of one rule in one file apart.
    identity: `${finding.component}\0${evidence.excerpt ?? ''}`,
  };
}

/** The file as seen from where the tool was started, which is what code hosts expect. */
function locate(application: Application, file: string): string {
  const base = application.archive ? application.path.replace(/[^/]*$/, '') : `${application.path}/`;
  return `${base}${file}`.replace(/^(\.\/)+/, '').replace(/\/{2,}/g, '/');
}

function rulesOf(findings: readonly Finding[], language: Language): SarifRule[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  return [...first.values()]
    .sort((a, b) => compareStrings(a.rule, b.rule))
    .map(({ rule, title, message, fix, severity }) => ({
      id: rule,
      title: inLanguage(title, language),
      description: inLanguage(message, language),
      help: inLanguage(fix, language),
      level: levels[severity],
    }));
}
