import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';

export const download: DockerfileRule = {
  id: 'download',
  severity: 'error',
  title: say('A download is run or unpacked unseen', '未经校验就执行或解压下载内容'),
  why: say(
    'Whoever controls the address or the way to it decides what is in the image.',
    '控制该地址或传输链路的人就能决定镜像里有什么。',
  ),
  fix: say(
    'install a package of a pinned version, or compare a checksum before use',
    '安装固定版本的软件包，或先校验再使用',
  ),
  inspect: function* ({ steps }) {
    for (const { keyword, text, line } of steps) {
      if (keyword !== 'RUN' || !/\b(curl|wget)\b/.test(text)) continue;
      if (
        /\b(curl|wget)\b[^;&]*\|\s*(sudo\s+)?((ba|z|da)?sh|python\d?|perl|ruby|node|tar|php)\b|\b(ba)?sh\s+(-c\s+)?["']?(<\(|\$\()\s*(curl|wget)/.test(
          text,
        )
      ) {
        yield { line, message: say('a download is piped into an interpreter', '下载内容直接通过管道执行') };
      } else if (
        /\b(curl|wget)\b[^;&|]*\b(https?|ftp):\/\//.test(text) &&
        !/sha(256|512|1)sum|shasum|gpg\s.*--verify|md5sum/.test(text)
      ) {
        yield {
          line,
          message: say('a download is used without comparing a checksum', '使用下载内容前没有校验'),
          severity: 'warning',
        };
      }
    }
  },
};
