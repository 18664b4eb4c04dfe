import type { Evidence } from '../../model/evidence.js';
import type { Decision, ManualStep } from '../../model/plan.js';
import { say } from '../generation.js';
import type { Workshop } from '../generation.js';

/** One cell of a Markdown table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

/** What Markdown would take for its own marks (`*\/5 * * * *`) stands as code. */
function code(text: string): string {
  return /[*_`<[{]/.test(text) && !text.includes('`') ? `\`${text}\`` : text;
}

/** Where to look: `pom.xml:44, web.xml:3`, at most three places. */
function places(evidence: readonly Evidence[]): string {
  const all = [...new Set(evidence.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`)))];
  const shown = all.slice(0, 3).map((place) => `\`${place}\``);
  return all.length > 3 ? `${shown.join(', ')}, … (${all.length})` : shown.join(', ');
}

/** A row of the table of decisions; `edited` when the plan's value is no longer what the tool chose. */
export function decisionRow(workshop: Workshop, decision: Decision, prefix: string): Record<string, unknown> {
  const now = valueAt(workshop.plan, decision.subject);
  const edited = now !== undefined && JSON.stringify(now) !== JSON.stringify(decision.choice);
  return {
    subject: cell(decision.subject.slice(prefix.length)),
    choice: code(cell(brief(edited ? now : decision.choice))),
    edited,
    because: cell(say(workshop, decision.because)),
    places: cell(places(decision.evidence)),
  };
}

export function manualRow(workshop: Workshop, step: ManualStep): Record<string, unknown> {
  return {
    title: say(workshop, step.title),
    detail: say(workshop, step.detail),
    places: places(step.evidence),
  };
}

/** A value on one line; long ones are cut, the plan has them whole. */
function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function valueAt(root: unknown, path: string): unknown {
  let value: unknown = root;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
