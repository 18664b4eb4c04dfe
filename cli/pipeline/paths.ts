import { statSync } from 'node:fs';
import { UsageError } from '../../model/errors.js';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import { archiveKindOf } from '../../workspace/archive/archive-names.js';
import { cliTexts as texts } from '../texts/cli.js';

/**
 * A path that does not exist is a slip of the keyboard.
 *
 * @throws UsageError naming the first one.
 */
export function checkPaths(paths: readonly string[], language: Language): void {
  const missing = paths.find((path) => statSync(path, { throwIfNoEntry: false }) === undefined);
  if (missing === undefined) return;
  throw new UsageError(inLanguage(texts.noPath(missing), language), {
    hint: inLanguage(texts.noPathHint(), language),
  });
}

/**
 * What can be analysed is a directory or an archive; any other file is a slip, too.
 *
 * @throws UsageError naming the first one that is missing or neither.
 */
export function checkInputs(paths: readonly string[], language: Language): void {
  checkPaths(paths, language);
  const neither = paths.find((path) => !statSync(path).isDirectory() && archiveKindOf(path) === undefined);
  if (neither === undefined) return;
  throw new UsageError(inLanguage(texts.noInput(neither), language), {
    hint: inLanguage(texts.noPathHint(), language),
  });
}
