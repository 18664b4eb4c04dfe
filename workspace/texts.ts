import type { Problem } from '../model/problem.js';
import { sameText } from '../model/text.js';
import type { Text } from '../model/text.js';

type ProblemText = Pick<Problem, 'message' | 'hint'>;

/** A size for people: `64 MB`. */
function size(bytes: number): string {
  const mega = bytes / (1024 * 1024);
  return mega >= 1024 ? `${(mega / 1024).toFixed(1)} GB` : `${mega.toFixed(mega < 10 ? 1 : 0)} MB`;
}

export function fileTooLargeText(bytes: number, limit: number): ProblemText {
  return {
    message: {
      en: `The file is ${size(bytes)}; files above ${size(limit)} are not read.`,
      'zh-CN': `文件大小为 ${size(bytes)}，超过 ${size(limit)} 的文件不会被读取。`,
    },
    hint: {
      en: 'If it is data or a dump, leave it out of the scanned directory.',
      'zh-CN': '如果是数据或转储文件，请将其移出扫描目录。',
    },
  };
}

export function parseFailedText(format: string, reason: string | Text): ProblemText {
  const { en, 'zh-CN': chinese } = typeof reason === 'string' ? sameText(reason) : reason;
  return {
    message: {
      en: `This is not valid ${format}: ${en}`,
      'zh-CN': `不是有效的 ${format}：${chinese}`,
    },
    hint: {
      en: 'Correct the file; until then nothing is concluded from it.',
      'zh-CN': '请修正该文件；在此之前不会依据它得出任何结论。',
    },
  };
}

export function xmlEntityText(name: string): ProblemText {
  return {
    message: {
      en: `The document type declares the entity “${name}”; declared entities are never resolved.`,
      'zh-CN': `文档类型声明了实体“${name}”；自定义实体一律不会被解析。`,
    },
    hint: {
      en: 'Put the text where the entity is used, if it matters for the migration.',
      'zh-CN': '如果该内容对迁移有意义，请在引用处直接写出文本。',
    },
  };
}

export function tooManyEntriesText(limit: number): ProblemText {
  return {
    message: {
      en: `The document unfolds to more than ${limit} values; it was not evaluated.`,
      'zh-CN': `该文档展开后超过 ${limit} 个值，未对其求值。`,
    },
    hint: {
      en: 'Check it for aliases that refer to one another.',
      'zh-CN': '请检查其中是否存在相互引用的别名。',
    },
  };
}
