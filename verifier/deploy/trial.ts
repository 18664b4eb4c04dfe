import type { Plan } from '../../model/plan.js';
import type { Manifest } from '../documents/manifest.js';
import type { Cluster } from '../host/cluster/connect-cluster.js';
import type { Objects } from '../host/cluster/objects.js';
import type { ReportProgress } from '../progress.js';

/** A trial deployment that is under way. */
export interface Trial {
  readonly cluster: Cluster;
  readonly objects: Objects;
  readonly namespace: string;
  readonly plan: Plan | undefined;
  readonly manifests: readonly Manifest[];
  /** Values that were put in place of placeholders: to be masked in logs. */
  readonly secrets: readonly string[];
  readonly progress: ReportProgress;
  readonly signal?: AbortSignal;
}
