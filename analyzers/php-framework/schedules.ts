import type { SourceFile } from '../../workspace/project.js';
import { isWithin, joinPath } from '../paths.js';
import type { FrameworkTarget } from './find.js';

/** Laravel's words for schedules. Source: https://laravel.com/docs/scheduling#schedule-frequency-options */
const frequencies: ReadonlyMap<string, string> = new Map([
  ['everyMinute', '* * * * *'],
  ['everyTwoMinutes', '*/2 * * * *'],
  ['everyFiveMinutes', '*/5 * * * *'],
  ['everyTenMinutes', '*/10 * * * *'],
  ['everyFifteenMinutes', '*/15 * * * *'],
  ['everyThirtyMinutes', '0,30 * * * *'],
  ['hourly', '0 * * * *'],
  ['daily', '0 0 * * *'],
  ['weekly', '0 0 * * 0'],
  ['monthly', '0 0 1 * *'],
  ['yearly', '0 0 1 1 *'],
]);

/** Emits what the framework's own scheduler runs, and the workers that its queue needs. */
export function extractSchedules(target: FrameworkTarget): void {
  if (target.framework.rule.name === 'Laravel') extractLaravel(target);
  if (target.framework.rule.name.startsWith('Symfony')) extractMessenger(target);
}

function extractLaravel({ project, unit, collector, by }: FrameworkTarget): void {
  const files = ['app/Console/Kernel.php', 'routes/console.php', 'bootstrap/app.php'].flatMap(
    (path) => project.file(joinPath(unit, path)) ?? [],
  );
  for (const file of files) {
    const jobs = laravelJobs(file);
    for (const job of jobs) {
      const value = {
        ...job.value,
        mechanism: 'cron',
        inProcess: false,
        command: 'php artisan schedule:run',
      } as const;
      collector.add('scheduled-job', unit, value, file.evidence(by, job.line));
    }
  }
  const queued = project
    .find(['**/*.php'])
    .filter((file) => isWithin(file.path, joinPath(unit, 'app')))
    .flatMap((file) => {
      const line = file.lines().findIndex((text) => /\bimplements\b.*\bShouldQueue\b/.test(text)) + 1;
      return line > 0 ? [{ file, line }] : [];
    });
  for (const { file, line } of queued) {
    const value = { name: 'queue', command: 'php artisan queue:work' };
    collector.add('worker', unit, value, file.evidence(by, line), 'inferred');
  }
}

function laravelJobs(file: SourceFile): { value: { name: string; schedule?: string }; line: number }[] {
  const lines = file.lines();
  return lines.flatMap((text, index) => {
    const match =
      /(?:\$schedule->|Schedule::)(command|job|call|exec)\(\s*(?:new\s+)?(['"]?)([\w:\\. -]*)/.exec(text);
    if (!match || /^\s*(\/\/|#|\*)/.test(text)) return [];
    const statement =
      lines
        .slice(index, index + 12)
        .join(' ')
        .split(';')[0] ?? '';
    const named = match[1] === 'call' ? 'closure' : (match[3] ?? '').replace(/^.*\\/, '').trim() || 'closure';
    const schedule = scheduleOf(statement);
    return [{ value: { name: named, ...(schedule === undefined ? {} : { schedule }) }, line: index + 1 }];
  });
}

function scheduleOf(statement: string): string | undefined {
  const cron = /->cron\(\s*['"]([^'"]+)['"]/.exec(statement)?.[1];
  if (cron !== undefined) return cron;
  const [, hour, minute] = /->dailyAt\(\s*['"](\d{1,2}):(\d{2})['"]/.exec(statement) ?? [];
  if (hour !== undefined) return `${Number(minute)} ${Number(hour)} * * *`;
  const word = [...frequencies.keys()].find((name) => statement.includes(`->${name}(`));
  return word === undefined ? undefined : frequencies.get(word);
}

/** Transports that are not handled at once need a process that consumes them. */
function extractMessenger({ project, unit, collector, by }: FrameworkTarget): void {
  const file = project.file(joinPath(unit, 'config/packages/messenger.yaml'));
  for (const document of file?.yaml() ?? []) {
    const transports = new Map<string, number>();
    for (const entry of document.entries) {
      const name = /^framework\.messenger\.transports\.([\w-]+)/.exec(entry.path)?.[1];
      if (
        name !== undefined &&
        !/^(sync|failed)$/.test(name) &&
        !/^(sync|in-memory):/.test(String(entry.value))
      ) {
        if (!transports.has(name)) transports.set(name, entry.line);
      }
    }
    for (const [name, line] of transports) {
      const value = { name: `messenger-${name}`, command: `php bin/console messenger:consume ${name}` };
      if (file) collector.add('worker', unit, value, file.evidence(by, line), 'inferred');
    }
  }
}
