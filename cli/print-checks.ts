import type { CheckResult } from '../model/check.js';
import { printCheckJson } from '../report/check-json/check-json.js';
import { printCheckText } from '../report/check-text/check-text.js';
import { printJunit } from '../report/junit/junit.js';
import { printChecksSarif } from '../report/sarif/checks-to-sarif.js';
import { dockerfileRules } from '../verifier/policy/dockerfile-rules.js';
import { manifestRules, podSecurityRules } from '../verifier/policy/manifest-rules.js';
import type { CommandContext } from './command.js';
import { readVersion } from './version.js';

/** Prints verdicts in the form that was asked for. */
export function printChecks(results: readonly CheckResult[], context: CommandContext): string {
  const { language, color, width, verbose } = context;
  switch (context.format) {
    case 'json':
      return printCheckJson(results);
    case 'junit':
      return printJunit(results, { language });
    case 'sarif': {
      const known = [...podSecurityRules, ...manifestRules, ...dockerfileRules];
      return printChecksSarif(results, { language, version: readVersion(), rules: known });
    }
    default:
      return printCheckText(results, { language, color, width, verbose });
  }
}
