import { analyzers } from '../../analyzers/registry.js';
import { code, page, table } from './markdown.js';
import type { Say } from './markdown.js';

/** `docs/reference/analyzers.md`: what is recognised, by which files. */
export function printAnalyzersPage(say: Say): string {
  const head = [
    say({ en: 'Analyzer', 'zh-CN': '分析器' }),
    say({ en: 'Recognises', 'zh-CN': '识别内容' }),
    say({ en: 'Reads', 'zh-CN': '读取的文件' }),
    say({ en: 'Marks an application', 'zh-CN': '应用根目录标志' }),
  ];
  return page([
    say({ en: '# Analyzers', 'zh-CN': '# 分析器参考' }),
    say({
      en: `${analyzers.length} analyzers, each a folder in \`analyzers/\`. \`drydock analyze PATH --why KIND\` shows the facts that they found, with file and line.`,
      'zh-CN': `共 ${analyzers.length} 个分析器，各自对应 \`analyzers/\` 下的一个目录。\`drydock analyze 路径 --why 类别\` 可查看其发现的事实及所在文件与行号。`,
    }),
    table(
      head,
      analyzers.map(({ id, title, files, roots }) => [
        code(id),
        say(title),
        files.map(code).join(' '),
        (roots ?? []).map(code).join(' '),
      ]),
    ),
  ]);
}
