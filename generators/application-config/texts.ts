import type { Text } from '../../model/text.js';
import type { MissedChange } from './apply-changes.js';

const reasons: Readonly<Record<MissedChange['why'], Text>> = {
  'no-such-line': { en: 'the file has no such line', 'zh-CN': '文件没有这一行' },
  'no-such-value': { en: 'its value is not on the line', 'zh-CN': '该行没有此项的值' },
};

export function changeMissed(p: { file: string; line: number; key: string; why: MissedChange['why'] }): Text {
  return {
    en: `${p.file}:${p.line}: ${p.key} is left as it is: ${reasons[p.why].en}.`,
    'zh-CN': `${p.file}:${p.line}：${p.key} 保持原样：${reasons[p.why]['zh-CN']}。`,
  };
}

export function changeMissedHint(): Text {
  return {
    en: 'The file has changed since it was planned: plan again.',
    'zh-CN': '制定计划之后文件已发生变化，请重新制定计划。',
  };
}
