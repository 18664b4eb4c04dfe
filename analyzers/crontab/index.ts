import type { Evidence } from '../../model/evidence.js';
import { maskSecrets } from '../../workspace/mask.js';
import type { SourceFile } from '../../workspace/project.js';
import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import { fixedAddressesIn } from '../ip-addresses.js';
import { phpApplicationOf } from '../php-application.js';

const by = 'crontab';
const field =
  '(?:\\*|[\\d*][\\d,*/-]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[\\w,-]*|H(?:\\([\\d-]+\\))?(?:/\\d+)?)';
const timed = new RegExp(
  `^\\s*((?:${field}\\s+){4}${field}|@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly))\\s+(\\S.*)$`,
  'i',
);

/** Reads crontabs. https://man7.org/linux/man-pages/man5/crontab.5.html */
export const crontabAnalyzer: Analyzer = {
  id: by,
  title: { en: 'Crontabs', 'zh-CN': 'Crontab 定时任务' },
  files: [
    '**/*crontab*',
    '**/*.cron',
    '**/*.crontab',
    '**/cron.d/*',
    '**/cron/*',
    '**/cron',
    '**/crontabs/*',
    '**/cronjobs*',
  ],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) {
      if (/\.(php|js|ts|py|rb|java|pl|html?|xml|jar|class)$/i.test(file.name)) continue;
      const unit = phpApplicationOf(project, file.path) ?? file.directory;
      const system = /(^|\/)(cron\.d\/[^/]+|etc\/crontab)$/.test(file.path);
      for (const [index, text] of file.lines().entries()) {
        const job = readJob(text, system);
        if (job) emitJob({ file, line: index + 1 }, { job, unit, collector });
      }
    }
    return collector.result();
  },
};

/** A line of a crontab; undefined for comments, variables and anything else. */
export interface CronJob {
  readonly schedule: string;
  readonly command: string;
  /** The file that output is appended to. */
  readonly output?: string;
}

const userName =
  /^(root|www|www-data|apache|nginx|nobody|httpd|tomcat|deploy|app|web|admin|daemon|mysql|oracle|weblogic)\s+/;

/** Reads one line; `system` crontabs have a user between schedule and command. */
export function readJob(text: string, system: boolean): CronJob | undefined {
  const match = /^\s*#/.test(text) ? null : timed.exec(text);
  if (!match) return undefined;
  const rest = match[2] ?? '';
  const command = system ? rest.replace(/^\S+\s+/, '') : rest.replace(userName, '');
  const output = /(?:^|\s)(?:1|&)?>>?\s*(\/[^\s;&]+)/.exec(command)?.[1];
  return {
    schedule: (match[1] ?? '').trim().replace(/\s+/g, ' '),
    command: command.trim(),
    ...(output === undefined || output === '/dev/null' ? {} : { output }),
  };
}

function emitJob(
  place: { file: SourceFile; line: number },
  { job, unit, collector }: { job: CronJob; unit: string; collector: FactCollector },
): void {
  const evidence = place.file.evidence(by, place.line);
  const command = maskSecrets(job.command);
  const name = nameOf(job.command);
  const value = { name, schedule: job.schedule, mechanism: 'cron', inProcess: false, command } as const;
  collector.add('scheduled-job', unit, value, evidence);
  emitConnection(job.command, { unit, collector, evidence });
  if (job.output === undefined || !/log|\.(txt|out)$/i.test(job.output)) return;
  collector.add('log-sink', unit, { target: 'file', path: job.output, framework: 'cron' }, evidence);
  const directory = job.output.replace(/\/[^/]*$/, '');
  if (directory !== '')
    collector.add('writable-path', unit, { path: directory, use: 'log', persistent: false }, evidence);
}

/** A server and a password that a command names: `mysqldump -h10.0.0.5 -ushop -psecret`. */
function emitConnection(
  command: string,
  { unit, collector, evidence }: { unit: string; collector: FactCollector; evidence: Evidence },
): void {
  for (const address of fixedAddressesIn(command.replace(/\s-{1,2}h(?:ost)?[= ]?(?=\d)/g, ' ')))
    collector.add('fixed-address', unit, address, evidence);
  if (maskSecrets(command) === command) return;
  const username = /\s(?:-u\s*|--user[= ])([\w.-]+)/.exec(command)?.[1];
  const database = /\b(?:mysql|mariadb|pg_|psql|sqlplus|expd?p?|impd?p?|mongo)/i.test(command);
  collector.add(
    'credential',
    unit,
    {
      key: 'password',
      purpose: database ? 'database' : 'other',
      ...(username !== undefined && { username }),
    },
    evidence,
  );
}

const interpreters =
  /^(?:\S*\/)?(?:php[\d.]*|python[\d.]*|perl|ruby|node|java|sh|bash|wget|curl|nice|ionice|flock|timeout|sudo|env|cd)$/;

/** The script's name without its folder and extension; for console programs, the task's (`schedule:run`). */
function nameOf(command: string): string {
  const words = command.split(/\s+/).filter((word) => !/^[-&|><=]|^\w+=/.test(word));
  const console = words.findIndex((word) =>
    /(^|\/)(artisan|console|think|yii|cake|wp|drush|magento)$/.test(word),
  );
  const task = words[console + 1];
  if (console >= 0 && task !== undefined) return task;
  const script =
    words.find((word) => /\.(php|sh|py|pl|rb|js|jar)\b/.test(word)) ??
    words.find((word) => !interpreters.test(word) && !word.startsWith('/var/www'));
  const base = (script ?? words[0] ?? 'job').split(/[?;&]/)[0]?.split('/').at(-1) ?? 'job';
  return base.replace(/\.(php|sh|py|pl|rb|js|jar)$/, '') || 'job';
}
