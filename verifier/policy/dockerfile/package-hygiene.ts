import type { Text } from '../../../model/text.js';
import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';

export const packageHygiene: DockerfileRule = {
  id: 'package-hygiene',
  severity: 'warning',
  title: say('Packages are installed carelessly', '软件包安装不规范'),
  why: say(
    'Lists and recommended packages make the image larger and add what has to be patched; a question stops the build.',
    '软件源索引和推荐包会增大镜像、增加需要打补丁的内容；交互提问会让构建卡住。',
  ),
  fix: say(
    'apt-get update && apt-get install -y --no-install-recommends … && rm -rf /var/lib/apt/lists/*, in one RUN',
    '在同一条 RUN 中执行 apt-get update && apt-get install -y --no-install-recommends … && rm -rf /var/lib/apt/lists/*',
  ),
  inspect: function* ({ steps }) {
    for (const { keyword, text, line } of steps) {
      if (keyword !== 'RUN') continue;
      for (const message of faultsOf(text)) yield { line, message };
    }
  },
};

function* faultsOf(text: string): Generator<Text> {
  if (/(^|[;&|]\s*)apt\s+(install|update|upgrade)/.test(text)) {
    yield say('apt is for people; scripts use apt-get', 'apt 面向交互使用，脚本中应使用 apt-get');
  }
  if (/\bapt-get\s+(-\S+\s+)*(upgrade|dist-upgrade|full-upgrade)\b/.test(text)) {
    yield say(
      'upgrade makes each build different; take a newer base image',
      'upgrade 会让每次构建结果不同，应更换更新的基础镜像',
    );
  }
  const install = /\bapt-get\s[^;&|]*\binstall\b[^;&|]*/.exec(text)?.[0];
  if (install !== undefined) {
    if (!/\s(-\w*y\w*|--yes|--assume-yes|-qq+)(\s|$)/.test(install))
      yield say('apt-get install without -y', 'apt-get install 缺少 -y');
    if (!install.includes('--no-install-recommends')) {
      yield say(
        'apt-get install without --no-install-recommends',
        'apt-get install 缺少 --no-install-recommends',
      );
    }
    if (!/rm\s+-\w*r\w*\s[^;&|]*\/var\/lib\/apt\/lists/.test(text)) {
      yield say('the package lists stay in the layer', '软件源索引残留在镜像层中');
    }
  }
  if (/\bapt-get\s+(-\S+\s+)*update\b/.test(text) && install === undefined) {
    yield say(
      'apt-get update in a RUN of its own: the cached lists grow old',
      '单独一条 RUN 执行 apt-get update，缓存的索引会过期',
    );
  }
  if (/\bapk\s[^;&|]*\badd\b/.test(text) && !/\bapk\s[^;&|]*--no-cache\b/.test(text)) {
    yield say('apk add without --no-cache', 'apk add 缺少 --no-cache');
  }
  if (
    /\b(yum|dnf|microdnf)\s[^;&|]*\binstall\b/.test(text) &&
    !/\b(yum|dnf|microdnf)\s+clean\s+all|\/var\/cache\/(yum|dnf)/.test(text)
  ) {
    yield say('yum install without yum clean all', 'yum install 之后没有 yum clean all');
  }
}
