import type { OutputIncident, OutputRuleSet } from '../konveyor/output.js';
import { compileRe2 } from '../patterns/regex.js';
import type { ExpectedIncidents, ExpectedLocation, TestCase } from './test-file.js';

/** Says why a case fails on an output; undefined when it passes. The order of checks is kantra's. */
export function judgeCase(ruleId: string, test: TestCase, output: OutputRuleSet): string | undefined {
  const incidents = [output.violations?.[ruleId], output.insights?.[ruleId]].flatMap(
    (violation) => violation?.incidents ?? [],
  );
  const unmatched = output.unmatched?.includes(ruleId) ?? false;
  if (test.isUnmatched)
    return unmatched && incidents.length === 0
      ? undefined
      : `expected no match, found ${String(incidents.length)}: ${list(incidents)}`;
  if (unmatched && incidents.length === 0) return 'expected a match, found none';
  const missing = test.hasTags.find(
    (tag) => !output.tags?.some((found) => found === tag || fits(tag, found)),
  );
  if (missing !== undefined) return `expected the tag ${missing}, found ${output.tags?.join('; ') ?? 'none'}`;
  return test.incidents && judgeIncidents(test.incidents, incidents);
}

/** A regexp search or a substring; an invalid regexp counts as a match. */
function fits(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined || text.includes(pattern)) return true;
  const regex = compileRe2(pattern);
  return regex ? regex.test(text) : true;
}

function judgeIncidents(expected: ExpectedIncidents, all: readonly OutputIncident[]): string | undefined {
  const byMessage = all.filter((incident) => fits(expected.messageMatches, incident.message));
  const bySnippet = all.filter((incident) => fits(expected.codeSnipMatches, incident.codeSnip ?? ''));
  for (const incidents of [byMessage, bySnippet]) {
    const count = incidents.length;
    const found = `found ${String(count)}: ${list(incidents)}`;
    if (expected.exactly !== undefined && count !== expected.exactly)
      return `expected exactly ${String(expected.exactly)} incidents, ${found}`;
    if (expected.atLeast !== undefined && count < expected.atLeast)
      return `expected at least ${String(expected.atLeast)} incidents, ${found}`;
    if (expected.atMost !== undefined && count > expected.atMost)
      return `expected at most ${String(expected.atMost)} incidents, ${found}`;
  }
  const fault = expected.locations
    .map((location) => judgeLocation(location, all))
    .find((f) => f !== undefined);
  return fault;
}

function judgeLocation(location: ExpectedLocation, all: readonly OutputIncident[]): string | undefined {
  const path = location.fileURI.replace(/^file:\/\//, '').replace(/\/+/g, '/');
  const found = all.find(
    (incident) =>
      incident.lineNumber === location.lineNumber && decodeURIComponent(incident.uri).endsWith(path),
  );
  const place = `${path}:${String(location.lineNumber)}`;
  if (!found) return `expected an incident at ${place}, found: ${list(all)}`;
  if (!fits(location.messageMatches, found.message)) return `the message at ${place} is: ${found.message}`;
  return fits(location.codeSnipMatches, found.codeSnip ?? '') ? undefined : `the snippet at ${place} differs`;
}

function list(incidents: readonly OutputIncident[]): string {
  return incidents
    .slice(0, 10)
    .map(({ uri, lineNumber }) => `${uri.replace('file:///', '')}:${String(lineNumber ?? '-')}`)
    .join(', ');
}
