import type { CommandDefinition } from '../../cli/command.js';
import { commandDefinitions } from '../../cli/commands/definitions.js';
import { cliTexts as texts } from '../../cli/texts/cli.js';
import { code, page, table } from './markdown.js';
import type { Say } from './markdown.js';

/** `docs/reference/cli.md`: what `--help` says, on one page. */
export function printCliPage(say: Say): string {
  const common = [
    [code('--lang <language>'), say(texts.lang())],
    [code('-v, --verbose'), say(texts.verbose())],
    [code('-q, --quiet'), say(texts.quiet())],
    [code('--no-color'), say(texts.noColor())],
    [code('-h, --help'), say(texts.help())],
  ];
  const option = say({ en: 'Option', 'zh-CN': '选项' });
  const meaning = say({ en: 'Meaning', 'zh-CN': '说明' });
  return page([
    say({ en: '# Command line', 'zh-CN': '# 命令行参考' }),
    say(texts.about()),
    say(texts.exitCodes()),
    say({ en: '## Options of every command', 'zh-CN': '## 所有命令共有的选项' }),
    table([option, meaning], common),
    ...commandDefinitions.flatMap((definition) => printCommand(definition, say)),
  ]);
}

function printCommand(definition: CommandDefinition, say: Say): string[] {
  const { name, words, text, options, formats, examples } = definition;
  const rows = options.map(({ flags, text: meaning, choices, value }) => [
    code(flags),
    say(meaning),
    (choices ?? []).map(code).join(' '),
    code(value ?? ''),
  ]);
  const [standard = ''] = formats;
  const format = [
    code('--format <format>'),
    say(texts.format()),
    formats.map(code).join(' '),
    code(standard),
  ];
  const all = formats.length > 0 ? [...rows, format] : rows;
  const head = [
    say({ en: 'Option', 'zh-CN': '选项' }),
    say({ en: 'Meaning', 'zh-CN': '说明' }),
    say({ en: 'Values', 'zh-CN': '可选值' }),
    say({ en: 'Default', 'zh-CN': '默认值' }),
  ];
  const lines = examples.flatMap(({ line, text: why }) => [`# ${say(why)}`, line]);
  return [
    `## drydock ${name}`,
    say(text),
    code(`drydock ${name} ${words}`.trim()),
    all.length > 0 ? table(head, all) : '',
    ['```sh', ...lines, '```'].join('\n'),
  ];
}
