import type { Text } from '../../model/text.js';
import { sameText } from '../../model/text.js';

/** The validator's commonest complaints in words of our own; what is rare is quoted as it is. */
export function describeXmlFault(message: string): Text {
  const unclosed = /^Unclosed tag '(.+)'\.$/.exec(message)?.[1] ?? lastUnclosed(message);
  if (unclosed !== undefined) {
    return {
      en: `the text ends before <${unclosed}> is closed`,
      'zh-CN': `文本结束时 <${unclosed}> 仍未闭合`,
    };
  }
  const crossed =
    /^Expected closing tag '(.+)' \(opened in line (\d+), .*instead of closing tag '(.+)'\.$/.exec(message);
  if (crossed) {
    const [, expected = '', line = '', found = ''] = crossed;
    return {
      en: `</${found}> stands where </${expected}> should (opened in line ${line})`,
      'zh-CN': `此处应为 </${expected}>（开始于第 ${line} 行），实际为 </${found}>`,
    };
  }
  const stray = /^Closing tag '(.+)' has not been opened\.$/.exec(message)?.[1];
  if (stray !== undefined) {
    return { en: `</${stray}> was never opened`, 'zh-CN': `</${stray}> 没有对应的开始标签` };
  }
  if (/^Start tag expected\.|^there is no element$/.test(message)) {
    return { en: 'there is no element', 'zh-CN': '没有任何元素' };
  }
  if (/^char '&' is not expected\.$/.test(message)) {
    return { en: 'an & is not written as &amp;', 'zh-CN': '& 未写作 &amp;' };
  }
  return sameText(message);
}

/** The innermost of several tags that are still open at the end: `Invalid '["project","packaging"]' found.` */
export function lastUnclosed(message: string): string | undefined {
  const names = /^Invalid '(\[".*"\])' found\.$/.exec(message)?.[1];
  return names === undefined ? undefined : (JSON.parse(names) as string[]).at(-1);
}
