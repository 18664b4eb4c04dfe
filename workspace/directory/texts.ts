import type { Problem } from '../../model/problem.js';
import { errorCode } from '../../model/system-error.js';

type ProblemText = Pick<Problem, 'message' | 'hint'>;

/** Says the error's code alone: texts of system errors hold paths of this machine. */
export function unreadableText(what: 'file' | 'directory', error: unknown): ProblemText {
  const code = errorCode(error) || 'error';
  const chinese = what === 'file' ? '文件' : '目录';
  return {
    message: {
      en: `The ${what} can’t be read (${code}).`,
      'zh-CN': `无法读取该${chinese}（${code}）。`,
    },
    hint: {
      en: 'Give the user who runs the scan permission to read it, or leave it out on purpose.',
      'zh-CN': '请为执行扫描的用户授予读取权限，或有意将其排除。',
    },
  };
}

export function notFoundText(): ProblemText {
  return {
    message: { en: 'There is no such file or directory.', 'zh-CN': '文件或目录不存在。' },
    hint: { en: 'Check the path.', 'zh-CN': '请检查路径。' },
  };
}

export function emptyText(): ProblemText {
  return {
    message: { en: 'There are no files in this directory.', 'zh-CN': '该目录中没有任何文件。' },
    hint: {
      en: 'Check that the path is right, and that submodules and mounts are there.',
      'zh-CN': '请确认路径正确，且子模块与挂载内容已就绪。',
    },
  };
}

export function linkOutsideText(target: string): ProblemText {
  return {
    message: {
      en: `The link points to “${target}”, which is outside of the application or missing; it was not followed.`,
      'zh-CN': `该链接指向“${target}”，位于应用目录之外或不存在，未跟随。`,
    },
    hint: {
      en: 'Scan a directory that contains the target too, or copy the target into the application.',
      'zh-CN': '请扫描同时包含该目标的目录，或将目标复制到应用目录中。',
    },
  };
}

export function linkLoopText(target: string): ProblemText {
  return {
    message: {
      en: `The link points to “${target}”, which leads back to it; it was not followed.`,
      'zh-CN': `该链接指向“${target}”，形成循环，未跟随。`,
    },
    hint: { en: 'Remove the link if nothing needs it.', 'zh-CN': '如无需要，请删除该链接。' },
  };
}

export function tooDeepText(limit: number): ProblemText {
  return {
    message: {
      en: `Directories are nested more than ${limit} deep; this one was not read.`,
      'zh-CN': `目录嵌套超过 ${limit} 层，该目录未读取。`,
    },
    hint: { en: 'Scan it on its own.', 'zh-CN': '请单独扫描该目录。' },
  };
}

export function tooManyFilesText(limit: number): ProblemText {
  return {
    message: {
      en: `There are more than ${limit} files; the rest was left out.`,
      'zh-CN': `文件数量超过 ${limit} 个，其余文件已忽略。`,
    },
    hint: { en: 'Scan the applications one at a time.', 'zh-CN': '请逐个应用进行扫描。' },
  };
}
