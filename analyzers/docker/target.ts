import type { Project } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';

/** Where facts of a file go. */
export interface DockerTarget {
  readonly project: Project;
  readonly unit: string;
  readonly collector: FactCollector;
  readonly by: string;
}
