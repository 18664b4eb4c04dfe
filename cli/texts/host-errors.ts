import type { Text } from '../../model/text.js';

export interface HostError {
  readonly message: (path: string) => Text;
  readonly hint: Text;
}

const permissions: HostError = {
  message: (path) => ({ en: `no permission for ${path}`, 'zh-CN': `没有访问 ${path} 的权限` }),
  hint: {
    en: 'choose another place with -o, or run as a user who may read and write there',
    'zh-CN': '请用 -o 指定其他位置，或改用对该位置有读写权限的用户',
  },
};

/** What the operating system refuses, by its code. https://nodejs.org/api/errors.html#common-system-errors */
export const hostErrors: Readonly<Record<string, HostError>> = {
  EACCES: permissions,
  EPERM: permissions,
  EROFS: {
    message: (path) => ({ en: `${path} is on a read-only file system`, 'zh-CN': `${path} 位于只读文件系统` }),
    hint: { en: 'choose another place with -o', 'zh-CN': '请用 -o 指定其他位置' },
  },
  ENOSPC: {
    message: (path) => ({ en: `no space left to write ${path}`, 'zh-CN': `磁盘空间不足，无法写入 ${path}` }),
    hint: { en: 'free some space, then run it again', 'zh-CN': '请清理磁盘空间后重试' },
  },
  ENOTDIR: {
    message: (path) => ({
      en: `a part of ${path} is a file, not a directory`,
      'zh-CN': `${path} 的某一级是文件而非目录`,
    }),
    hint: { en: 'choose another place with -o', 'zh-CN': '请用 -o 指定其他位置' },
  },
  EEXIST: {
    message: (path) => ({ en: `${path} exists and is no directory`, 'zh-CN': `${path} 已存在且不是目录` }),
    hint: { en: 'choose another place with -o', 'zh-CN': '请用 -o 指定其他位置' },
  },
  EISDIR: {
    message: (path) => ({ en: `${path} is a directory, not a file`, 'zh-CN': `${path} 是目录而非文件` }),
    hint: { en: 'name a file', 'zh-CN': '请指定一个文件' },
  },
  ENOENT: {
    message: (path) => ({ en: `${path} does not exist`, 'zh-CN': `${path} 不存在` }),
    hint: { en: 'check the path', 'zh-CN': '请检查路径' },
  },
};

/** A directory whose parent exists and that can't be made all the same, as below /proc. */
export const noDirectoriesHere: HostError = {
  message: (path) => ({
    en: `no directory can be made at ${path}`,
    'zh-CN': `无法创建目录 ${path}`,
  }),
  hint: { en: 'choose another place with -o', 'zh-CN': '请用 -o 指定其他位置' },
};
