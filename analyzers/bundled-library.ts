import type { FactValues } from '../model/fact-values.js';
import type { Project, SourceFile } from '../workspace/project.js';
import type { FactCollector } from './fact-collector.js';
import { parseJarName } from './jar-name.js';
import { readManifest } from './jar-manifest.js';

/** POM coordinates that an archive carries about itself. */
export interface Coordinates {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly file: SourceFile;
  readonly line: number;
}

/** A jar that ships with an application, opened. */
export interface BundledLibrary {
  readonly file: SourceFile;
  readonly members: readonly SourceFile[];
  readonly coordinates: Coordinates | undefined;
}

export function openLibrary(file: SourceFile, project: Project): BundledLibrary {
  const members = project.members(file);
  return { file, members, coordinates: coordinatesOf(members, `${file.path}!/`) };
}

/** Says what a bundled jar is: by its pom.properties, else by its name, else by its manifest. */
export function emitLibrary(
  library: BundledLibrary,
  options: { unit: string; by: string; collector: FactCollector; scope?: string },
): void {
  const { file, members, coordinates } = library;
  const named = parseJarName(file.name);
  const manifest = readManifest(members.find(({ path }) => path === `${file.path}!/META-INF/MANIFEST.MF`));
  const written =
    manifest?.get('Implementation-Version') ??
    manifest?.get('Bundle-Version') ??
    manifest?.get('Specification-Version');
  const stated = coordinates?.version ?? named.version ?? plainVersion(written?.text);
  const value: FactValues['library'] = {
    ...(coordinates && { group: coordinates.group }),
    name: coordinates?.name ?? named.name,
    ...(stated !== undefined && { version: stated }),
    scope: options.scope ?? 'runtime',
    ecosystem: 'bundled',
  };
  options.collector.add('library', options.unit, value, file.evidence(options.by));
  if (coordinates) {
    options.collector.add(
      'library',
      options.unit,
      value,
      coordinates.file.evidence(options.by, coordinates.line),
    );
  } else if (named.version === undefined && stated !== undefined && manifest && written) {
    options.collector.add('library', options.unit, value, manifest.file.evidence(options.by, written.line));
  }
}

function plainVersion(text: string | undefined): string | undefined {
  return /^"?(\d[\w.-]*)/.exec(text ?? '')?.[1];
}

/** The pom.properties of an archive, if it has just one: a shaded jar has many and none is it. */
export function coordinatesOf(members: readonly SourceFile[], prefix: string): Coordinates | undefined {
  const files = members.filter(({ path }) =>
    /^META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/.test(path.slice(prefix.length)),
  );
  const [file] = files;
  if (!file || files.length > 1) return undefined;
  const entries = file.properties();
  const of = (key: string): string | undefined => entries.find((entry) => entry.key === key)?.value;
  const [group, name, version] = [of('groupId'), of('artifactId'), of('version')];
  if (group === undefined || name === undefined || version === undefined) return undefined;
  return { group, name, version, file, line: entries.find(({ key }) => key === 'version')?.line ?? 1 };
}
