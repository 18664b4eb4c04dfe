import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';
import type { Step } from './dockerfile-view.js';

const secretFiles =
  /(^|\/)(\.env(\.\w+)?|\.netrc|\.npmrc|\.pypirc|\.git-credentials|\.htpasswd|id_(rsa|dsa|ecdsa|ed25519)|credentials(\.json)?|kubeconfig|\.kube|\.ssh|\.aws|\.git|[^/]*\.(pem|key|p12|pfx|jks|keystore|kdbx))\/?$/i;

export const secretCopied: DockerfileRule = {
  id: 'secret-copied',
  severity: 'error',
  title: say('A file with secrets is copied into the image', '含密钥的文件被复制进镜像'),
  why: say(
    'It stays in its layer, also when a later step deletes it.',
    '即使后续步骤删除，它仍保留在镜像层中。',
  ),
  fix: say(
    'leave it out with .dockerignore and mount it from a Secret at run time',
    '用 .dockerignore 排除，运行时从 Secret 挂载',
  ),
  inspect: function* ({ steps }) {
    for (const step of steps) {
      if ((step.keyword !== 'COPY' && step.keyword !== 'ADD') || step.flags.from !== undefined) continue;
      for (const source of sourcesOf(step).filter(
        (path) => secretFiles.test(path) && !/\.(example|sample|dist)$/.test(path),
      )) {
        yield { line: step.line, message: say(`${step.keyword} ${source}`, `${step.keyword} ${source}`) };
      }
    }
  },
};

/** What a COPY or ADD takes; the last word is where it goes. */
export function sourcesOf(step: Step): readonly string[] {
  const words = step.exec ?? step.text.split(/\s+/).filter((word) => word !== '');
  return words.slice(0, -1);
}
