import type { ImageCatalog } from '../model/image-catalog.js';

/** Numeric parts of a version: `1.8.0_292` → [1, 8, 0, 292]. */
export function versionParts(version: string): number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}

/** Compares by numeric parts; a missing part is zero. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [versionParts(a), versionParts(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const order = (x[i] ?? 0) - (y[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** `1.8` and `8` are 8; `17.0.2` is 17; undefined when there is no number. */
export function javaFeature(version: string): number | undefined {
  const [first, second] = versionParts(version);
  return first === 1 && second !== undefined ? second : first;
}

/**
 * Whether a version line (`8.2`) satisfies a constraint made of comparisons: `>=5.3 <7.0`, `^7.4 || ^8.0`, `~8.1`,
 * `8.*`, `>=18`. Alternatives by `||` or `|`, conjunction by space or comma. Source: Composer's and npm's version
 * constraint documentation. A line stands for all of its patch releases.
 */
export function satisfies(line: string, constraint: string): boolean {
  return constraint.split(/\|\|?/).some((alternative) => {
    const terms = alternative
      .trim()
      .replace(/([<>=!~^]+)\s+/g, '$1')
      .replace(/^(\S+)\s+-\s+(\S+)$/, '>=$1 <=$2')
      .split(/[\s,]+/)
      .filter((term) => term !== '');
    return terms.every((term) => satisfiesTerm(line, term));
  });
}

function satisfiesTerm(line: string, term: string): boolean {
  const match = /^(>=|<=|>|<|!=|==?|\^|~)?v?(\d[\d.]*|\*)(?:\.[*x]|-.*|@.*)?$/.exec(term);
  if (!match) return true;
  const [, operator = '', version = '*'] = match;
  if (version === '*') return true;
  // A line such as 8.2 holds releases up to 8.2.999, so that it satisfies >=8.2.5.
  const [lowest, highest] = [line, `${line}.999`];
  if (operator === '>=') return compareVersions(highest, version) >= 0;
  if (operator === '>') return compareVersions(highest, version) > 0;
  if (operator === '<=') return compareVersions(lowest, version) <= 0;
  if (operator === '<') return compareVersions(lowest, version) < 0;
  if (operator === '!=') return compareVersions(line, version) !== 0;
  if (operator === '^')
    return compareVersions(highest, version) >= 0 && versionParts(line)[0] === versionParts(version)[0];
  if (operator === '~')
    return compareVersions(highest, version) >= 0 && compareVersions(lowest, tildeCeiling(version)) < 0;
  return samePrefix(line, version);
}

/** `~8.1` is below 9, `~8.1.3` below 8.2, `~8` below 9. */
function tildeCeiling(version: string): string {
  const parts = versionParts(version);
  if (parts.length <= 2) return String((parts[0] ?? 0) + 1);
  return `${parts[0] ?? 0}.${(parts[1] ?? 0) + 1}`;
}

function samePrefix(line: string, version: string): boolean {
  const [x, y] = [versionParts(line), versionParts(version)];
  return x.slice(0, Math.min(x.length, y.length)).every((part, i) => part === y[i]);
}

/** The version lines of an image, lowest first. */
export function linesOf(catalog: ImageCatalog, image: string): string[] {
  const lines = catalog.images[image]?.releases.map((release) => release.version) ?? [];
  return [...new Set(lines)].sort(compareVersions);
}

/** Whether the catalogue has a line for one Java version. */
export function hasRelease(
  catalog: ImageCatalog,
  image: string,
  wanted: { version: string; java?: string },
): boolean {
  return (
    catalog.images[image]?.releases.some(
      (release) =>
        release.version === wanted.version && (wanted.java === undefined || release.java === wanted.java),
    ) ?? false
  );
}

/**
 * The line to take under a constraint: the catalogue's default if it satisfies, else the nearest satisfying line above
 * it, else the highest one below; undefined when none satisfies.
 */
export function pickLine(
  catalog: ImageCatalog,
  image: string,
  constraints: readonly string[],
): string | undefined {
  const lines = linesOf(catalog, image);
  const fitting = lines.filter((line) => constraints.every((constraint) => satisfies(line, constraint)));
  const preferred = catalog.images[image]?.default ?? lines.at(-1) ?? '';
  return fitting.find((line) => compareVersions(line, preferred) >= 0) ?? fitting.at(-1);
}
