import type { Project, SourceFile } from '../../workspace/project.js';
import { joinPath, parentOf } from '../paths.js';
import { readStatements } from './statements.js';
import { projectMissingText } from './texts.js';

/** A project of a build, by its directory. */
export interface GradleProject {
  /** `:web:api`, `:` for the root. */
  readonly path: string;
  readonly directory: string;
  readonly name: string;
  readonly script: SourceFile | undefined;
}

/** A Gradle build: the directory with the settings, or a lone build script. */
export interface GradleBuild {
  readonly root: string;
  readonly settings: SourceFile | undefined;
  readonly projects: readonly GradleProject[];
}

const scripts = ['build.gradle', 'build.gradle.kts'];

/** Finds the builds of the input. A script below a build that its settings don't include is not part of it. */
export function findBuilds(files: readonly SourceFile[], project: Project): readonly GradleBuild[] {
  const settings = files.filter(({ name }) => /^settings\.gradle(?:\.kts)?$/.test(name));
  const builds = settings.map((file) => readSettings(file, project));
  const roots = new Set(builds.map(({ root }) => root));
  for (const file of files) {
    if (!scripts.includes(file.name)) continue;
    const directory = parentOf(file.path);
    const covered = builds.some(
      ({ root }) => root === '' || directory === root || directory.startsWith(`${root}/`),
    );
    if (covered || roots.has(directory)) continue;
    const name = directory.slice(directory.lastIndexOf('/') + 1);
    builds.push({
      root: directory,
      settings: undefined,
      projects: [{ path: ':', directory, name, script: file }],
    });
    roots.add(directory);
  }
  return builds;
}

function readSettings(file: SourceFile, project: Project): GradleBuild {
  const root = parentOf(file.path);
  const statements = readStatements(file.text() ?? '');
  const directories = new Map<string, string>();
  const included: { path: string; line: number }[] = [];
  let rootName = root.slice(root.lastIndexOf('/') + 1);
  for (const { text, line } of statements) {
    const name = /^rootProject\.name ?= ?["']([^"'$]+)["']/.exec(text)?.[1];
    if (name !== undefined) rootName = name;
    const moved =
      /^project\(["']([^"']+)["']\)\.projectDir ?= ?(?:new File\(.*?|file\()["'](?:\$\{?\w+\}?\/)?([^"'$]+)["']/.exec(
        text,
      );
    if (moved) directories.set(normalise(moved[1] ?? ''), (moved[2] ?? '').replace(/^\//, ''));
    if (/^include\b(?!Build|Flat)/.test(text)) {
      for (const match of text.matchAll(/["']([^"'$]+)["']/g))
        included.push({ path: normalise(match[1] ?? ''), line });
    }
    if (text.startsWith('includeFlat')) {
      for (const match of text.matchAll(/["']([^"'$]+)["']/g)) {
        directories.set(normalise(match[1] ?? ''), `../${match[1] ?? ''}`);
        included.push({ path: normalise(match[1] ?? ''), line });
      }
    }
  }
  const projects = [{ path: ':', directory: root, name: rootName, script: scriptIn(root, project) }];
  for (const { path, line } of included) {
    const directory = joinPath(root, directories.get(path) ?? path.slice(1).replaceAll(':', '/'));
    const name = path.slice(path.lastIndexOf(':') + 1);
    const script = scriptIn(directory, project, name);
    if (!script && !project.hasDirectory(directory)) {
      project.report({ code: 'gradle-project-missing', file: file.path, line, ...projectMissingText(path) });
      continue;
    }
    if (projects.every((one) => one.path !== path)) projects.push({ path, directory, name, script });
  }
  return { root, settings: file, projects };
}

function normalise(path: string): string {
  return path.startsWith(':') ? path : `:${path.replaceAll('/', ':')}`;
}

function scriptIn(directory: string, project: Project, name?: string): SourceFile | undefined {
  const prefix = directory === '' ? '' : `${directory}/`;
  const names = name === undefined ? scripts : [...scripts, `${name}.gradle`, `${name}.gradle.kts`];
  return names.map((one) => project.file(prefix + one)).find((file) => file !== undefined);
}
