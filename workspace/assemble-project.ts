import type { Problem } from '../model/problem.js';
import { compareStrings, sortBy } from '../model/order.js';
import type { FileEntry } from './file-entry.js';
import { createFinder } from './find-files.js';
import { defaultLimits } from './limits.js';
import type { Limits } from './limits.js';
import { createOriginFinder } from './origins.js';
import { createParsers } from './parsers.js';
import type { Project, SourceFile } from './project.js';
import { LazySourceFile } from './source-file.js';
import { createTriggerIndex } from './trigger-index.js';

/** What a project is made of, wherever it comes from. */
export interface ProjectParts {
  readonly root: string;
  readonly archive: boolean;
  readonly entries: readonly FileEntry[];
  /** Directories without files, so that they can be asked for. */
  readonly directories?: readonly string[];
  readonly problems?: readonly Problem[];
  readonly limits?: Partial<Limits> | undefined;
  /** Opens an archive that was not unfolded with the rest; its members' paths start with `<path>!/`. */
  readonly openArchive?: (file: SourceFile, report: (problem: Problem) => void) => readonly FileEntry[];
}

/** Builds the project that analyzers see. Entries may come in any order. */
export function assembleProject(parts: ProjectParts): Project {
  const limits = { ...defaultLimits, ...parts.limits };
  const problems = createProblems(parts.problems ?? []);
  const byPath = new Map<string, SourceFile>();
  const originOf = createOriginFinder((path) => byPath.has(path));
  const parsers = createParsers(limits, problems.report);
  const context = { limits, parsers, originOf, report: problems.report, budget: { left: limits.keepBytes } };
  const create = (entries: readonly FileEntry[]): readonly SourceFile[] => {
    const sorted = [...entries].sort((a, b) => compareStrings(a.path, b.path));
    return sorted.map((entry) => new LazySourceFile(entry, context));
  };
  const files = create(parts.entries);
  for (const file of files) byPath.set(file.path, file);
  const members = createMembers(parts, create, byPath, problems.report);
  const directories = directoriesOf(files, parts.directories ?? []);
  const find = createFinder(files);
  return {
    root: parts.root,
    archive: parts.archive,
    files,
    file: (path) => byPath.get(path) ?? members.find(path),
    members: members.of,
    find,
    hasDirectory: (path) => directories.has(path),
    sourcesWith: createTriggerIndex(find),
    report: problems.report,
    problems: problems.sorted,
  };
}

function createProblems(first: readonly Problem[]): {
  report: (problem: Problem) => void;
  sorted: () => readonly Problem[];
} {
  const known = new Map<string, Problem>();
  const report = (problem: Problem): void => {
    const key = JSON.stringify([problem.code, problem.file, problem.line ?? 0]);
    if (!known.has(key)) known.set(key, problem);
  };
  first.forEach(report);
  return {
    report,
    sorted: () => sortBy(known.values(), ({ file, line, code }) => [file, line ?? 0, code]),
  };
}

function createMembers(
  parts: ProjectParts,
  create: (entries: readonly FileEntry[]) => readonly SourceFile[],
  byPath: Map<string, SourceFile>,
  report: (problem: Problem) => void,
): { of: (file: SourceFile) => readonly SourceFile[]; find: (path: string) => SourceFile | undefined } {
  const opened = new Map<string, readonly SourceFile[]>();
  const of = (file: SourceFile): readonly SourceFile[] => {
    let members = opened.get(file.path);
    if (!members) {
      members = create(parts.openArchive?.(file, report) ?? []);
      opened.set(file.path, members);
      for (const member of members) if (!byPath.has(member.path)) byPath.set(member.path, member);
    }
    return members;
  };
  const find = (path: string): SourceFile | undefined => {
    const bang = path.lastIndexOf('!/');
    if (bang < 0) return undefined;
    const archive = byPath.get(path.slice(0, bang)) ?? find(path.slice(0, bang));
    if (archive) of(archive);
    return byPath.get(path);
  };
  return { of, find };
}

function directoriesOf(files: readonly SourceFile[], empty: readonly string[]): ReadonlySet<string> {
  const directories = new Set<string>(['']);
  const add = (path: string): void => {
    for (
      let at = path;
      at !== '' && !directories.has(at);
      at = at.slice(0, Math.max(0, at.lastIndexOf('/')))
    ) {
      directories.add(at);
    }
  };
  for (const file of files) add(file.directory);
  empty.forEach(add);
  return directories;
}
