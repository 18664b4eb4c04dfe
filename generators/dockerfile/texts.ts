import type { Text } from '../../model/text.js';

/** Comments of generated Dockerfiles. */
export const dockerfileComments = {
  caBundle: {
    en: 'Trust the authorities given with --build-arg CA_BUNDLE="$(cat FILE)".',
    'zh-CN': '信任通过 --build-arg CA_BUNDLE="$(cat 文件)" 传入的证书颁发机构。',
  },
  libraries: {
    en: 'Libraries that the server itself needs on its class path.',
    'zh-CN': '服务器自身类路径所需的库。',
  },
  ant: { en: 'Ant has no image of its own.', 'zh-CN': 'Ant 没有官方镜像。' },
  dependencies: {
    en: 'Dependencies first: a change of the code fetches nothing again.',
    'zh-CN': '先解析依赖：修改代码后无需重新下载。',
  },
  sources: { en: 'Now the code.', 'zh-CN': '再复制代码。' },
  unpack: {
    en: 'Unpacked here, so that the server has nothing to unpack on its read-only disk.',
    'zh-CN': '在此解包，使服务器在只读文件系统上无需再解包。',
  },
  arrange: {
    en: 'Readable for everyone, writable for no one.',
    'zh-CN': '所有人可读，任何人不可写。',
  },
  layers: {
    en: 'Libraries change less often than the application: a layer of their own.',
    'zh-CN': '依赖库的变化少于应用代码：单独成层。',
  },
  web: {
    en: 'nginx: static files, and PHP through PHP-FPM.',
    'zh-CN': 'nginx：静态文件，PHP 请求转发至 PHP-FPM。',
  },
  fpm: { en: 'PHP-FPM: runs the application.', 'zh-CN': 'PHP-FPM：运行应用。' },
  packages: {
    en: "Debian keeps only a release's newest packages, so exact versions would stop building (DL3008).",
    'zh-CN': 'Debian 仅保留各发行版的最新软件包，固定版本会导致日后无法构建（DL3008）。',
  },
} satisfies Readonly<Record<string, Text>>;

export function ignoreComment(p: { archive: boolean }): Text {
  return p.archive
    ? { en: 'Only what the Dockerfile copies.', 'zh-CN': '仅包含 Dockerfile 复制的内容。' }
    : {
        en: 'Not needed for building, or not for an image.',
        'zh-CN': '构建不需要、或不应进入镜像的内容。',
      };
}

export function extensionUnknown(p: { id: string; extension: string }): Text {
  return {
    en: `${p.id}: how to install the PHP extension ${p.extension} is not known; the image lacks it.`,
    'zh-CN': `${p.id}：不清楚如何安装 PHP 扩展 ${p.extension}，镜像中不包含该扩展。`,
  };
}

export function extensionUnknownHint(): Text {
  return {
    en: 'Remove it from php.extensions if it is not needed, or edit the Dockerfile (the edit is kept).',
    'zh-CN': '如不需要，请从 php.extensions 中移除；否则请直接编辑 Dockerfile（修改会保留）。',
  };
}

export function extensionGone(p: { id: string; extension: string; since: string; instead: string }): Text {
  return {
    en: `${p.id}: PHP ${p.since} removed the extension ${p.extension}; the code must use ${p.instead}.`,
    'zh-CN': `${p.id}：PHP ${p.since} 已移除扩展 ${p.extension}，代码必须改用 ${p.instead}。`,
  };
}

export function extensionGoneHint(): Text {
  return {
    en: 'Change the code, or choose an older PHP in the plan if the catalogue has one.',
    'zh-CN': '请修改代码；若镜像目录提供更旧的 PHP 版本，也可在计划中选用。',
  };
}

export function noBuild(p: { id: string }): Text {
  return {
    en: `${p.id}: the plan has sources but says nothing of how to build them, so there is no Dockerfile.`,
    'zh-CN': `${p.id}：计划中只有源代码而没有构建方式，因此未生成 Dockerfile。`,
  };
}

export function noBuildHint(): Text {
  return {
    en: 'Fill in components.*.build, or point source at the finished archive with form: archive.',
    'zh-CN': '请填写 components.*.build，或将 source 指向已构建好的归档并设置 form: archive。',
  };
}

export function noCommand(p: { id: string }): Text {
  return {
    en: `${p.id}: the plan has no command to start it with, so there is no Dockerfile.`,
    'zh-CN': `${p.id}：计划中没有启动命令，因此未生成 Dockerfile。`,
  };
}

export function noCommandHint(): Text {
  return { en: 'Set components.*.command.', 'zh-CN': '请设置 components.*.command。' };
}
