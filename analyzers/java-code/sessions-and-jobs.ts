import type { JavaAnnotation } from '../../workspace/java-source/java-source.js';
import { isType, simpleName, type CodeFile } from './code-file.js';

const sessionTypes = [
  'javax.servlet.http.HttpSession',
  'jakarta.servlet.http.HttpSession',
  'org.apache.shiro.session.Session',
];

const keeps: ReadonlySet<string> = new Set(['setAttribute', 'putValue']);
const schedules: ReadonlySet<string> = new Set([
  ...['schedule', 'scheduleAtFixedRate', 'scheduleWithFixedDelay', 'cronSchedule', 'scheduleJob'],
]);

/** Emits that the application keeps something in sessions. */
export function emitSessions({ source, add }: CodeFile): void {
  for (const call of source.callsNamed((name) => keeps.has(name))) {
    const onSession =
      isType(call.receiverType, ...sessionTypes) ||
      /(?:getSession\([^)]*\)|(?:^|\W)session)$/i.test(call.receiver ?? '');
    if (onSession) add('session-state', { store: 'memory' }, call.line);
  }
  for (const { type, line, constants, elements } of source.annotations) {
    const scoped =
      /^(?:SessionScope|SessionScoped|SessionAttributes)$/.test(simpleName(type.name)) ||
      (simpleName(type.name) === 'Scope' &&
        (constants.value?.includes('session') === true || (elements.value ?? '').includes('SESSION')));
    if (scoped) add('session-state', { store: 'memory' }, line);
  }
}

/** Emits what runs by the clock inside the process. */
export function emitJobs(code: CodeFile): void {
  for (const annotation of code.source.annotations) emitAnnotated(code, annotation);
  for (const call of code.source.callsNamed((one) => schedules.has(one))) {
    const { name, receiverType, line, enclosing, arguments: given } = call;
    const inProcess = true;
    const job = { name: shorten(enclosing), inProcess };
    if (['schedule', 'scheduleAtFixedRate'].includes(name) && isType(receiverType, 'java.util.Timer')) {
      const period = given.at(-1)?.text;
      const schedule =
        given.length > 2 && period !== undefined ? { schedule: `every ${multiplied(period)} ms` } : {};
      code.add('scheduled-job', { ...job, ...schedule, mechanism: 'java-timer' }, line);
    } else if (
      ['scheduleAtFixedRate', 'scheduleWithFixedDelay'].includes(name) &&
      /(?:Scheduled(?:ThreadPool)?Executor(?:Service)?|ScheduledThreadPoolExecutor)$/.test(
        receiverType?.name ?? 'Executor',
      )
    ) {
      code.add('scheduled-job', { ...job, mechanism: 'executor' }, line);
    } else if (name === 'cronSchedule' && given[0]?.constant !== undefined) {
      code.add('scheduled-job', { ...job, schedule: given[0].constant, mechanism: 'quartz' }, line);
    } else if (name === 'scheduleJob') code.add('scheduled-job', { ...job, mechanism: 'quartz' }, line);
  }
  for (const { type, line, arguments: given, enclosing } of code.source.constructions) {
    const schedule = given
      .map(({ constant }) => constant)
      .find((one) => one !== undefined && /^\S+( \S+){4,6}$/.test(one));
    if (/(?:^|\.)CronTrigger(?:Impl)?$/.test(type.name) && schedule !== undefined) {
      code.add(
        'scheduled-job',
        { name: shorten(enclosing), schedule, mechanism: 'quartz', inProcess: true },
        line,
      );
    }
  }
}

function emitAnnotated(code: CodeFile, annotation: JavaAnnotation): void {
  const { type, elements, constants, line, owner } = annotation;
  const name = shorten(owner);
  const kind = simpleName(type.name);
  const inProcess = true;
  if (isType(type, 'org.springframework.scheduling.annotation.Scheduled')) {
    const cron = constants.cron?.[0];
    const filled = cron === undefined ? undefined : (code.lookup.fill(cron) ?? cron);
    const [interval] = Object.entries(elements).filter(([key]) => /^fixed(?:Rate|Delay)/.test(key));
    const schedule =
      filled ?? (interval && `${interval[0]} ${constants[interval[0]]?.[0] ?? interval[1]} ms`);
    code.add(
      'scheduled-job',
      { name, ...(schedule !== undefined && { schedule }), mechanism: 'spring', inProcess },
      line,
    );
  } else if (/^(?:javax|jakarta)\.ejb\.Schedule$/.test(type.name)) {
    const parts = Object.entries(elements).filter(([key]) => key !== 'info' && key !== 'persistent');
    const schedule = parts.map(([key, text]) => `${key}=${constants[key]?.[0] ?? text}`).join(' ');
    code.add(
      'scheduled-job',
      { name, ...(schedule !== '' && { schedule }), mechanism: 'ejb-timer', inProcess },
      line,
    );
  } else if (kind === 'XxlJob' || (kind === 'JobHandler' && type.name.includes('xxl'))) {
    code.add('scheduled-job', { name: constants.value?.[0] ?? name, mechanism: 'xxl-job', inProcess }, line);
  } else if (/^Elastic(?:Simple|Dataflow)?Job(?:Conf|Scheduler)?$/.test(kind)) {
    const cron = constants.cron?.[0];
    code.add(
      'scheduled-job',
      { name, ...(cron !== undefined && { schedule: cron }), mechanism: 'elastic-job', inProcess },
      line,
    );
  }
}

/** `Type.method` of a qualified name. */
export function shorten(owner: string): string {
  const parts = owner.split('.');
  const type = parts.findIndex((part) => /^[A-Z]/.test(part));
  return parts.slice(Math.max(type, 0)).join('.');
}

/** `24 * 3600 * 1000L` as one number; anything else as it is written. */
function multiplied(text: string): string {
  const factors = text.split('*').map((factor) => factor.trim().replace(/(?<=\d)[lL]$|_/g, ''));
  return factors.every((factor) => /^\d+$/.test(factor))
    ? String(factors.reduce((product, factor) => product * Number(factor), 1))
    : text;
}
