import { sortBy } from '../../model/order.js';
import type { Incident } from '../engine/condition.js';
import { renderMustache } from '../engine/mustache.js';
import type { Rule } from '../engine/rule.js';
import type { Scope } from '../engine/scope.js';
import { readCustomVariables } from './custom-variables.js';
import type { OutputIncident } from './output.js';
import { makeSnippet } from './snippet.js';

export interface IncidentLimits {
  /** Per rule; 0 is none. */
  readonly incidents: number;
  /** Per file and rule; 0 is none. */
  readonly snippets: number;
  /** Lines above and below. */
  readonly contextLines: number;
}

/** Makes a rule's incidents: message, snippet and variables; equal ones are one, the first wins. */
export function makeIncidents(
  rule: Rule,
  incidents: readonly Incident[],
  scope: Scope,
  limits: IncidentLimits,
): OutputIncident[] {
  const known = new Set<string>();
  const snippets = new Map<string, number>();
  const made: OutputIncident[] = [];
  for (const incident of incidents) {
    if (limits.incidents > 0 && made.length >= limits.incidents) break;
    const path = incident.file?.path ?? '';
    const shown = snippets.get(path) ?? 0;
    const wantsSnippet = limits.snippets === 0 || shown < limits.snippets;
    const codeSnip = wantsSnippet ? snippetOf(incident, scope, limits.contextLines) : undefined;
    const result = makeIncident(rule, incident, codeSnip);
    const key = JSON.stringify([result.uri, result.message, result.lineNumber]);
    if (known.has(key)) continue;
    known.add(key);
    if (codeSnip !== undefined) snippets.set(path, shown + 1);
    made.push(result);
  }
  return sortBy(made, ({ uri, message, lineNumber, codeSnip }) => [
    uri,
    lineNumber ?? 0,
    message,
    codeSnip ?? '',
  ]);
}

function snippetOf(incident: Incident, scope: Scope, contextLines: number): string | undefined {
  if (!incident.file || incident.line === undefined || incident.snippet === 'none') return undefined;
  return makeSnippet(scope, incident.file, incident.line, { style: incident.snippet, contextLines });
}

function makeIncident(rule: Rule, incident: Incident, codeSnip: string | undefined): OutputIncident {
  const custom = readCustomVariables(rule.customVariables, incident.line, codeSnip);
  const variables = { ...incident.variables, ...custom };
  const data = { ...variables, ...(incident.line === undefined ? {} : { lineNumber: incident.line }) };
  return {
    uri: incident.file ? uriOf(incident.file.path) : '',
    message: renderMustache(rule.message ?? '', data, { escape: true }),
    ...(codeSnip === undefined ? {} : { codeSnip }),
    ...(incident.line === undefined ? {} : { lineNumber: incident.line }),
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
    isDependencyIncident: false,
  };
}

/** A URI relative to the location, as Konveyor writes it when the location was given as a relative path. */
export function uriOf(path: string): string {
  return `file:///${path.split('/').map(encodeURIComponent).join('/')}`;
}
