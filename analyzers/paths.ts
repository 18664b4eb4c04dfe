/** The directory a path lies in; archives count as directories. */
export function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '' : path.slice(0, cut).replace(/!$/, '');
}

/** The parts joined by slashes, whatever of them is empty; `.` and `..` are resolved, a leading slash is lost. */
export function joinPath(...parts: readonly string[]): string {
  const result: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && result.length > 0 && result.at(-1) !== '..') result.pop();
    else result.push(part);
  }
  return result.join('/');
}

/** True when `path` is `directory` or lies below it; everything lies below `''`. */
export function isWithin(path: string, directory: string): boolean {
  return relativeTo(path, directory) !== undefined;
}

/** `path` as seen from `directory` (`''` for itself); undefined when it does not lie below it. */
export function relativeTo(path: string, directory: string): string | undefined {
  if (directory === '') return path;
  if (path === directory) return '';
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined;
}

/** The deepest directory that all of the paths lie below; `''` for none. */
export function commonDirectory(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => path.split('/'));
  let length = first.length;
  for (const other of rest) {
    let same = 0;
    while (same < length && first[same] === other[same]) same++;
    length = same;
  }
  return first.slice(0, length).join('/');
}

/** True for documentation and examples: what stands there is nobody's configuration, though it may show the usual one. */
export function isExamplePath(path: string): boolean {
  return /(^|\/)(docs?|examples?|samples?)\//i.test(path);
}
