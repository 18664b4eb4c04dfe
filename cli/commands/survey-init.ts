import { inLanguage } from '../../model/text.js';
import { startInventory } from '../../survey/start-inventory.js';
import { valueOf } from '../command.js';
import type { RunCommand } from '../command.js';
import { formOf, writeInventory } from '../pipeline/survey-files.js';
import { surveyTexts as texts } from '../texts/survey.js';

/** `drydock survey init`. */
export const runSurveyInit: RunCommand = async (_words, options, { language, quiet, format, terminal }) => {
  const path = valueOf(options, 'output') ?? 'survey.xlsx';
  const form = formOf(path, valueOf(options, 'as'));
  const written = await writeInventory(startInventory(language), {
    path,
    form,
    language,
    force: options.force === true,
  });
  if (format === 'json') {
    const document = { schema: 'https://drydock.dev/schema/survey-init/v1', written };
    terminal.write(`${JSON.stringify(document, null, 2)}\n`);
  } else if (!quiet) terminal.write(`${inLanguage(texts.sendOut(path), language)}\n`);
  return 0;
};
