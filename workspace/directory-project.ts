import { realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Problem } from '../model/problem.js';
import { errorCode } from '../model/system-error.js';
import { archiveKindOf } from './archive/archive-names.js';
import { assembleProject } from './assemble-project.js';
import { createDiskEntry } from './directory/disk-entry.js';
import { emptyText, notFoundText, unreadableText } from './directory/texts.js';
import { walkDirectory } from './directory/walk.js';
import { defaultLimits } from './limits.js';
import type { Limits } from './limits.js';
import type { Project } from './project.js';

export interface OpenOptions {
  readonly limits?: Partial<Limits>;
}

/**
 * Opens a directory, or a single file that is an archive, for reading. It never throws for what it finds: a path that
 * is missing or empty is a project without files and with a problem.
 */
export function openProject(path: string, options: OpenOptions = {}): { project: Project } {
  const limits = { ...defaultLimits, ...options.limits };
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    // Once assembled, the project itself takes what reading brings up.
    if (project) project.report(problem);
    else problems.push(problem);
  };
  let project: Project | undefined;
  const parts = { root: path, archive: false, problems, limits };
  try {
    const root = realpathSync(path);
    if (statSync(root).isDirectory()) {
      const { entries, directories, links } = walkDirectory(root, { limits, report });
      if (entries.length === 0 && problems.length === 0)
        report({ code: 'directory-empty', file: path, ...emptyText() });
      project = assembleProject({ ...parts, entries, directories, links });
    } else {
      const entry = createDiskEntry(basename(path), root, report);
      project = assembleProject({ ...parts, archive: archiveKindOf(root) !== undefined, entries: [entry] });
    }
  } catch (error) {
    report(
      errorCode(error) === 'ENOENT'
        ? { code: 'path-not-found', file: path, ...notFoundText() }
        : { code: 'file-unreadable', file: path, ...unreadableText('file', error) },
    );
    project = assembleProject({ ...parts, entries: [] });
  }
  return { project };
}
