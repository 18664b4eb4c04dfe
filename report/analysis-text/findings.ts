import type { Finding, Severity } from '../../model/finding.js';
import { severities } from '../../model/finding.js';
import { pad } from '../check-text/wrap.js';
import { alignColumns, indent, paint, say } from './layout.js';
import type { AnalysisTextOptions } from './layout.js';
import { analysisTexts as texts } from './texts.js';

const colors: Readonly<Record<Severity, number>> = { blocker: 31, warning: 33, info: 36 };
/** Kinds of findings on the first screen; more scroll away. */
const shownGroups = 12;
/** Of the severity before a finding. */
const labelColumns = 8;

/** What stops a move, worst first; the same rule at many places of a component is told once, with how many there are. */
export function printFindings(findings: readonly Finding[], options: AnalysisTextOptions): string[] {
  const groups = options.verbose ? findings.map((finding) => [finding]) : groupFindings(findings);
  const sorted = severities.flatMap((severity) => groups.filter(([first]) => first?.severity === severity));
  const wanted = options.verbose ? sorted : sorted.filter(([first]) => first?.severity !== 'info');
  const shown = options.verbose ? wanted : wanted.slice(0, shownGroups);
  const heads = alignColumns(
    shown.flatMap(([first]) => (first ? [[first.component, first.rule, placeOf(first)]] : [])),
  );
  const lines = shown.flatMap((group, i) => {
    const [first] = group;
    if (!first) return [];
    const label = pad(say(texts.severity(first.severity), options), labelColumns);
    const message = printMessage(group, first, options);
    return [` ${paint(label, colors[first.severity], options)} ${heads[i] ?? ''}`, ...message];
  });
  const rest = findings.length - shown.reduce((total, group) => total + group.length, 0);
  return rest > 0 ? [...lines, ` ${say(texts.more(rest), options)}`] : lines;
}

function printMessage(group: readonly Finding[], first: Finding, options: AnalysisTextOptions): string[] {
  const more = group.length > 1 ? ` (${say(texts.places(group.length - 1), options)})` : '';
  return [
    ...indent(`${say(first.message, options)}${more}`, 10, options.width),
    ...indent(`→ ${say(first.fix, options)}`, 10, options.width),
  ];
}

function groupFindings(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.component} ${finding.rule}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** The file's name and line; the whole path in details and in JSON. */
function placeOf({ evidence }: Finding): string {
  const name = evidence.file.split('/').at(-1) ?? evidence.file;
  return evidence.line === undefined ? name : `${name}:${evidence.line}`;
}
