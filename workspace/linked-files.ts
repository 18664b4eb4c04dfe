import { compareStrings } from '../model/order.js';
import type { LazySourceFile } from './source-file.js';

/** What the links inside the input lead to: by the link's path without links in it, the target's path. */
export type LinkTable = ReadonlyMap<string, string>;

/** Answers paths that go through links. Files are listed once, by the path that holds none. */
export interface LinkedFiles {
  /** The path without links in it. */
  readonly real: (path: string) => string;
  /** The file at a path with a link in it. */
  readonly file: (path: string) => LazySourceFile | undefined;
  /** Every path by which links lead to a file, but for directories of other people's work. */
  readonly aliases: () => readonly Alias[];
}

export interface Alias {
  readonly path: string;
  /** Position of the file in the list of all. */
  readonly index: number;
  /** The file under the link's path, for who looks for that path only. */
  readonly file: () => LazySourceFile;
}

interface Parts {
  readonly links: LinkTable;
  /** Sorted by path. */
  readonly files: readonly LazySourceFile[];
  readonly byPath: ReadonlyMap<string, LazySourceFile>;
  readonly createAt: (path: string, file: LazySourceFile) => LazySourceFile;
  readonly isOwn: (path: string) => boolean;
}

/** As many links as the Linux kernel follows: https://man7.org/linux/man-pages/man7/path_resolution.7.html */
const mostHops = 40;

/** Makes the look-up of one project's links. */
export function createLinkedFiles(parts: Parts): LinkedFiles {
  const { links, byPath } = parts;
  const views = new Map<string, LazySourceFile>();
  const viewAt = (path: string, file: LazySourceFile): LazySourceFile => {
    const view = views.get(path) ?? parts.createAt(path, file);
    views.set(path, view);
    return view;
  };
  const real = (path: string): string => (links.size === 0 ? path : realPath(links, path));
  let aliases: readonly Alias[] | undefined;
  return {
    real,
    file: (path) => {
      if (links.size === 0) return undefined;
      const file = byPath.get(real(path));
      if (!file) return undefined;
      // A link that gives a file another name gives it another meaning: .htaccess → /etc/wordpress/htaccess
      return nameOf(path) === file.name ? file : viewAt(path, file);
    },
    aliases: () => (aliases ??= links.size === 0 ? [] : listAliases(parts, viewAt)),
  };
}

function realPath(links: LinkTable, path: string): string {
  let pending = path.split('/');
  let done = '';
  for (let hops = 0; pending.length > 0;) {
    const [name = '', ...rest] = pending;
    pending = rest;
    // Members of an archive lie below its name with a mark: `app.war!/WEB-INF`.
    const mark = name.endsWith('!') ? '!' : '';
    const plain = mark === '' ? name : name.slice(0, -1);
    const at = done === '' ? plain : `${done}/${plain}`;
    const target = links.get(at);
    if (target === undefined || hops >= mostHops) {
      done = at + mark;
      continue;
    }
    hops++;
    done = '';
    pending = [...(target === '' ? [] : `${target}${mark}`.split('/')), ...pending];
  }
  return done;
}

/**
 * Links in a linked directory are not followed further: what they lead to is listed with them already, and package
 * managers that link packages to each other (pnpm) would make it endless.
 */
function listAliases(
  { links, files, byPath, isOwn }: Parts,
  viewAt: (path: string, file: LazySourceFile) => LazySourceFile,
): Alias[] {
  const found: Alias[] = [];
  const add = (path: string, index: number): void => {
    const file = files[index];
    if (file) found.push({ path, index, file: () => viewAt(path, file) });
  };
  for (const [path, target] of links) {
    const start = firstAtOrAfter(files, byPath.has(target) || target === '' ? target : `${target}/`);
    if (byPath.has(target)) add(path, start);
    else if (isOwn(`${path}/`)) {
      const inside = target === '' ? '' : `${target}/`;
      for (let i = start; files[i]?.path.startsWith(inside) === true; i++) {
        add(`${path}/${files[i]?.path.slice(inside.length) ?? ''}`, i);
      }
    }
  }
  return found.sort((a, b) => compareStrings(a.path, b.path));
}

function firstAtOrAfter(files: readonly LazySourceFile[], path: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareStrings(files[middle]?.path ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
