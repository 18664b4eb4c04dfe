import { UsageError } from '../../model/errors.js';
import { inLanguage } from '../../model/text.js';
import { formList } from '../../survey/forms/forms.js';
import { entriesOf } from '../../survey/inventory.js';
import type { Inventory } from '../../survey/inventory.js';
import { valueOf } from '../command.js';
import type { RunCommand } from '../command.js';
import { checkPaths } from '../pipeline/paths.js';
import { formOf, readInventory, writeInventory } from '../pipeline/survey-files.js';
import { printImport } from '../print-survey.js';
import { surveyTexts as texts } from '../texts/survey.js';

/** `drydock survey import`. */
export const runSurveyImport: RunCommand = async (words, options, context) => {
  const { language, terminal } = context;
  checkPaths(words, language);
  const { inventory, problems } = await readInventory(words);
  const path = valueOf(options, 'output');
  if (context.format === 'json') {
    const document = {
      schema: 'https://drydock.dev/schema/survey-import/v1',
      forms: rowsOf(inventory),
      problems,
    };
    terminal.write(`${JSON.stringify(document, null, 2)}\n`);
  } else terminal.write(printImport(inventory, problems, context));
  if (formList.every(({ id }) => entriesOf(inventory, id).length === 0)) {
    throw new UsageError(texts.nothing(), { hint: texts.nothingHint() });
  }
  if (path !== undefined) {
    const form = formOf(path, valueOf(options, 'as'));
    await writeInventory(inventory, { path, form, language, force: options.force === true });
    if (context.format === 'text' && !context.quiet)
      terminal.write(`${inLanguage(texts.written(path), language)}\n`);
  }
  return 0;
};

function rowsOf(inventory: Inventory): Readonly<Record<string, unknown>> {
  return Object.fromEntries(formList.map(({ id }) => [id, entriesOf(inventory, id)]));
}
