import { UsageError } from '../../model/errors.js';
import { inLanguage } from '../../model/text.js';
import type { CommandDefinition, RunCommand } from '../command.js';
import { cliTexts as texts } from '../texts/cli.js';

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

function optionsOf(commands: Commands, name: string): string[] {
  const own = commands
    .filter((definition) => definition.name === name || definition.name.startsWith(`${name} `))
    .flatMap(({ options, formats }) => [
      ...options.flatMap(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? []),
      ...(formats.length > 0 ? ['--format'] : []),
    ]);
  return [...own, ...common];
}

function firstWords(commands: Commands): string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
}

function bashScript(commands: Commands): string {
  const cases = firstWords(commands).map((name) => {
    const below = commands.flatMap((definition) => {
      const [first, second] = definition.name.split(' ');
      return first === name && second !== undefined ? second : [];
    });
    return `    ${name}) words="${[...below, ...optionsOf(commands, name)].join(' ')}" ;;`;
  });
  return `_drydock() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...firstWords(commands), '--version', '--help'].join(' ')}" -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
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
