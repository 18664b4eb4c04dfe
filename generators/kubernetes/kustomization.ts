import type { Artefact } from '../../model/artefact.js';
import { compareStrings } from '../../model/order.js';
import { say } from '../generation.js';
import type { Workshop } from '../generation.js';
import { serialise } from './manifest.js';
import { manifestComment } from './texts.js';

const head = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };

/** Lists the manifests of one directory. */
export function kustomization(workshop: Workshop, directory: string, files: readonly Artefact[]): Artefact {
  const resources = files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).sort(compareStrings);
  return kustomizationFile(workshop, `${directory}/kubernetes/kustomization.yaml`, { ...head, resources });
}

/** Lists everything; changing its one namespace moves everything. */
export function topKustomization(workshop: Workshop, directories: readonly string[]): Artefact {
  return kustomizationFile(workshop, 'kustomization.yaml', {
    ...head,
    namespace: workshop.plan.settings.namespace,
    resources: directories.map((directory) => `${directory}/kubernetes`).sort(compareStrings),
  });
}

function kustomizationFile(workshop: Workshop, path: string, content: object): Artefact {
  return {
    path,
    content: `# ${say(workshop, manifestComment())}\n${serialise(content)}`,
    from: 'kubernetes/kustomization',
  };
}
