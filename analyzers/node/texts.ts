import type { Text } from '../../model/text.js';

export const title: Text = { en: 'Node.js', 'zh-CN': 'Node.js' };

/** package.json is no JSON object. */
export function brokenManifest(): Text {
  return {
    en: 'package.json cannot be read as a JSON object; the package is left out.',
    'zh-CN': 'package.json 不是有效的 JSON 对象，已跳过该包。',
  };
}

/** What to do about it. */
export function mendManifest(): Text {
  return {
    en: 'Correct the file; "npm pkg fix" shows where it breaks.',
    'zh-CN': '请更正该文件，可用 npm pkg fix 定位错误。',
  };
}
