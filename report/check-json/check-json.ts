import type { CheckResult, CheckStatus } from '../../model/check.js';

/** Check results as one versioned document. */
export interface CheckDocument {
  readonly schema: 'https://drydock.dev/schema/checks/v1';
  readonly summary: Readonly<Record<CheckStatus, number>>;
  readonly results: readonly CheckResult[];
}

/** How many results have each status. */
export function summarize(results: readonly CheckResult[]): Record<CheckStatus, number> {
  const summary = { passed: 0, failed: 0, skipped: 0, errored: 0 };
  for (const { status } of results) summary[status]++;
  return summary;
}

/** Prints results as JSON, ending in a newline; texts are in both languages, as in the data. */
export function printCheckJson(results: readonly CheckResult[]): string {
  const document: CheckDocument = {
    schema: 'https://drydock.dev/schema/checks/v1',
    summary: summarize(results),
    results,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
