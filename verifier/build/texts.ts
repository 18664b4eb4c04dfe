import type { Text } from '../../model/text.js';

/** Sentences of the build check. */
export const buildTexts = {
  building: (image: string): Text => ({ en: `building ${image}`, 'zh-CN': `正在构建 ${image}` }),
  scanning: (image: string): Text => ({
    en: `looking into the layers of ${image}`,
    'zh-CN': `正在检查 ${image} 的各层`,
  }),
  noDockerfile: (path: string): Text => ({ en: `${path} does not exist`, 'zh-CN': `${path} 不存在` }),
  stockImage: (): Text => ({
    en: 'runs a stock image, nothing is built',
    'zh-CN': '直接使用现成镜像，无需构建',
  }),
  failed: (step: string, error: string): Text => ({
    en: `the build stops${step ? ` at "${step}"` : ''}: ${error}`,
    'zh-CN': `构建${step ? `在“${step}”处` : ''}中断：${error}`,
  }),
  lastWords: (words: string): Text => ({ en: `last words: ${words}`, 'zh-CN': `最后输出：${words}` }),
  tls: (): Text => ({
    en: 'the build does not trust the certificate of a server: behind a TLS-inspecting proxy pass --ca-bundle FILE',
    'zh-CN': '构建过程不信任服务器证书：若处于 TLS 解密代理之后，请使用 --ca-bundle 文件',
  }),
  network: (): Text => ({
    en: 'a server was not reached: containers need a way to the package repositories, or an internal mirror of them',
    'zh-CN': '无法访问服务器：构建容器需要能访问软件仓库，或使用内部镜像源',
  }),
  baseImage: (): Text => ({
    en: 'the base image is not to be had: check --image-mirror and the image catalogue, and log in if it is private',
    'zh-CN': '无法获取基础镜像：请检查 --image-mirror 与镜像目录，私有仓库需先登录',
  }),
  disk: (): Text => ({
    en: 'the disk of the engine is full: `docker system df` shows what takes the room',
    'zh-CN': '引擎磁盘已满：可用 `docker system df` 查看占用',
  }),
  missingFile: (): Text => ({
    en: 'a file that is copied is not in the build context: check source.context in drydock.yaml and the .dockerignore file',
    'zh-CN': '要复制的文件不在构建上下文中：请检查 drydock.yaml 的 source.context 和 .dockerignore',
  }),
  seeLog: (log: string): Text => ({ en: `the whole output is in ${log}`, 'zh-CN': `完整输出见 ${log}` }),
  runsAsRoot: (user: string): Text => ({
    en: user === '' ? 'the image runs as root: it sets no user' : `the image runs as "${user}"`,
    'zh-CN': user === '' ? '镜像以 root 运行：没有设置用户' : `镜像以“${user}”运行`,
  }),
  runsAsRootHint: (): Text => ({
    en: 'end the Dockerfile with USER and a number other than 0',
    'zh-CN': '请在 Dockerfile 末尾写 USER 加非 0 数字',
  }),
  knownSecret: (path: string, key: string): Text => ({
    en: `${path} holds the value of ${key} that stands in the source`,
    'zh-CN': `${path} 含有源码中 ${key} 的明文值`,
  }),
  secretInCode: (path: string, key: string): Text => ({
    en: `${path} holds the value of ${key}, which stands in the application's code`,
    'zh-CN': `${path} 含有 ${key} 的值，该值写在应用代码中`,
  }),
  secretInCodeHint: (): Text => ({
    en: 'change the secret, and read the new one from the environment instead',
    'zh-CN': '请更换该密钥，并改为从环境变量读取',
  }),
  privateKey: (path: string): Text => ({ en: `${path} holds a private key`, 'zh-CN': `${path} 含有私钥` }),
  secretSetting: (path: string, key: string): Text => ({
    en: `${path}: ${key} has what looks like a secret for a value`,
    'zh-CN': `${path}：${key} 的值疑似密钥`,
  }),
  secretHint: (): Text => ({
    en: 'take the file out of the build (build.remove in drydock.yaml) and give it to the container from a Secret',
    'zh-CN': '请在构建中剔除该文件（drydock.yaml 的 build.remove），改由 Secret 提供给容器',
  }),
  secretInConfig: (key: string): Text => ({
    en: `the image's environment or history holds a secret (${key})`,
    'zh-CN': `镜像的环境变量或构建历史含有密钥（${key}）`,
  }),
};
