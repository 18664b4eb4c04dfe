/** Days from 1899-12-30 to 1970-01-01: spreadsheets count from there. */
const epochOffset = 25_569;

/**
 * Reads a day as people write it: `2026-03-31`, `2026/3/31`, `2026.3.31`, `2026年3月31日`, `20260331`, `31 Mar 2026`, `March 31, 2026`,
 * `2026年3月` and `2026-03` (its first day), a spreadsheet's serial number. `3/4/2026` is ambiguous and not understood unless one of
 * the numbers is no month. The text must be normalised. Answers `YYYY-MM-DD`.
 */
export function parseDate(text: string): string | undefined {
  const day = text.replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[ +-].*)?$/, '').trim();
  const yearFirst =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(?:(\d{1,2})\s*日?)?)?$/.exec(day) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(day);
  if (yearFirst) return toDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3] ?? 1));
  if (/^\d{4}年?$/.test(day)) return toDay(Number.parseInt(day, 10), 1, 1);
  if (/^\d{5}(?:\.\d+)?$/.test(day)) return serialToDay(Number(day));
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(day);
  if (yearLast) {
    const [first, second, year] = [Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3])];
    if (first > 12) return toDay(year, second, first);
    return second > 12 || first === second ? toDay(year, first, second) : undefined;
  }
  return namedMonth(day);
}

/** A spreadsheet's serial number as a day; undefined outside of 1955 to 2119. */
export function serialToDay(serial: number): string | undefined {
  if (serial < 20_000 || serial > 80_000) return undefined;
  return new Date((Math.floor(serial) - epochOffset) * 86_400_000).toISOString().slice(0, 10);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function namedMonth(day: string): string | undefined {
  const match =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})$/i.exec(day) ??
    /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(day);
  if (!match) return undefined;
  const [, first = '', second = '', year = ''] = match;
  const isDayFirst = /^\d/.test(first);
  const month = months.indexOf((isDayFirst ? second : first).toLowerCase()) + 1;
  return toDay(Number(year), month, Number(isDayFirst ? first : second));
}

function toDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1950 && year < 2120 ? date.toISOString().slice(0, 10) : undefined;
}
