import type { Problem } from '../model/problem.js';
import { compareStrings, sortBy } from '../model/order.js';
import type { ArchiveContext } from './archive/archive-context.js';
import { createByteCache } from './archive/byte-source.js';
import { openArchive } from './archive/open-archive.js';
import { unfoldArchives } from './archive/unfold-archives.js';
import type { FileEntry } from './file-entry.js';
import { createFinder } from './find-files.js';
import { keepInternals } from './internals.js';
import { defaultLimits } from './limits.js';
import type { Limits } from './limits.js';
import { createLinkedFiles } from './linked-files.js';
import type { LinkTable } from './linked-files.js';
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
  readonly links?: LinkTable;
  readonly problems?: readonly Problem[];
  readonly limits?: Partial<Limits> | undefined;
}

/** Builds the project that analyzers see. Entries may come in any order. */
export function assembleProject(parts: ProjectParts): Project {
  const limits = { ...defaultLimits, ...parts.limits };
  const { report, sorted } = createProblems(parts.problems ?? []);
  const cache = createByteCache(limits.keepBytes / 2);
  const archives: ArchiveContext = { limits, report, cache, unpacked: { total: 0 } };
  const unfolded = unfoldParts(parts, archives);
  const byPath = new Map<string, LazySourceFile>();
  const origins = createOriginFinder((path) => byPath.has(path));
  const parsers = createParsers(limits, report);
  const context = { limits, parsers, originOf: origins.of, report, budget: { left: limits.keepBytes / 2 } };
  const create = (entries: readonly FileEntry[]): readonly LazySourceFile[] => {
    const ordered = [...entries].sort((a, b) => compareStrings(a.path, b.path));
    return ordered.map((entry) => new LazySourceFile(entry, context));
  };
  const files = create(unfolded.entries);
  for (const file of files) byPath.set(file.path, file);
  const directories = directoriesOf(files, [...(parts.directories ?? []), ...unfolded.directories]);
  const linked = createLinkedFiles({
    links: parts.links ?? new Map<string, string>(),
    files,
    byPath,
    createAt: (path, { entry }) => new LazySourceFile({ ...entry, path }, context),
    isOwn: (path) => origins.ofPath(path) === 'own',
  });
  const members = createMembers({ files, byPath, create, archives, realPath: linked.real });
  const find = createFinder(files, linked.aliases);
  const sources = createSourceLists(find);
  const triggers = createTriggerIndex(sources);
  const project: Project = {
    root: parts.root,
    archive: parts.archive,
    files,
    file: (path) => byPath.get(path) ?? members.find(linked.real(path)) ?? linked.file(path),
    members: members.of,
    find,
    hasDirectory: (path) => directories.has(path) || directories.has(linked.real(path)),
    realPath: linked.real,
    sourcesWith: triggers.sourcesWith,
    report,
    problems: sorted,
  };
  keepInternals(project, { limits, sources, triggers });
  return project;
}

const sourceGlobs = {
  java: ['**/*.java'],
  php: ['php', 'php3', 'php4', 'php5', 'php7', 'phtml', 'inc'].map((extension) => `**/*.${extension}`),
};

/** Own source files by language, found once. */
function createSourceLists(find: Project['find']): (language: 'java' | 'php') => readonly LazySourceFile[] {
  const lists: { java?: readonly LazySourceFile[]; php?: readonly LazySourceFile[] } = {};
  return (language) =>
    (lists[language] ??= find(sourceGlobs[language]).filter(
      (file): file is LazySourceFile => file instanceof LazySourceFile,
    ));
}

function unfoldParts(
  { entries }: ProjectParts,
  archives: ArchiveContext,
): { entries: readonly FileEntry[]; directories: readonly string[] } {
  const paths = new Set(entries.map(({ path }) => path));
  const origins = createOriginFinder((path) => paths.has(path));
  return unfoldArchives(entries, archives, ({ path, origin }) => origin ?? origins.ofPath(path));
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

interface MemberParts {
  readonly files: readonly SourceFile[];
  readonly byPath: Map<string, LazySourceFile>;
  readonly create: (entries: readonly FileEntry[]) => readonly LazySourceFile[];
  readonly archives: ArchiveContext;
  readonly realPath: (path: string) => string;
}

/** Members of archives, those that were unfolded and those that are opened when asked for. */
function createMembers({ files, byPath, create, archives, realPath }: MemberParts): {
  of: (file: SourceFile) => readonly SourceFile[];
  find: (path: string) => SourceFile | undefined;
} {
  const opened = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (file.archive === '') continue;
    const members = opened.get(file.archive);
    if (members) members.push(file);
    else opened.set(file.archive, [file]);
  }
  const of = (archive: SourceFile): readonly SourceFile[] => {
    const known = opened.get(archive.path);
    if (known) return known;
    const file = byPath.get(realPath(archive.path));
    const members = create(file ? openArchive(file.entry, archives).entries : []);
    opened.set(archive.path, [...members]);
    for (const member of members) byPath.set(member.path, member);
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
