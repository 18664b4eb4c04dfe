import type { Evidence } from '../../model/evidence.js';
import { isSecretKey, maskSecrets } from '../../workspace/mask.js';
import type { Project } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';

/** Where a process manager's facts go. */
export interface ProcessTarget {
  readonly project: Project;
  readonly unit: string;
  readonly collector: FactCollector;
  readonly by: string;
}

const infrastructure =
  /(^|\/|\s)(php-fpm[\d.]*|php\d*-fpm|nginx|httpd|apache2(ctl)?|apachectl|sshd|crond?|mysqld(_safe)?|redis-server|supervisord|rsyslogd|dockerd|memcached)(\s|$)/;
const webServer =
  /\b(catalina\.sh|startup\.sh|standalone\.sh|java\s.*(-jar|-cp|-classpath)|startWebLogic|next start|gunicorn|uwsgi|puma)\b|artisan serve|php -S\b|zkServer/;
const worker =
  /queue|worker|consum|listen|daemon|horizon|messenger|swoole|gearman|job|subscribe|crawl|sync|cron|schedule/i;

/**
 * Emits a process that runs for long: the application itself (`web`), or one beside it. The servers in front of the
 * application and its databases are no processes of its own.
 */
export function emitProcess(
  found: { name: string; command: string; evidence: Evidence; source: string; main: boolean },
  { unit, collector }: ProcessTarget,
): void {
  if (found.command === '' || infrastructure.test(found.command.split(/\s+-/)[0] ?? '')) return;
  const command = maskSecrets(found.command);
  const heap = /--max[-_]old[-_]space[-_]size[= ](\d+)/.exec(found.command)?.[1];
  if (heap !== undefined)
    collector.add('memory', unit, { kind: 'heap-max', bytes: Number(heap) * 1024 ** 2 }, found.evidence);
  const beside =
    !webServer.test(found.command) && (!found.main || worker.test(`${found.name} ${found.command}`));
  if (beside) collector.add('worker', unit, { name: found.name, command }, found.evidence);
  else collector.add('start-option', unit, { option: command, source: found.source }, found.evidence);
}

/** Emits `A=b` settings of a process's environment; a secret's value is kept back. */
export function emitVariables(text: string, evidence: Evidence, { unit, collector }: ProcessTarget): void {
  for (const match of text.matchAll(
    /"([A-Za-z_]\w*)=([^"]*)"|'([A-Za-z_]\w*)=([^']*)'|([A-Za-z_]\w*)=(?:"([^"]*)"|'([^']*)'|([^\s,"']*))/g,
  )) {
    const name = match[1] ?? match[3] ?? match[5] ?? '';
    const value = match[2] ?? match[4] ?? match[6] ?? match[7] ?? match[8] ?? '';
    const shown = isSecretKey(name) || value === '' ? {} : { default: value };
    collector.add('env-var', unit, { name, ...shown, required: false, source: 'environment' }, evidence);
    if (!isSecretKey(name) || value === '' || value.includes('$')) continue;
    const purpose = /session|cookie/i.test(name)
      ? 'session'
      : /db|sql|database/i.test(name)
        ? 'database'
        : 'other';
    collector.add('credential', unit, { key: name, purpose }, evidence);
  }
}
