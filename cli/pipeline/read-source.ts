import { resolve } from 'node:path';
import { archiveKindOf } from '../../workspace/archive/archive-names.js';
import { openProject } from '../../workspace/directory-project.js';
import type { Project } from '../../workspace/project.js';

/** Reads texts of the input for generators, through the same limits and decoders as the analysis. */
export function createSourceReader(
  planDirectory: string,
): (context: string, path: string) => string | undefined {
  const opened = new Map<string, Project>();
  const open = (path: string): Project => {
    const project = opened.get(path) ?? openProject(path).project;
    opened.set(path, project);
    return project;
  };
  return (context, path) => {
    const root = resolve(planDirectory, context);
    // A member of an archive in the context itself: nothing beside the archive needs to be walked.
    const archive = /^([^/]+)!\//.exec(path)?.[1];
    const from = archive !== undefined && archiveKindOf(archive) ? resolve(root, archive) : root;
    return open(from).file(path)?.text();
  };
}
