import type { CheckResult } from '../../../model/check.js';
import { connectDocker } from '../../../verifier/host/docker/connect-docker.js';
import { removeImages } from '../../../verifier/host/docker/push-image.js';
import { removeTrialNamespace } from '../../../verifier/trial/trial-namespace.js';
import { labCluster, registry } from '../verifier/trial-run.js';
import type { Place } from './cluster.js';
import { faultsOf, runVerify } from './drydock.js';

/** A generated tree that runs in the cluster, verified by Drydock itself, until `remove` takes all of it away again. */
export interface Deployment extends Place {
  readonly results: readonly CheckResult[];
  /** Removes namespace, volumes and images; waits for it. */
  readonly remove: () => Promise<void>;
}

/**
 * Runs every check on a tree up to a trial deployment (built, pushed, rolled out under pod security `restricted`, smoke
 * test, a pod's death) and leaves it running. Any fault is an error, after clean-up.
 */
export async function deployTree(directory: string): Promise<Deployment> {
  const cluster = await labCluster();
  const { results, stderr } = await runVerify(directory, 'deploy', ['--keep']);
  const namespace = results.map(({ facts }) => facts?.namespace).find((name) => name !== undefined);
  const place = { cluster, namespace: String(namespace ?? '') };
  const remove = () => removeAll(place, results);
  const faults = faultsOf(results);
  if (faults.length > 0 || namespace === undefined) {
    await remove();
    throw new Error(`${directory} does not run:\n${faults.join('\n')}\n${stderr}`);
  }
  return { ...place, results, remove };
}

async function removeAll({ cluster, namespace }: Place, results: readonly CheckResult[]): Promise<void> {
  const built = results.filter(({ check, status }) => check === 'build' && status === 'passed');
  const docker = await connectDocker();
  const gone = namespace === '' || (await removeTrialNamespace(cluster, namespace, 180_000));
  if (!('unavailable' in docker)) {
    const names = built.map(({ target }) => target);
    await removeImages(docker, [
      ...names.map((name) => `drydock-trial/${name}`),
      ...names.map((name) => `${registry}/${name.replace(/:[^:]*$/, '')}:${namespace}`),
    ]);
  }
  if (!gone) throw new Error(`namespace ${namespace} is still there`);
}
