import type { ClassFile } from '../../workspace/class-file/class-file.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import type { Analyzer } from '../analyzer.js';
import { createFactCollector, type FactCollector } from '../fact-collector.js';
import { unitOfFile } from '../java-unit.js';
import { emitClassFacts } from './class-facts.js';
import { emitClassLevel } from './class-level.js';
import { findArchives, type JavaArchive } from './find-archives.js';
import { emitLibrary, openLibrary, type BundledLibrary } from '../bundled-library.js';
import { emitPackaging } from './packaging.js';
import { emitAddresses, emitPlaceholders } from './placeholders.js';
import { findRemovedApis } from './removed-apis.js';
import { title } from './texts.js';

const by = 'java-archive';

/** Applications of which only the built WAR or jar is there, and the jars that web applications carry with them. */
export const javaArchiveAnalyzer: Analyzer = {
  id: by,
  title: title(),
  files: ['**/*.class', '**/WEB-INF/**', '**/BOOT-INF/lib/*.jar', '**/META-INF/MANIFEST.MF'],
  origins: ['own', 'vendored'],
  roots: ['*.war'],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    const archives = findArchives(project);
    for (const archive of archives) emitArchive(archive, { project, collector });
    const units = new Set(archives.map(({ unit }) => unit));
    for (const file of matched) {
      if (!/(?:^|\/)WEB-INF\/lib\/[^/]+\.jar$/i.test(file.path)) continue;
      const unit = unitOfFile(file.path, project);
      if (!units.has(unit)) emitLibrary(openLibrary(file, project), { unit, by, collector });
    }
    return collector.result();
  },
};

function emitArchive(archive: JavaArchive, options: { project: Project; collector: FactCollector }): void {
  const { collector, project } = options;
  const { unit } = archive;
  const libraries = archive.libraries.map((file) => openLibrary(file, project));
  emitPackaging(archive, { by, collector, project });
  for (const library of libraries) emitLibrary(library, { unit, by, collector });
  emitClassLevel(archive, { libraries, by, collector });
  const own = libraries.filter((library) => isOwn(library, archive));
  const classes = parseClasses([...archive.classes, ...own.flatMap(ownClasses)]);
  for (const { file, parsed } of classes) {
    emitClassFacts(file, parsed, { unit, by, collector, isOwn: archive.classes.includes(file) });
  }
  emitServletApi(archive, { classes, project, collector });
  const provided = providedPackages(archive, libraries);
  for (const { from, classes: files } of findRemovedApis(classes, {
    isWar: archive.isWar,
    isProvided: (name) => provided.has(name.slice(0, name.lastIndexOf('.'))),
  })) {
    const value = { language: 'java' as const, constraint: `<${from}`, basis: 'api' as const };
    for (const file of files) collector.add('runtime', unit, value, file.evidence(by), 'inferred');
  }
  const settings = own.flatMap(({ members }) => members.filter(isSettings));
  emitPlaceholders(settings, { unit, by, collector });
  emitAddresses(settings, { unit, by, collector });
}

/** A library of the application's own people: its POM is of the same group as the archive's. */
function isOwn({ coordinates }: BundledLibrary, archive: JavaArchive): boolean {
  return archive.coordinates !== undefined && coordinates?.group === archive.coordinates.group;
}

/** The POM that Maven puts into each jar tells of its build, not of what it runs with. */
function isSettings({ name, path }: SourceFile): boolean {
  return /\.(?:xml|properties)$/.test(name) && !path.includes('!/META-INF/maven/');
}

function ownClasses({ file, members }: BundledLibrary): readonly SourceFile[] {
  return members.filter(
    ({ path }) =>
      path.endsWith('.class') &&
      !path.startsWith(`${file.path}!/META-INF/`) &&
      !path.endsWith('module-info.class'),
  );
}

function parseClasses(files: readonly SourceFile[]): { file: SourceFile; parsed: ClassFile }[] {
  return files.flatMap((file) => {
    const parsed = file.classFile();
    return parsed ? [{ file, parsed }] : [];
  });
}

/** Packages with classes in the archive. A folder in front of the package (a shaded copy) does not provide it. */
function providedPackages(archive: JavaArchive, libraries: readonly BundledLibrary[]): ReadonlySet<string> {
  const packages = new Set<string>();
  const add = (path: string): void => {
    if (path.endsWith('.class')) packages.add(path.slice(0, path.lastIndexOf('/')).replaceAll('/', '.'));
  };
  for (const { path } of archive.classes)
    add(path.slice(archive.prefix.length).replace(/^(?:WEB|BOOT)-INF\/classes\//, ''));
  for (const { file, members } of libraries) {
    for (const { path } of members) add(path.slice(file.path.length + 2));
  }
  return packages;
}

/** The namespace that the classes use, when no descriptor says the same with a version. */
function emitServletApi(
  archive: JavaArchive,
  options: {
    classes: readonly { file: SourceFile; parsed: ClassFile }[];
    project: Project;
    collector: FactCollector;
  },
): void {
  const descriptor = options.project.file(`${archive.prefix}WEB-INF/web.xml`)?.xml();
  const declared =
    descriptor && Object.values(descriptor.attributes).some((value) => value.includes('jakarta.ee'))
      ? 'jakarta'
      : 'javax';
  for (const namespace of ['javax', 'jakarta'] as const) {
    if (descriptor && declared === namespace) continue;
    const user = options.classes.find(({ parsed }) =>
      parsed.references.some((name) => name.startsWith(`${namespace}.servlet.`)),
    );
    if (user)
      options.collector.add('servlet-api', archive.unit, { namespace }, user.file.evidence(by), 'inferred');
  }
}
