import type { Text } from '../../model/text.js';
import type { OutputIncident, OutputRuleSet } from '../konveyor/output.js';
import { compileRe2 } from '../patterns/regex.js';
import { verdictTexts } from './texts.js';
import type { ExpectedIncidents, ExpectedLocation, TestCase } from './test-file.js';

/** Says why a case fails on an output; undefined when it passes. The order of checks is kantra's. */
export function judgeCase(ruleId: string, test: TestCase, output: OutputRuleSet): Text | undefined {
  const incidents = [output.violations?.[ruleId], output.insights?.[ruleId]].flatMap(
    (violation) => violation?.incidents ?? [],
  );
  const unmatched = output.unmatched?.includes(ruleId) ?? false;
  if (test.isUnmatched)
    return unmatched && incidents.length === 0
      ? undefined
      : verdictTexts.unexpected(incidents.length, list(incidents));
  if (unmatched && incidents.length === 0) return verdictTexts.unmatched();
  const missing = test.hasTags.find(
    (tag) => !output.tags?.some((found) => found === tag || fits(tag, found)),
  );
  if (missing !== undefined) return verdictTexts.tagMissing(missing, output.tags?.join('; ') ?? '');
  return test.incidents && judgeIncidents(test.incidents, incidents);
}

/** A regexp search or a substring; an invalid regexp counts as a match. */
function fits(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined || text.includes(pattern)) return true;
  const regex = compileRe2(pattern);
  return regex ? regex.test(text) : true;
}

function judgeIncidents(expected: ExpectedIncidents, all: readonly OutputIncident[]): Text | undefined {
  const byMessage = all.filter((incident) => fits(expected.messageMatches, incident.message));
  const bySnippet = all.filter((incident) => fits(expected.codeSnipMatches, incident.codeSnip ?? ''));
  for (const incidents of [byMessage, bySnippet]) {
    const { exactly, atLeast, atMost } = expected;
    const count = incidents.length;
    const places = list(incidents);
    if (exactly !== undefined && count !== exactly)
      return verdictTexts.wrongCount('exactly', exactly, count, places);
    if (atLeast !== undefined && count < atLeast)
      return verdictTexts.wrongCount('atLeast', atLeast, count, places);
    if (atMost !== undefined && count > atMost)
      return verdictTexts.wrongCount('atMost', atMost, count, places);
  }
  return expected.locations
    .map((location) => judgeLocation(location, all))
    .find((fault) => fault !== undefined);
}

function judgeLocation(location: ExpectedLocation, all: readonly OutputIncident[]): Text | undefined {
  const path = location.fileURI.replace(/^file:\/\//, '').replace(/\/+/g, '/');
  const found = all.find(
    (incident) =>
      incident.lineNumber === location.lineNumber && decodeURIComponent(incident.uri).endsWith(path),
  );
  const place = `${path}:${String(location.lineNumber)}`;
  if (!found) return verdictTexts.placeMissing(place, list(all));
  if (!fits(location.messageMatches, found.message)) return verdictTexts.messageDiffers(place, found.message);
  return fits(location.codeSnipMatches, found.codeSnip ?? '')
    ? undefined
    : verdictTexts.snippetDiffers(place);
}

function list(incidents: readonly OutputIncident[]): string {
  return incidents
    .slice(0, 10)
    .map(({ uri, lineNumber }) => `${uri.replace('file:///', '')}:${String(lineNumber ?? '-')}`)
    .join(', ');
}
