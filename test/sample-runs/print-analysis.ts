import type { Analysis, Application } from '../../model/analysis.js';
import type { Evidence } from '../../model/evidence.js';
import type { Fact } from '../../model/fact.js';
import type { Finding } from '../../model/finding.js';
import type { Tree } from './run-sample.js';

/** An analysis as YAML for reviewers: one value a line, one place a line. It holds everything but the input's own path. */
export function printAnalysis(analysis: Analysis): Tree {
  const [application] = analysis.applications;
  if (!application || analysis.applications.length > 1) throw new Error('a sample is one application');
  return {
    'components.yaml': printComponents(application),
    'facts.yaml': printFacts(application.facts),
    'findings.yaml': application.findings.map(printFinding).join(''),
    'links.yaml': analysis.links.map((link) => `- ${JSON.stringify(link)}\n`).join('') || '[]\n',
    'problems.yaml':
      [...analysis.problems, ...application.problems]
        .map(({ code, file, line, message, hint }) =>
          lines(`- ${code} ${placeOf({ file, line })}`, ...texts(message), ...texts(hint)),
        )
        .join('') || '[]\n',
  };
}

function printComponents({ id, size, components }: Application): string {
  const head = lines(`application: ${id}`, `size: ${JSON.stringify(size)}`, 'components:');
  return `${head}${components
    .map((component) =>
      lines(
        `  - id: ${component.id}`,
        `    path: ${JSON.stringify(component.path)}`,
        `    units: ${JSON.stringify(component.units)}`,
        `    summary: ${JSON.stringify(component.summary)}`,
        ...(component.notGenerated ? [`    notGenerated: ${JSON.stringify(component.notGenerated)}`] : []),
      ),
    )
    .join('')}`;
}

function printFacts(facts: readonly Fact[]): string {
  let last = '';
  return facts
    .map((fact) => {
      const heading = `${fact.component} ${fact.kind}:`;
      const head = heading === last ? [] : [heading];
      last = heading;
      const places = fact.evidence.map((one) => `    - ${JSON.stringify(printEvidence(one))}`);
      return lines(...head, `  - ${fact.certainty}: ${JSON.stringify(fact.value)}`, ...places);
    })
    .join('');
}

function printFinding({ rule, component, severity, title, message, fix, effort, evidence }: Finding): string {
  return lines(
    `- ${severity} ${rule} ${component} ${JSON.stringify(effort)}:`,
    `    - ${JSON.stringify(printEvidence(evidence))}`,
    ...[title, message, fix].flatMap(texts),
  );
}

function texts(text: { readonly en: string; readonly 'zh-CN': string }): string[] {
  return [text.en, text['zh-CN']].map((sentence) => `    - ${JSON.stringify(sentence)}`);
}

function printEvidence(evidence: Evidence): string {
  const excerpt = evidence.excerpt === undefined ? '' : ` | ${evidence.excerpt}`;
  return `${placeOf(evidence)} ${evidence.by}${excerpt}`;
}

/** `file:line`, or the file alone. */
export function placeOf({
  file,
  line,
}: {
  readonly file: string;
  readonly line?: number | undefined;
}): string {
  return line === undefined ? file : `${file}:${line}`;
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
