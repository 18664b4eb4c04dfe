import { UsageError } from '../../model/errors.js';
import { statusOf } from '../../survey/status.js';
import type { RunCommand } from '../command.js';
import { checkPaths } from '../pipeline/paths.js';
import { readInventory } from '../pipeline/survey-files.js';
import { printStatus } from '../print-survey.js';
import { surveyTexts as texts } from '../texts/survey.js';

/** `drydock survey status`. */
export const runSurveyStatus: RunCommand = async (words, _options, context) => {
  checkPaths(words, context.language);
  const { inventory } = await readInventory(words);
  if (inventory.tasks.length === 0) throw new UsageError(texts.noTasks(), { hint: texts.nothingHint() });
  const phases = statusOf(inventory, new Date().toISOString().slice(0, 10));
  if (context.format === 'json') {
    const document = { schema: 'https://drydock.dev/schema/survey-status/v1', phases };
    context.terminal.write(`${JSON.stringify(document, null, 2)}\n`);
  } else context.terminal.write(printStatus(phases, context));
  return 0;
};
