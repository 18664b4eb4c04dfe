import { objectOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const gracePeriod: ManifestRule = {
  id: 'grace-period',
  severity: 'error',
  title: say('The preStop pause uses up the grace period', 'preStop 等待占满了终止宽限期'),
  why: say(
    'The pause counts against terminationGracePeriodSeconds; nothing is left for the application to finish its requests.',
    'preStop 的等待计入 terminationGracePeriodSeconds，应用将没有时间处理完剩余请求。',
  ),
  fix: say(
    'make terminationGracePeriodSeconds longer than the pause',
    '让 terminationGracePeriodSeconds 大于等待时间',
  ),
  inspect: eachContainer(function* ({ value, path, name }, { spec }) {
    const preStop = objectOf(objectOf(value.lifecycle).preStop);
    const pause = Number(objectOf(preStop.sleep).seconds ?? sleepOf(objectOf(preStop.exec).command));
    const grace = Number(spec.terminationGracePeriodSeconds ?? 30);
    if (!(pause >= grace)) return;
    yield {
      path: [...path, 'lifecycle', 'preStop'],
      message: say(
        `container "${name}" pauses ${pause} s of a grace period of ${grace} s`,
        `容器“${name}”的 preStop 等待 ${pause} 秒，而宽限期只有 ${grace} 秒`,
      ),
    };
  }),
};

function sleepOf(command: unknown): string | undefined {
  return Array.isArray(command) ? /\bsleep[ ,"']+(\d+)/.exec(command.join(' '))?.[1] : undefined;
}
