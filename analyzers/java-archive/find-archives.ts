import { compareStrings } from '../../model/order.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import { buildDirectoryOf, unitOfFile } from '../java-unit.js';
import { coordinatesOf, type Coordinates } from '../bundled-library.js';
import { readManifest, type Manifest } from '../jar-manifest.js';

/** An application that exists only as it was built: an archive, or a WAR that somebody unpacked. */
export interface JavaArchive {
  readonly unit: string;
  /** What paths of its members start with: `app.war!/`, `site/`. */
  readonly prefix: string;
  readonly form: 'archive' | 'exploded';
  readonly isWar: boolean;
  readonly manifest: Manifest | undefined;
  /** Everything in it, libraries as files. */
  readonly members: readonly SourceFile[];
  /** Its libraries: jars in WEB-INF/lib or BOOT-INF/lib. */
  readonly libraries: readonly SourceFile[];
  /** Its own classes, without those for other Java versions and module descriptions. */
  readonly classes: readonly SourceFile[];
  /** POM coordinates that the archive carries about itself. */
  readonly coordinates: Coordinates | undefined;
}

/** Finds the applications that are there without their source. What lies in a source tree is its build's business. */
export function findArchives(project: Project): readonly JavaArchive[] {
  const units = new Map<string, SourceFile[]>();
  for (const file of project.files) {
    const unit = unitOfBinary(file, project);
    if (unit === undefined) continue;
    const members = units.get(unit);
    if (members) members.push(file);
    else units.set(unit, [file]);
  }
  return [...units]
    .sort(([a], [b]) => compareStrings(a, b))
    .flatMap(([unit, members]) => describeArchive(unit, members, project));
}

function unitOfBinary(file: SourceFile, project: Project): string | undefined {
  if (file.origin === 'generated') return undefined;
  const unit = unitOfFile(file.path, project);
  if (/\.(?:war|jar)$/i.test(unit)) return buildDirectoryOf(unit, project) === undefined ? unit : undefined;
  if (!project.hasDirectory(unit === '' ? 'WEB-INF' : `${unit}/WEB-INF`)) return undefined;
  return buildDirectoryOf(file.path, project) === unit ? undefined : unit;
}

function describeArchive(unit: string, members: readonly SourceFile[], project: Project): JavaArchive[] {
  const isArchive = /\.(?:war|jar)$/i.test(unit);
  const prefix = isArchive ? `${unit}!/` : unit === '' ? '' : `${unit}/`;
  // What lies in its libraries is asked for library by library.
  const inside = members.filter(
    ({ path }) => path.startsWith(prefix) && !path.slice(prefix.length).includes('!/'),
  );
  const classes = inside.filter(({ path }) => isOwnClass(path.slice(prefix.length)));
  const libraries = inside.filter(({ path }) =>
    /^(?:WEB|BOOT)-INF\/lib\/[^/]+\.jar$/i.test(path.slice(prefix.length)),
  );
  const isWar = !unit.toLowerCase().endsWith('.jar');
  // A folder with WEB-INF and Java sources beside it is a project whose build nobody checked in.
  if (!isArchive && classes.length === 0 && libraries.length === 0) return [];
  const manifest = readManifest(project.file(`${prefix}META-INF/MANIFEST.MF`));
  const coordinates = coordinatesOf(inside, prefix);
  const form = isArchive ? 'archive' : 'exploded';
  return [{ unit, prefix, form, isWar, manifest, members: inside, libraries, classes, coordinates }];
}

function isOwnClass(path: string): boolean {
  if (!path.endsWith('.class') || path.endsWith('module-info.class')) return false;
  return (
    !/^META-INF\/|^org\/springframework\/boot\/loader\//.test(path) &&
    !/(?:^|\/)META-INF\/versions\//.test(path)
  );
}
