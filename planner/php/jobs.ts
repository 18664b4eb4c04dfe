import type { FactOf } from '../../model/fact.js';
import type { JobPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { cronJob, foreignJobDetail, foreignJobTitle, wpCron } from '../texts/php.js';

/** cron's jobs and WordPress's own as CronJobs with the application's image; a person gets what the image can't run. */
export function planJobs(
  context: ComponentContext,
  layout: { readonly documentRoot: string; readonly trees: readonly { readonly to: string }[] },
): JobPlan[] {
  return context.all('scheduled-job').flatMap((fact) => {
    if (fact.value.mechanism === 'wp-cron') return wordPressJob(context, fact, layout.documentRoot);
    const { schedule, command } = fact.value;
    if (fact.value.mechanism !== 'cron' || schedule === undefined || command === undefined) return [];
    const words = commandFor(command, layout.trees);
    if (words === undefined || !isCron(schedule)) {
      context.decider.askPerson({
        component: context.component.id,
        title: foreignJobTitle({ name: fact.value.name }),
        detail: foreignJobDetail({ command, schedule }),
        evidence: fact.evidence,
      });
      return [];
    }
    const name = nameOf(fact.value.name);
    context.decide(`jobs.${name}`, schedule, {
      because: cronJob({ place: placeOf(fact) }),
      evidence: evidenceOf(fact),
    });
    return [{ name, schedule, command: words }];
  });
}

function wordPressJob(
  context: ComponentContext,
  fact: FactOf<'scheduled-job'>,
  documentRoot: string,
): JobPlan[] {
  const schedule = '*/5 * * * *';
  const because = wpCron({ place: placeOf(fact) });
  context.decide('jobs.wp-cron', schedule, { because, evidence: evidenceOf(fact) });
  const command = ['php', `${documentRoot}/${fact.value.command ?? 'wp-cron.php'}`];
  return [{ name: 'wp-cron', schedule, command }];
}

/** A systemd timer's calendar is none of Kubernetes'. */
function isCron(schedule: string): boolean {
  return /^@\w+$/.test(schedule) || (/^(\S+\s+){4}\S+$/.test(schedule) && !/^[*\d]+-/.test(schedule));
}

/** Part of a Kubernetes name. */
function nameOf(name: string): string {
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-+|-+$/g, '');
  return label === '' ? 'job' : label;
}

/**
 * The command in exec form, its output left to the container's log; undefined for what is neither PHP nor a script of the
 * application (dumps, copies), and where a secret stood.
 */
function commandFor(command: string, trees: readonly { readonly to: string }[]): string[] | undefined {
  const plain = command
    // Debian's crontabs leave a job to systemd where that runs.
    .replace(/^(?:test|\[)\s+-[dxf]\s+\S+(?:\s+\])?\s*(?:\|\||&&)\s*/, '')
    .replace(/\s*(?:[12&]?>>?&?\s*\S+)/g, '')
    .replace(/\s*&\s*$/, '')
    .trim();
  const inDirectory = /^cd\s+(\S+)\s*(?:&&|;)\s*(.*)$/.exec(plain);
  const program = (inDirectory?.[2] ?? plain).replace(
    /^(?:\S*\/)?(?:nice|ionice)(?:\s+-\S+(?:\s+\d+)?)*\s+/,
    '',
  );
  const words = program.split(/\s+/);
  const [first = '', ...rest] = words;
  const own = trees.some(({ to }) => first.startsWith(`${to}/`));
  if (own && !/["'\\;&|`$<>]|\*\*\*/.test(program) && !inDirectory) return words;
  if (!/^(?:\S*\/)?php[\d.]*(?:-cli)?$/.test(first) || /[;&|`$<>]|\*\*\*/.test(program)) return undefined;
  if (/["'\\]/.test(program)) return ['sh', '-c', `${cd(inDirectory?.[1])}exec php ${rest.join(' ')}`];
  return inDirectory ? ['sh', '-c', `${cd(inDirectory[1])}exec php ${rest.join(' ')}`] : ['php', ...rest];
}

function cd(directory: string | undefined): string {
  return directory === undefined ? '' : `cd ${directory} && `;
}
