import type { Text } from '../../model/text.js';

export const nodeFitting = (p: { constraints: string; version: string }): Text => ({
  en: `The application asks for Node.js ${p.constraints}; ${p.version} is the line of the catalogue that fits.`,
  'zh-CN': `应用要求 Node.js ${p.constraints}，镜像目录中 ${p.version} 版本线满足要求。`,
});

export const nodeUnknown = (p: { version: string }): Text => ({
  en: `Nothing restricts the Node.js version; ${p.version} is the catalogue's preferred line.`,
  'zh-CN': `未发现对 Node.js 版本的限制，采用镜像目录的首选版本线 ${p.version}。`,
});

export const startFound = (p: { place: string }): Text => ({
  en: `This is how it is started (${p.place}), without a package manager in between that would swallow the stop signal.`,
  'zh-CN': `按此方式启动（${p.place}）；不经包管理器转发，以免吞掉停止信号。`,
});

export const stopHandled = (p: { place: string }): Text => ({
  en: `The code answers the stop signal itself (${p.place}).`,
  'zh-CN': `代码自行处理停止信号（${p.place}）。`,
});

export const stopUnhandled = (): Text => ({
  en: 'No code handles SIGTERM, which process 1 of a container then ignores until it is killed; as another process of its pod it ends at once.',
  'zh-CN':
    '代码未处理 SIGTERM，作为容器的 1 号进程会一直忽略它，直至被强制终止；不作 Pod 的 1 号进程即可立即结束。',
});

export const startUnknownTitle = (): Text => ({
  en: 'Say how it is started',
  'zh-CN': '说明如何启动应用',
});

export const startUnknownDetail = (p: { seen: string | undefined }): Text => ({
  en:
    p.seen === undefined
      ? 'No command that starts it was found, so no Dockerfile is made: set command in drydock.yaml, for example [node, server.js].'
      : `It is started by \`${p.seen}\`, which is not Node.js itself, so no Dockerfile is made: set command in drydock.yaml, for example [node, server.js].`,
  'zh-CN':
    p.seen === undefined
      ? '没有找到启动命令，因此未生成 Dockerfile：请在 drydock.yaml 中设置 command，例如 [node, server.js]。'
      : `应用由 \`${p.seen}\` 启动，并非直接运行 Node.js，因此未生成 Dockerfile：请在 drydock.yaml 中设置 command，例如 [node, server.js]。`,
});

export const staticFiles = (p: { place: string }): Text => ({
  en: `Files for a web server (${p.place}); nothing runs but nginx.`,
  'zh-CN': `由 Web 服务器提供的静态文件（${p.place}），只需运行 nginx。`,
});

export const nodeImpossible = (p: { constraints: string; version: string }): Text => ({
  en: `It asks for Node.js ${p.constraints}, for which there is no image with support; ${p.version} is the preferred line.`,
  'zh-CN': `应用要求 Node.js ${p.constraints}，没有仍受支持的对应镜像；${p.version} 为首选版本。`,
});

export const adaptToNodeTitle = (p: { version: string }): Text => ({
  en: `Make it run on Node.js ${p.version}`,
  'zh-CN': `使其能在 Node.js ${p.version} 上运行`,
});

export const adaptToNodeDetail = (p: { constraints: string; version: string }): Text => ({
  en: `It asks for Node.js ${p.constraints}. Update what keeps it there and test it on ${p.version}, or add an image for the old version to an image catalogue of your own.`,
  'zh-CN': `应用要求 Node.js ${p.constraints}。请升级受限的依赖并在 ${p.version} 上测试，或在自己的镜像目录中加入旧版本镜像。`,
});
