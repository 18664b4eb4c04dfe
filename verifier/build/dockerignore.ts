/**
 * The matcher of a .dockerignore file, after moby/patternmatcher
 * (https://docs.docker.com/build/concepts/context/#dockerignore-files): the last pattern that matches a path or one of
 * its parents decides.
 */
export interface IgnoreMatcher {
  /** True when the path (relative, forward slashes) is left out of the context. */
  readonly excludes: (path: string) => boolean;
  /** True when nothing below the directory can be let in again, so that it need not be walked. */
  readonly prunes: (directory: string) => boolean;
}

interface Pattern {
  readonly text: string;
  readonly negated: boolean;
  readonly regexp: RegExp;
}

/** Reads the patterns of a .dockerignore file. */
export function parseDockerignore(text: string): IgnoreMatcher {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => toPattern(line.trim()) ?? []);
  const excludes = (path: string): boolean => {
    const candidates = withParents(path);
    let excluded = false;
    for (const { negated, regexp } of patterns) {
      if (negated === excluded && candidates.some((candidate) => regexp.test(candidate))) excluded = !negated;
    }
    return excluded;
  };
  const negations = patterns.filter(({ negated }) => negated);
  return {
    excludes,
    prunes: (directory) =>
      excludes(directory) && !negations.some(({ text: pattern }) => mayReach(pattern, directory)),
  };
}

function toPattern(line: string): Pattern | undefined {
  const negated = line.startsWith('!');
  const text = clean(negated ? line.slice(1).trim() : line);
  if (text === '' || text === '.') return undefined;
  return { text, negated, regexp: toRegExp(text) };
}

/** As Go's filepath.Clean, with the leading slash dropped: all patterns are relative to the context. */
function clean(pattern: string): string {
  const parts: string[] = [];
  for (const part of pattern.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function toRegExp(pattern: string): RegExp {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern.charAt(i);
    if (character === '*' && pattern[i + 1] === '*') {
      i++;
      // `**/` also matches no directory at all; `**` at the end matches everything.
      if (pattern[i + 1] === '/') i++;
      source += i === pattern.length - 1 ? '.*' : '(?:.*/)?';
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '[' && pattern.includes(']', i + 2)) {
      const end = pattern.indexOf(']', i + 2);
      source += `[${pattern
        .slice(i + 1, end)
        .replace(/^!/, '^')
        .replaceAll('[', '\\[')}]`;
      i = end;
    } else source += character.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  }
  return new RegExp(`^${source}$`);
}

function withParents(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Whether a pattern could match something below a directory: its fixed beginning leads there. */
function mayReach(pattern: string, directory: string): boolean {
  const fixed = /^[^*?[]*/.exec(pattern)?.[0] ?? '';
  return (
    fixed.startsWith(`${directory}/`) || directory.startsWith(fixed) || `${directory}/`.startsWith(fixed)
  );
}
