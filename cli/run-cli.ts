import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../model/errors.js';
import { inLanguage } from '../model/text.js';
import type { Language, Text } from '../model/text.js';
import type { CommandDefinition, ExitCode, OptionValues } from './command.js';
import { chooseLanguage } from './language.js';
import { printError } from './print-error.js';
import { createProgress } from './progress.js';
import type { Terminal } from './terminal.js';
import { commandDefinitions } from './commands/definitions.js';
import { cliTexts as texts } from './texts/cli.js';
import { groupTexts } from './texts/groups.js';
import { toUsageError } from './usage-error.js';
import { readVersion } from './version.js';

interface Run {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Runs a command line, without the program's name, and answers the exit code. Never throws for what a user does. */
export async function runCli(words: readonly string[], run: Run): Promise<ExitCode> {
  const chosen = chooseLanguage(words, run.terminal.env);
  const language = chosen ?? 'en';
  try {
    if (!chosen) throw new UsageError(inLanguage(texts.unknownLanguage(), language));
    let code: ExitCode = 0;
    const program = createProgram({ ...run, language, finish: (result) => (code = result) });
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Without a command, help was printed.
      if (error.code === 'commander.help') return 2;
      return printError(toUsageError(error, commandNamed(words)), { terminal: run.terminal, language });
    }
    if (run.signal.aborted) {
      run.terminal.writeError(`${inLanguage(texts.stopped(), language)}\n`);
      return 1;
    }
    return printError(error, { terminal: run.terminal, language });
  }
}

/** The command that the first words name, for a hint at its help. */
function commandNamed(words: readonly string[]): string {
  const named = commandDefinitions.find(({ name }) => name.split(' ').every((part, i) => words[i] === part));
  return named ? `drydock ${named.name}` : 'drydock';
}

interface ProgramOptions extends Run {
  readonly language: Language;
  readonly finish: (code: ExitCode) => void;
}

function createProgram(options: ProgramOptions): Command {
  const { language, terminal } = options;
  const say = (text: Text): string => inLanguage(text, language);
  const root = prepare(new Command('drydock'), options)
    .description(say(texts.about()))
    .version(readVersion(), '-V, --version', say(texts.version()))
    .option('--lang <language>', say(texts.lang()))
    .helpCommand(false)
    .addHelpText('after', `\n${say(texts.exitCodes())}`);
  const groups = new Map<string, Command>();
  for (const definition of commandDefinitions) {
    const [first, second] = definition.name.split(' ');
    let parent = root;
    if (second !== undefined && first !== undefined) {
      parent =
        groups.get(first) ??
        prepare(root.command(first), options)
          .description(say(groupTexts(first)))
          .helpCommand(false);
      groups.set(first, parent);
    }
    addCommand(parent.command(second ?? definition.name), definition, options);
  }
  return root.configureOutput({
    writeOut: terminal.write,
    writeErr: terminal.writeError,
    // Errors are told by printError, in words of our own.
    outputError: () => undefined,
  });
}

/** What every command needs before it has options: errors are thrown, titles are in the user's language. */
function prepare(command: Command, { language, terminal }: ProgramOptions): Command {
  const titles: Readonly<Record<string, Text>> = {
    'Usage:': texts.usage(),
    'Options:': texts.options(),
    'Commands:': texts.commands(),
    'Arguments:': texts.words(),
  };
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .helpOption('-h, --help', inLanguage(texts.help(), language))
    .configureHelp({
      helpWidth: terminal.columns(),
      optionDescription: ({ description, argChoices, defaultValue }) =>
        inLanguage(
          texts.optionHelp({
            text: description,
            choices: argChoices ?? [],
            ...(typeof defaultValue === 'string' && { standard: defaultValue }),
          }),
          language,
        ),
      styleTitle: (title) => {
        const text = titles[title];
        return text ? inLanguage(text, language) : title;
      },
    })
    .configureOutput({
      writeOut: terminal.write,
      writeErr: terminal.writeError,
      // Errors are told by printError, in words of our own.
      outputError: () => undefined,
    });
}

function addCommand(command: Command, definition: CommandDefinition, options: ProgramOptions): void {
  const say = (text: Text): string => inLanguage(text, options.language);
  prepare(command, options).description(say(definition.text)).allowExcessArguments(false);
  if (definition.words !== '') command.arguments(definition.words);
  for (const { flags, text, choices, value } of definition.options) {
    const option = new Option(flags, say(text));
    if (choices) option.choices([...choices]);
    if (value !== undefined) option.default(value);
    command.addOption(option);
  }
  const [standard] = definition.formats;
  if (standard !== undefined) {
    const format = new Option('--format <format>', say(texts.format()));
    command.addOption(format.choices([...definition.formats]).default(standard));
  }
  command
    .option('--lang <language>', say(texts.lang()))
    .option('-v, --verbose', say(texts.verbose()))
    .option('-q, --quiet', say(texts.quiet()))
    .option('--no-color', say(texts.noColor()));
  const lines = definition.examples.map(({ line, text }) => `  $ ${line}\n      ${say(text)}`);
  command.addHelpText('after', `\n${say(texts.examples())}\n${lines.join('\n')}`);
  command.action(async () => {
    options.finish(await runCommand(definition, command, options));
  });
}

async function runCommand(
  definition: CommandDefinition,
  command: Command,
  { terminal, language, signal }: ProgramOptions,
): Promise<ExitCode> {
  const values = command.opts<OptionValues>();
  const quiet = values.quiet === true;
  const progress = createProgress({ terminal, language, quiet });
  const { env } = terminal;
  const color = values.color !== false && (env.NO_COLOR ?? '') === '' && terminal.interactive;
  const format = typeof values.format === 'string' ? values.format : 'text';
  try {
    const run = await definition.load();
    return await run(command.args, values, {
      commands: commandDefinitions,
      terminal,
      language,
      signal,
      progress,
      format,
      quiet,
      verbose: values.verbose === true,
      color,
      width: terminal.columns(),
    });
  } finally {
    progress.end();
  }
}
