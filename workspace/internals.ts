import type { Limits } from './limits.js';
import type { Project } from './project.js';
import type { LazySourceFile } from './source-file.js';
import type { TriggerIndex } from './trigger-index.js';

/** What the rooms' own code knows of a project beyond its interface. */
export interface ProjectInternals {
  readonly limits: Limits;
  /** Own source files of a language. */
  readonly sources: (language: 'java' | 'php') => readonly LazySourceFile[];
  readonly triggers: TriggerIndex;
}

const known = new WeakMap<Project, ProjectInternals>();

/** Remembers a project's internals. */
export function keepInternals(project: Project, internals: ProjectInternals): void {
  known.set(project, internals);
}

/** The internals of a project that this room has made. */
export function internalsOf(project: Project): ProjectInternals | undefined {
  return known.get(project);
}
