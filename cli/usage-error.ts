import type { CommanderError } from 'commander';
import { UsageError } from '../model/errors.js';
import { inLanguage } from '../model/text.js';
import type { Language, Text } from '../model/text.js';
import { cliTexts as texts } from './texts/cli.js';

/** Says in the user's language what commander found wrong with the words. */
export function toUsageError(error: CommanderError, language: Language): UsageError {
  const [first, suggestion] = error.message.split('\n');
  const message = (first ?? '').replace(/^error: /, '');
  const named = /'([^']+)'/.exec(message)?.[1] ?? message;
  const guess = /Did you mean (?:one of )?(.+?)\?/.exec(suggestion ?? '')?.[1];
  const hint = guess === undefined ? texts.seeHelp('drydock') : texts.didYouMean(guess);
  return new UsageError(inLanguage(describe(error.code, { named, message }), language), {
    hint: inLanguage(hint, language),
  });
}

function describe(code: string, { named, message }: { named: string; message: string }): Text {
  switch (code) {
    case 'commander.unknownOption':
      return texts.unknownOption(named);
    case 'commander.unknownCommand':
      return texts.unknownCommand(named);
    case 'commander.missingArgument':
      return texts.missingWord(named);
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return texts.missingValue(named);
    case 'commander.excessArguments':
      return texts.tooManyWords();
    default:
      return texts.invalidValue(message);
  }
}
