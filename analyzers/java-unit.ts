import type { Project, SourceFile } from '../workspace/project.js';
import { parentOf } from './paths.js';

const buildFiles = ['pom.xml', 'build.gradle', 'build.gradle.kts', 'build.xml', '.classpath'] as const;

/**
 * The unit that a file of a Java application belongs to: the nearest directory above it with a build file; for a
 * member of an archive the EAR or the innermost WAR around it, else the outermost archive that is not merely a distribution (`.zip`,
 * `.tar.gz`). A folder around `WEB-INF` counts when no build file is nearer than an aggregator.
 */
export function unitOfFile(path: string, project: Project): string {
  const archive = unitArchive(path);
  return archive ?? unitDirectory(path, project);
}

/** The archive that a member's facts belong to; undefined for files on disk and in mere distributions. */
function unitArchive(path: string): string | undefined {
  const ends = [...path.matchAll(/!\//g)].map((match) => match.index);
  const archives = ends.map((end) => path.slice(0, end));
  // An EAR is deployed as a whole: its web modules are no applications of their own.
  const enterprise = archives.find((archive) => /\.ear$/i.test(archive));
  const innermostWar = archives.findLast((archive) => /\.war$/i.test(archive));
  return enterprise ?? innermostWar ?? archives.find((archive) => /\.(?:jar|rar|par|sar)$/i.test(archive));
}

function unitDirectory(path: string, project: Project): string {
  let webRoot: string | undefined;
  for (let directory = parentOf(path); ; directory = parentOf(directory)) {
    if (hasWebInf(directory, project)) webRoot ??= directory;
    const build = buildFileIn(directory, project);
    if (build) return webRoot !== undefined && isAggregator(build) ? webRoot : directory;
    if (directory === '') return webRoot ?? '';
  }
}

/** The directory of the nearest build file above a path; undefined where nothing is built from source. */
export function buildDirectoryOf(path: string, project: Project): string | undefined {
  for (let directory = parentOf(path); ; directory = parentOf(directory)) {
    if (buildFileIn(directory, project)) return directory;
    if (directory === '') return undefined;
  }
}

function hasWebInf(directory: string, project: Project): boolean {
  return project.hasDirectory(directory === '' ? 'WEB-INF' : `${directory}/WEB-INF`);
}

function buildFileIn(directory: string, project: Project): SourceFile | undefined {
  // An archive carries the POM that it was built from; nothing is built by it there.
  if (/(?:^|[/!])META-INF\/maven\//.test(directory)) return undefined;
  const prefix = directory === '' ? '' : project.file(directory) ? `${directory}!/` : `${directory}/`;
  for (const name of buildFiles) {
    const file = project.file(prefix + name);
    if (file) return file;
  }
  return undefined;
}

/** A Maven aggregator builds nothing of its own, so a web root right below it can't be its. */
function isAggregator(file: SourceFile): boolean {
  if (file.name !== 'pom.xml') return false;
  const packaging = file.xml()?.children.find((child) => child.local === 'packaging');
  return packaging?.text === 'pom';
}
