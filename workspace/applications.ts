import { readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { compareStrings } from '../model/order.js';
import { archiveKindOf } from './archive/archive-names.js';

/** Where one application lies. */
export interface ApplicationPlace {
  /** As the user gave it, or below what they gave; forward slashes. */
  readonly path: string;
  /** The path is one archive rather than a directory. */
  readonly archive: boolean;
}

export interface RootMarkers {
  /** Base-name globs of files that mark an application's root. */
  readonly roots: readonly string[];
  /** Those of them that mark one server of an ensemble: siblings that hold them are one application. */
  readonly members: readonly string[];
}

/** Directories below this depth are not searched for applications. */
const deepest = 6;
/** Directories that hold parts of applications, documents or other people's work, never an application. */
const passedOver =
  /^(?:\..*|node_modules|bower_components|vendor|target|lib|libs|docs?|man|WEB-INF|META-INF|__MACOSX|CVS)$/i;

/**
 * Finds the applications at a path. An archive is one, and so is a directory that holds a root marker. Any other directory
 * is what lies below it: nothing or one application climbs up to it, several are a portfolio. Sorted by path.
 */
export function findApplications(path: string, markers: RootMarkers): ApplicationPlace[] {
  const shown = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return [{ path: shown, archive: archiveKindOf(path) !== undefined }];
  const search: Search = {
    isRoot: picomatch([...markers.roots], { nocase: true, dot: true }),
    isMember:
      markers.members.length > 0 ? picomatch([...markers.members], { nocase: true, dot: true }) : () => false,
  };
  const found = searchDirectory(shown, { search, depth: 0 });
  return found.length > 0 ? found : [{ path: shown, archive: false }];
}

/** A short name for an application: its folder's or its archive's, without the extension. */
export function nameOfPlace(place: ApplicationPlace): string {
  const name = basename(resolve(place.path));
  return place.archive ? name.replace(/\.(?:war|jar|ear|zip|tar|tar\.gz|tgz)$/i, '') : name;
}

interface Search {
  readonly isRoot: (name: string) => boolean;
  readonly isMember: (name: string) => boolean;
}

function searchDirectory(path: string, at: { search: Search; depth: number }): ApplicationPlace[] {
  const entries = listDirectory(path);
  const here: ApplicationPlace = { path, archive: false };
  if (marksRoot(entries, at.search) || hidesCode(path, entries) || isUnpackedPackage(path, entries))
    return [here];
  if (at.depth >= deepest) return [];
  const below = (name: string): string => (path === '/' ? `/${name}` : `${path}/${name}`);
  const directories = entries.filter((entry) => entry.isDirectory() && !passedOver.test(entry.name));
  const servers = directories.filter(({ name }) =>
    listDirectory(below(name)).some((entry) => entry.isFile() && at.search.isMember(entry.name)),
  );
  // Servers of one ensemble, each configured in a folder of its own.
  if (servers.length > 1 && servers.length === directories.length) return [here];
  const found = [
    ...entries
      .filter((entry) => entry.isFile() && archiveKindOf(entry.name) !== undefined)
      .map((entry) => ({ path: below(entry.name), archive: true })),
    ...directories.flatMap(({ name }) => searchDirectory(below(name), { ...at, depth: at.depth + 1 })),
  ].sort((a, b) => compareStrings(a.path, b.path));
  return found.length === 1 ? [here] : found;
}

/** What analyzers say marks a root; a repository; documents beside a Compose file. An archive is no marker: it is an application. */
function marksRoot(entries: readonly Dirent[], search: Search): boolean {
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  if (entries.some(({ name }) => name === '.git' || name === '.svn' || name === 'WEB-INF')) return true;
  if (files.some((name) => archiveKindOf(name) === undefined && search.isRoot(name))) return true;
  const composed = files.some((name) => /^(?:docker-)?compose\.ya?ml$/i.test(name));
  return composed && files.some((name) => /^readme/i.test(name));
}

const documentRoots = /^(?:public|public_html|htdocs|webroot|web)$/i;
const codeBesideThem = /^(?:app|application|applications|src|library|lib|modules|config|includes?|classes)$/i;

/** A front page in a folder of its own, and beside it the code that is not served: together one application. */
function hidesCode(path: string, entries: readonly Dirent[]): boolean {
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (!names.some((name) => codeBesideThem.test(name))) return false;
  return names
    .filter((name) => documentRoots.test(name))
    .some((name) => listDirectory(`${path}/${name}`).some((entry) => entry.name === 'index.php'));
}

/** Top directories of a whole machine; a package has none of them. */
const ofMachine = /^(?:home|root|proc|sys|dev|boot)$/;

/**
 * A system package as `dpkg -x` or `rpm2cpio` unpacks it: one application, though its configuration and data lie apart from
 * its code (`usr/share/x`, `etc/x`, `var/lib/x`). https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html
 */
function isUnpackedPackage(path: string, entries: readonly Dirent[]): boolean {
  const top = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (!top.includes('usr') || top.some((name) => ofMachine.test(name))) return false;
  const namesIn = (...directories: readonly string[]): string[] =>
    directories.flatMap((directory) =>
      listDirectory(`${path}/${directory}`)
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name),
    );
  const apart = new Set(namesIn('etc', 'var/lib', 'var/www', 'srv', 'opt'));
  return namesIn('usr/share', 'usr/lib').some((name) => apart.has(name));
}

/** What can't be listed holds nothing here; opening it as a project makes that a problem. */
function listDirectory(path: string): Dirent[] {
  try {
    return readdirSync(join(path), { withFileTypes: true }).sort((a, b) => compareStrings(a.name, b.name));
  } catch {
    return [];
  }
}
