import type { Text } from '../../model/text.js';

export const title: Text = { en: 'Composer', 'zh-CN': 'Composer' };

/** composer.json is no JSON object. */
export function brokenManifest(): Text {
  return {
    en: 'composer.json cannot be read as a JSON object; its requirements are unknown.',
    'zh-CN': 'composer.json 不是有效的 JSON 对象，无法得知其依赖要求。',
  };
}

/** What to do about it. */
export function mendManifest(): Text {
  return {
    en: 'Run "composer validate" and correct the file.',
    'zh-CN': '请运行 composer validate 并更正该文件。',
  };
}
