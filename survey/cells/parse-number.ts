import type { Unit } from '../forms/form.js';

/** How much of the column's unit one of the written unit is. */
const factors: Readonly<Record<Unit, Readonly<Record<string, number>>>> = {
  GB: { b: 1 / 1024 ** 3, k: 1 / 1024 ** 2, m: 1 / 1024, g: 1, t: 1024, p: 1024 ** 2 },
  TB: { b: 1 / 1024 ** 4, k: 1 / 1024 ** 3, m: 1 / 1024 ** 2, g: 1 / 1024, t: 1, p: 1024 },
  percent: { '%': 1 },
  hours: {
    s: 1 / 3600,
    min: 1 / 60,
    h: 1,
    d: 24,
  },
  'Mbit/s': { k: 1 / 1000, m: 1, g: 1000 },
  'per-second': { s: 1, min: 1 / 60, h: 1 / 3600, d: 1 / 86400 },
};

const names: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|percent|百分之)$/, '%'],
  [/^(?:秒|s|sec|secs|second|seconds|\/s|\/秒|次\/秒|笔\/秒|tps|qps|per second)$/, 's'],
  [/^(?:分|分钟|m|min|mins|minute|minutes|\/min|\/分|\/分钟|次\/分钟)$/, 'min'],
  [/^(?:小时|时|个小时|h|hr|hrs|hour|hours|\/h|\/小时|次\/小时)$/, 'h'],
  [/^(?:天|日|d|day|days|\/d|\/天|\/日|次\/天|次\/日|笔\/天)$/, 'd'],
  [/^(?:bytes?|b)$/, 'b'],
  [/^k(?:i?b|bps|bit\/s|b\/s)?$/, 'k'],
  [/^(?:m(?:i?b|bps|bit\/s|b\/s)?|兆)$/, 'm'],
  [/^(?:g(?:i?b|bps|bit\/s|b\/s|e)?)$/, 'g'],
  [/^t(?:i?b)?$/, 't'],
  [/^p(?:i?b)?$/, 'p'],
];

/** Words that count things and change nothing: `16 核`, `3 台`. */
const counters = /^(?:个|台|套|核|颗|块|片|人|名|节点|位|户|vcpus?|cores?|cpus?|units?|pcs?|users?|nodes?)$/;

/** What a cell says in the column's unit. */
export type ParsedNumber =
  { readonly is: 'number'; readonly value: number } | { readonly is: 'not-understood' };

/**
 * Reads `1,024`, `１２`, `128G`, `2 TB`, `35％`, `1.5万`, `约 300`, `30 分钟`. A cell with two numbers, or a unit of another quantity,
 * is not understood. The text must be normalised.
 */
export function parseNumber(text: string, unit: Unit | undefined): ParsedNumber {
  const match =
    /^(?:约|大约|近|≈|~|≤|<=?|不超过|approx\.? |about |ca\.? )?\s*([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([万亿]?)\s*([^\d]*)$/i.exec(
      text,
    );
  if (!match) return { is: 'not-understood' };
  const scale = match[2] === '万' ? 1e4 : match[2] === '亿' ? 1e8 : 1;
  const value = Number((match[1] ?? '').replaceAll(',', '')) * scale;
  const written = (match[3] ?? '').trim().toLowerCase();
  if (written === '' || counters.test(written)) return { is: 'number', value: round(value) };
  if (unit === undefined) return { is: 'not-understood' };
  const factor = factorOf(unit, written);
  return factor === undefined ? { is: 'not-understood' } : { is: 'number', value: round(value * factor) };
}

function factorOf(unit: Unit, written: string): number | undefined {
  const known = factors[unit];
  return names
    .filter(([pattern]) => pattern.test(written))
    .map(([, name]) => known[name])
    .find((factor) => factor !== undefined);
}

/** Twelve digits: more come from dividing by 1024, and print differently from what was given. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
