import picomatch from 'picomatch';
import { sortBy } from '../model/order.js';
import type { Alias } from './linked-files.js';
import type { Project, SourceFile } from './project.js';

/**
 * Answers globs over a fixed list of files; every glob is evaluated once. `aliases` are paths by which links lead to some of
 * the files.
 */
export function createFinder(
  files: readonly SourceFile[],
  aliases: () => readonly Alias[] = () => [],
): Project['find'] {
  const matches = new Map<string, readonly number[]>();
  let byExtension: ReadonlyMap<string, readonly number[]> | undefined;
  const all = files.map((_, index) => index);
  const evaluate = (glob: string): readonly number[] => {
    byExtension ??= indexExtensions(files);
    const extension = extensionOf(glob);
    const candidates = extension === undefined ? all : (byExtension.get(extension) ?? []);
    const isMatch = picomatch(glob, { dot: true, nonegate: true });
    return candidates.filter((index) => isMatch(files[index]?.path ?? ''));
  };
  const matchesOf = (glob: string): readonly number[] => {
    const found = matches.get(glob) ?? evaluate(glob);
    matches.set(glob, found);
    return found;
  };
  const findAliases = rememberAliases(aliases);
  return (globs, options = {}) => {
    const origins = new Set(options.origins ?? ['own']);
    const [only] = globs;
    const indices =
      globs.length === 1 && only !== undefined
        ? matchesOf(only)
        : [...new Set(globs.flatMap(matchesOf))].sort((a, b) => a - b);
    const found = indices.flatMap((index) => {
      const file = files[index];
      return file && origins.has(file.origin) ? [file] : [];
    });
    const linked = findAliases(globs, indices).filter((file) => origins.has(file.origin));
    return linked.length === 0 ? found : sortBy([...found, ...linked], ({ path }) => [path]);
  };
}

/** Files that only a link's path makes a match, each under the first such path. */
function rememberAliases(
  aliases: () => readonly Alias[],
): (globs: readonly string[], found: readonly number[]) => SourceFile[] {
  const matches = new Map<string, readonly Alias[]>();
  const matchesOf = (glob: string): readonly Alias[] => {
    const known = matches.get(glob);
    if (known) return known;
    const isMatch = picomatch(glob, { dot: true, nonegate: true });
    const matching = aliases().filter(({ path }) => isMatch(path));
    matches.set(glob, matching);
    return matching;
  };
  return (globs, found) => {
    if (aliases().length === 0) return [];
    const taken = new Set(found);
    return globs.flatMap(matchesOf).flatMap(({ index, file }) => {
      if (taken.has(index)) return [];
      taken.add(index);
      return [file()];
    });
  };
}

/** The extension that every match must have, when the glob ends in a literal one. */
function extensionOf(glob: string): string | undefined {
  return /^[^{}()[\]]*\*?[^{}()[\]*?!+@\\]*(\.[\w-]+)$/.exec(glob)?.[1];
}

function indexExtensions(files: readonly SourceFile[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  files.forEach((file, position) => {
    const extension = /\.[\w-]+$/.exec(file.path)?.[0] ?? '';
    const known = index.get(extension);
    if (known) known.push(position);
    else index.set(extension, [position]);
  });
  return index;
}
