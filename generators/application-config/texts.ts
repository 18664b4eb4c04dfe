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
    en: 'If the file has changed since it was planned, plan again; else change it by hand and mount it.',
    'zh-CN': '如果文件在制定计划之后有变化，请重新制定计划；否则请手工修改并挂载该文件。',
  };
}

export function secretReplaced(p: { file: string; line: number; placeholder: string }): Text {
  return {
    en: `${p.file}:${p.line}: a secret that the plan does not know is replaced by ${p.placeholder}.`,
    'zh-CN': `${p.file}:${p.line}：计划中没有的密钥已替换为 ${p.placeholder}。`,
  };
}

export function secretReplacedHint(): Text {
  return {
    en: 'Fill the placeholder in before deploying, or read the value from the environment.',
    'zh-CN': '部署前请填写该占位符，或改为从环境变量读取。',
  };
}
