import { assembleProject } from './assemble-project.js';
import type { Limits } from './limits.js';
import type { FileOrigin, Project } from './project.js';

export interface MemoryProjectOptions {
  /** As if the user had given this path; `app` by default. */
  readonly root?: string;
  /** The application is one archive. */
  readonly archive?: boolean;
  /** Origins of single files, where those that their paths give are not wanted. */
  readonly origins?: Readonly<Record<string, FileOrigin>>;
  /** Paths of executable files. */
  readonly executables?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Links to files and directories of the project: targets by the links' paths. */
  readonly links?: Readonly<Record<string, string>>;
}

/**
 * A project out of thin air, for tests: texts (or bytes) by path. Members of archives are written as files whose paths
 * hold `!/`; the archive itself need not be given.
 */
export function createMemoryProject(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: MemoryProjectOptions = {},
): Project {
  const entries = Object.entries(files).map(([path, content]) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return {
      path,
      archive: path.slice(0, Math.max(0, path.lastIndexOf('!/'))),
      executable: options.executables?.includes(path) ?? false,
      origin: options.origins?.[path],
      size: () => bytes.byteLength,
      read: () => bytes,
    };
  });
  return assembleProject({
    root: options.root ?? 'app',
    archive: options.archive ?? false,
    entries,
    links: new Map(Object.entries(options.links ?? {})),
    limits: options.limits,
  });
}
