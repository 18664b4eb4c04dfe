const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const fields = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: months },
  { name: 'day of week', min: 0, max: 6, names: days },
];

/**
 * What is wrong with a CronJob's schedule, undefined if nothing. Kubernetes parses it with robfig/cron v3's standard
 * parser (https://pkg.go.dev/github.com/robfig/cron/v3): five fields, no seconds, Sunday is 0 and never 7.
 */
export function cronFault(schedule: string): string | undefined {
  if (schedule.includes('TZ=')) return 'TZ= (use spec.timeZone)';
  if (schedule.startsWith('@')) return descriptorFault(schedule);
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== fields.length) return `${parts.length} ≠ 5`;
  for (const [i, field] of fields.entries()) {
    const part = parts[i] ?? '';
    if (!part.split(',').every((range) => rangeIsValid(range, field))) return `${field.name}: ${part}`;
  }
  return undefined;
}

function descriptorFault(schedule: string): string | undefined {
  const known =
    /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every (\d+(\.\d+)?(h|m|s|ms|us|ns))+)$/;
  return known.test(schedule) ? undefined : schedule;
}

function rangeIsValid(text: string, field: (typeof fields)[number]): boolean {
  const [range = '', step, ...rest] = text.split('/');
  if (rest.length > 0 || (step !== undefined && !(/^\d+$/.test(step) && Number(step) > 0))) return false;
  if (range === '*' || range === '?') return true;
  const ends = range.split('-').map((end) => valueOf(end, field));
  const [from, to = from] = ends;
  if (ends.length > 2 || from === undefined || to === undefined) return false;
  return from >= field.min && to <= field.max && from <= to;
}

function valueOf(text: string, field: (typeof fields)[number]): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = field.names.indexOf(text.toLowerCase());
  return index < 0 ? undefined : index + field.min;
}
