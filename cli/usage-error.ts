import type { CommanderError } from 'commander';
import { UsageError } from '../model/errors.js';
import type { Text } from '../model/text.js';
import { cliTexts as texts } from './texts/cli.js';

/** Says in words of our own what commander found wrong; `command` is the one that was asked for: `drydock analyze`. */
export function toUsageError(error: CommanderError, command: string): UsageError {
  const [first, suggestion] = error.message.split('\n');
  const message = (first ?? '').replace(/^error: /, '');
  const named = /'([^']+)'/.exec(message)?.[1] ?? message;
  const guess = /Did you mean (?:one of )?(.+?)\?/.exec(suggestion ?? '')?.[1];
  const hint = guess === undefined ? texts.seeHelp(command) : texts.didYouMean(guess);
  return new UsageError(describe(error.code, { named, message }), { hint });
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
      return describeChoice(message);
  }
}

/** `option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json.` */
function describeChoice(message: string): Text {
  const parts =
    /^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/.exec(
      message,
    );
  if (!parts) return texts.invalidValue(message);
  const [, option = '', value = '', choices = ''] = parts;
  return texts.invalidChoice({ option, value, choices: choices.split(', ') });
}
