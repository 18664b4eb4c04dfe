import { UsageError } from '../../model/errors.js';
import { inLanguage } from '../../model/text.js';
import type { CommandDefinition, RunCommand } from '../command.js';
import { cliTexts as texts } from '../texts/cli.js';

const shells = ['bash', 'zsh'] as const;
const common = ['--lang', '--verbose', '--quiet', '--no-color', '--help'];

/** `drydock completion`: a script for the shell, made from the same definitions as help. */
export const runCompletion: RunCommand = (words, _options, context) => {
  const [shell] = words;
  if (shell !== 'bash' && shell !== 'zsh') {
    throw new UsageError(inLanguage(texts.unknownShell(shell ?? ''), context.language));
  }
  context.terminal.write(shell === 'zsh' ? zshScript(context.commands) : bashScript(context.commands));
  return Promise.resolve(0);
};

type Commands = readonly CommandDefinition[];

/** What may follow on a command's own words: the commands below it. */
function below(commands: Commands, name: string): string[] {
  return commands.flatMap((definition) => {
    const [first, second] = definition.name.split(' ');
    return first === name && second !== undefined ? [second] : [];
  });
}

function optionsOf({ options, formats }: CommandDefinition): string[] {
  const own = options.flatMap(({ flags }) => longOf(flags) ?? []);
  return [...own, ...(formats.length > 0 ? ['--format'] : []), ...common];
}

function longOf(flags: string): string | undefined {
  return /--[\w-]+/.exec(flags)?.[0];
}

/** The values of a command's options that have few: `verify --level` with schema, policy, … */
function valuesOf({ name, options, formats }: CommandDefinition): [string, readonly string[]][] {
  const choices = options.flatMap(({ flags, choices: values }): [string, readonly string[]][] =>
    values ? [[`${name} ${longOf(flags) ?? ''}`, values]] : [],
  );
  return formats.length > 0 ? [...choices, [`${name} --format`, formats]] : choices;
}

function firstWords(commands: Commands): string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
}

function bashScript(commands: Commands): string {
  const groups = firstWords(commands).filter((name) => below(commands, name).length > 0);
  const words = [
    ...groups.map((name) => [name, below(commands, name)] as const),
    ...commands.map(
      (definition) =>
        [
          definition.name,
          [...(definition.name === 'completion' ? shells : []), ...optionsOf(definition)],
        ] as const,
    ),
  ];
  const line = (pattern: string, name: string, values: readonly string[]): string =>
    `    ${pattern}) ${name}="${values.join(' ')}" ;;`;
  return `_drydock() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words values=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...firstWords(commands), '--version', '--help'].join(' ')}" -- "$current"))
    return
  fi
  case $command in
    ${groups.join('|')}) if [ "$COMP_CWORD" -gt 2 ]; then command="$command \${COMP_WORDS[2]}"; fi ;;
  esac
  case "$command $before" in
    *" --lang") values="en zh-CN" ;;
${commands
  .flatMap(valuesOf)
  .map(([option, values]) => line(`"${option}"`, 'values', values))
  .join('\n')}
  esac
  if [ -n "$values" ]; then
    COMPREPLY=($(compgen -W "$values" -- "$current"))
    return
  fi
  case "$command" in
${words.map(([name, values]) => line(`"${name}"`, 'words', values)).join('\n')}
    *) words="--help" ;;
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    COMPREPLY=($(compgen -W "\${words%%--*}" -- "$current") $(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _drydock drydock
`;
}

function zshScript(commands: Commands): string {
  return `#compdef drydock
autoload -U +X bashcompinit && bashcompinit
${bashScript(commands)}`;
}
