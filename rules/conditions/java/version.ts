/**
 * Versions as hashicorp's go-version reads them, which is what the reference compares with.
 * Source: https://github.com/hashicorp/go-version
 */
export interface Version {
  readonly numbers: readonly number[];
  readonly prerelease: string;
}

const shape =
  /^v?(\d+(?:\.\d+)*)(?:-(\d+[0-9A-Za-z\-~]*(?:\.[0-9A-Za-z\-~]+)*)|-?([A-Za-z\-~]+[0-9A-Za-z\-~]*(?:\.[0-9A-Za-z\-~]+)*))?(?:\+[0-9A-Za-z\-~]+(?:\.[0-9A-Za-z\-~]+)*)?$/;

/** Reads a version; of one that does not parse, the first run of dotted numbers. Undefined when there is none. */
export function readVersion(text: string): Version | undefined {
  const match = shape.exec(text.trim());
  if (match) return { numbers: toNumbers(match[1] ?? ''), prerelease: match[2] ?? match[3] ?? '' };
  const run = /^\D*(\d+(?:\.\d+)+)/.exec(text.trim())?.[1];
  return run === undefined || /[[(,$_]/.test(text) ? undefined : { numbers: toNumbers(run), prerelease: '' };
}

function toNumbers(text: string): number[] {
  return text.split('.').map(Number);
}

function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const order = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * Whether a version lies within inclusive bounds. `go-version`: a pre-release (`-jre`, `-SNAPSHOT`) fails every bound
 * that has none. `numbers`: suffixes don't count.
 */
export function isWithin(
  version: Version,
  bounds: { readonly lower: Version | undefined; readonly upper: Version | undefined },
  ordering: 'go-version' | 'numbers',
): boolean {
  for (const bound of [bounds.lower, bounds.upper]) {
    if (bound && ordering === 'go-version' && version.prerelease !== '' && bound.prerelease === '')
      return false;
  }
  if (bounds.lower && compareVersions(version, bounds.lower) < 0) return false;
  return !bounds.upper || compareVersions(version, bounds.upper) <= 0;
}
