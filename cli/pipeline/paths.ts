import { statSync } from 'node:fs';
import { UsageError } from '../../model/errors.js';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
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
