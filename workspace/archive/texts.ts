import type { Problem } from '../../model/problem.js';

type ProblemText = Pick<Problem, 'message' | 'hint'>;

const checkTheArchive = {
  en: 'Check where the archive comes from, and build or download it again.',
  'zh-CN': '请核实该归档文件的来源，并重新构建或下载。',
};

export function unsafeNameText(name: string): ProblemText {
  return {
    message: {
      en: `The member “${name}” has a name that leads out of the archive; it was skipped.`,
      'zh-CN': `成员“${name}”的名称指向归档之外，已跳过。`,
    },
    hint: checkTheArchive,
  };
}

export function duplicateNameText(): ProblemText {
  return {
    message: {
      en: 'The archive has several members of this name; the first one was taken.',
      'zh-CN': '归档中存在多个同名成员，已采用第一个。',
    },
    hint: checkTheArchive,
  };
}

export function truncatedText(found: number): ProblemText {
  return {
    message: {
      en: `The archive is incomplete; ${found} members could be read.`,
      'zh-CN': `归档文件不完整，仅能读取 ${found} 个成员。`,
    },
    hint: {
      en: 'Copy or download it again; what is missing is not in the results.',
      'zh-CN': '请重新复制或下载；缺失的内容不会出现在结果中。',
    },
  };
}

export function notAnArchiveText(): ProblemText {
  return {
    message: {
      en: 'This is no archive, in spite of its name.',
      'zh-CN': '该文件并非归档文件，尽管其扩展名如此。',
    },
    hint: checkTheArchive,
  };
}

export function encryptedText(): ProblemText {
  return {
    message: { en: 'The member is encrypted and can’t be read.', 'zh-CN': '该成员已加密，无法读取。' },
    hint: { en: 'Provide the archive without a password.', 'zh-CN': '请提供未设置密码的归档文件。' },
  };
}

export function unknownMethodText(method: number): ProblemText {
  return {
    message: {
      en: `The member is packed with method ${method}, which is not supported.`,
      'zh-CN': `该成员使用了不受支持的压缩方法 ${method}。`,
    },
    hint: {
      en: 'Pack the archive again with the usual deflate method.',
      'zh-CN': '请使用常规的 deflate 方法重新打包。',
    },
  };
}

export function corruptMemberText(): ProblemText {
  return {
    message: { en: 'The member is damaged and can’t be unpacked.', 'zh-CN': '该成员已损坏，无法解压。' },
    hint: checkTheArchive,
  };
}

export function bombText(): ProblemText {
  return {
    message: {
      en: 'Unpacked, this would be far larger than it says or than any sensible file; it was not unpacked.',
      'zh-CN': '解压后的大小远超其声明或合理范围，已拒绝解压。',
    },
    hint: {
      en: 'It has the marks of a decompression bomb. If it is genuine, unpack it yourself and scan the directory.',
      'zh-CN': '该文件具有压缩炸弹的特征。如确属正常文件，请自行解压后扫描目录。',
    },
  };
}

export function totalTooLargeText(): ProblemText {
  return {
    message: {
      en: 'The archives of this input unpack to more than the limit; the rest was not unpacked.',
      'zh-CN': '该输入中各归档解压后的总大小超过上限，其余内容未解压。',
    },
    hint: {
      en: 'Scan the archives one at a time.',
      'zh-CN': '请逐个扫描这些归档文件。',
    },
  };
}

export function tooManyMembersText(limit: number): ProblemText {
  return {
    message: {
      en: `The archive has more than ${limit} members; the rest was left out.`,
      'zh-CN': `归档成员超过 ${limit} 个，其余成员已忽略。`,
    },
    hint: {
      en: 'Unpack it and scan the directory with the parts that matter.',
      'zh-CN': '请解压后仅扫描其中需要的部分。',
    },
  };
}

export function tooDeepText(limit: number): ProblemText {
  return {
    message: {
      en: `Archives are nested more than ${limit} deep; this one was not opened.`,
      'zh-CN': `归档嵌套超过 ${limit} 层，该归档未打开。`,
    },
    hint: {
      en: 'Unpack the outer archives and scan the directory.',
      'zh-CN': '请先解压外层归档，再扫描目录。',
    },
  };
}

export function linkInArchiveText(target: string): ProblemText {
  return {
    message: {
      en: `The link points to “${target}”, which is not in the archive.`,
      'zh-CN': `该链接指向“${target}”，而归档中不存在该目标。`,
    },
    hint: {
      en: 'Pack the file itself instead of a link to it.',
      'zh-CN': '请直接打包文件本身，而不是指向它的链接。',
    },
  };
}
