import { UsageError } from '../../model/errors.js';
import { inLanguage } from '../../model/text.js';
import { testRules } from '../../rules/load/test-rules.js';
import type { RunCommand } from '../command.js';
import { checkPaths } from '../pipeline/paths.js';
import { explainTexts as texts } from '../texts/explain.js';

/** `drydock rules test`. */
export const runRulesTest: RunCommand = (words, _options, context) => {
  const path = words[0] ?? '.';
  checkPaths([path], context.language);
  const { verdicts, problems } = testRules(path);
  if (verdicts.length === 0 && problems.length === 0) {
    throw new UsageError(texts.noTests(path), { hint: texts.noTestsHint() });
  }
  const failed = verdicts.filter(({ failure }) => failure !== undefined);
  if (context.format === 'json') {
    const document = { schema: 'https://drydock.dev/schema/rule-tests/v1', verdicts, problems };
    context.terminal.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    const shown = context.verbose ? verdicts : failed;
    const lines = [
      ...shown.map(({ file, rule, name, failure }) =>
        failure === undefined
          ? ` ✓ ${file} ${rule} ${name}`
          : ` ✗ ${file} ${rule} ${name}: ${inLanguage(failure, context.language)}`,
      ),
      ...problems.map(({ file, line, message }) => {
        const place = line === undefined ? file : `${file}:${line}`;
        return ` ! ${place} ${inLanguage(message, context.language)}`;
      }),
      ` ${inLanguage(texts.tested({ passed: verdicts.length - failed.length, failed: failed.length }), context.language)}`,
    ];
    context.terminal.write(`${lines.join('\n')}\n`);
  }
  return Promise.resolve(failed.length > 0 || problems.length > 0 ? 1 : 0);
};
