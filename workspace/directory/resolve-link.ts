import { lstatSync, readlinkSync } from 'node:fs';

/** Where a link leads. */
export type LinkTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'outside' | 'loop' | 'other'; readonly target: string };

/**
 * Follows a link without leaving a root. Every component is looked at by itself, so that no link on the way leads out
 * either. An absolute target is taken as it is if it lies in the root, else as if the root were `/`: that is what the
 * links of an unpacked package mean (Debian's WordPress: /usr/share/wordpress/wp-content → /var/lib/wordpress/…).
 * `link` and the answer's path are relative to the root.
 */
export function resolveLink(root: string, link: string): LinkTarget {
  const written = readLink(`${root}/${link}`) ?? '';
  let pending = link.split('/');
  const done: string[] = [];
  let hops = 0;
  while (pending.length > 0) {
    const [name = '', ...rest] = pending;
    pending = rest;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (done.length === 0) return { kind: 'outside', target: written };
      done.pop();
      continue;
    }
    const path = [...done, name].join('/');
    const target = readLink(`${root}/${path}`);
    if (target === undefined) {
      done.push(name);
      continue;
    }
    // As the Linux kernel does: https://man7.org/linux/man-pages/man7/path_resolution.7.html
    if (++hops > 40) return { kind: 'loop', target: written };
    const inside = target === root || target.startsWith(`${root}/`);
    // `etc` → /etc: as if the root were `/` it would be itself, but the machine's own directory is what it means.
    if (!inside && target === `/${path}`) return { kind: 'outside', target: written };
    if (target.startsWith('/')) done.length = 0;
    pending = [...(inside ? target.slice(root.length) : target).split('/'), ...pending];
  }
  return describe(root, done.join('/'), written);
}

function readLink(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    // Missing: the last step finds that out for the whole path.
    return undefined;
  }
}

function describe(root: string, path: string, written: string): LinkTarget {
  try {
    const status = lstatSync(`${root}/${path}`);
    if (status.isFile()) return { kind: 'file', path };
    return status.isDirectory() ? { kind: 'directory', path } : { kind: 'other', target: written };
  } catch {
    return { kind: 'outside', target: written };
  }
}
