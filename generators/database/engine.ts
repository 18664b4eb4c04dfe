import type { V1Container } from '../kubernetes/api-types.js';
import type { DependencyPlan } from '../../model/plan-dependency.js';
import type { ResourcesPlan } from '../../model/plan-component.js';
import type { Workshop } from '../generation.js';
import type { WrittenFile } from '../kubernetes/mounted-files.js';
import type { ScratchDirectory } from '../kubernetes/pod-volumes.js';

/** One dependency in the workshop. */
export interface DependencyScope extends Workshop {
  readonly id: string;
  readonly dependency: DependencyPlan;
}

/** How one product is run in its stock image; what all have in common is added in generate-dependency.ts. */
export interface Engine {
  /** Environment, command, arguments and probes. */
  readonly container: Pick<
    V1Container,
    'env' | 'command' | 'args' | 'startupProbe' | 'readinessProbe' | 'livenessProbe'
  >;
  readonly dataPath: string;
  readonly scratch: readonly (ScratchDirectory & { readonly inMemory?: boolean })[];
  readonly files: readonly WrittenFile[];
  readonly resources: ResourcesPlan;
  /** Keys of its Secret, mounted as files of the same names. */
  readonly secretKeys: readonly string[];
  /** Where the image looks for SQL to run when the data directory is empty. */
  readonly schemaPath?: string;
  readonly graceSeconds: number;
}
