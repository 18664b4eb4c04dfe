import type { Artefact } from '../../model/artefact.js';
import type { EnsemblePlan } from '../../model/plan-component.js';
import type { ComponentScope } from '../generation.js';
import { baseImage } from '../images.js';
import { environmentMap, placeholderSecret } from '../kubernetes/config-objects.js';
import { configChecksum } from '../kubernetes/content-hash.js';
import { environment } from '../kubernetes/environment.js';
import { kustomization } from '../kubernetes/kustomization.js';
import type { Owner } from '../kubernetes/labels.js';
import { manifestFile } from '../kubernetes/manifest.js';
import type { Manifest } from '../kubernetes/manifest.js';
import { mountFiles } from '../kubernetes/mounted-files.js';
import type { MountedFiles } from '../kubernetes/mounted-files.js';
import { networkPolicy } from '../kubernetes/network-policy.js';
import { disruptionBudget, service, servedPorts } from '../kubernetes/services.js';
import { statefulSet } from '../kubernetes/stateful-set.js';
import { backupClaim, backupJob, restoreJob } from './backup.js';
import { serverPod, serverVariables } from './server-pod.js';
import { headlessName, quorumPorts } from './settings.js';
import { backupFiles, serverFiles } from './zookeeper-files.js';

/** An ensemble: a StatefulSet with a volume for data and one for transaction logs, and a nightly backup. */
export function generateZooKeeper(scope: ComponentScope): Artefact[] {
  const { component, id } = scope;
  const { ensemble } = component;
  const image = baseImage(scope, { ...component.runtime, subject: `components.${id}.runtime` });
  if (!image || !ensemble) return [];
  const owner = ownerOf(scope);
  const variables = environment([...component.env, ...serverVariables(scope)], `${id}-env`);
  const { context } = component.source;
  const files = mountFiles(scope, owner, {
    context,
    planned: [...component.configFiles, ...ensemble.files],
    written: serverFiles(scope, ensemble),
  });
  const backup = backupScripts(scope);
  const configMaps = [
    ...environmentMap(scope, owner, { name: `${id}-env`, values: variables.values }),
    ...files.maps,
    ...backup.maps,
  ];
  const secrets = [
    ...component.secrets.map((secret) => placeholderSecret(scope, owner, secret)),
    ...files.secrets,
  ];
  const pod = serverPod(scope, { ensemble, image: image.reference, files, environment: variables });
  const set = statefulSet(scope, owner, {
    replicas: ensemble.members,
    serviceName: headlessName(id),
    pod,
    annotations: configChecksum([...configMaps, ...secrets]),
    claims: [
      { name: 'data', size: ensemble.dataSize },
      { name: 'datalog', size: ensemble.dataSize },
    ],
  });
  const kinds: readonly (readonly [string, readonly Manifest[]])[] = [
    ['config-map', configMaps],
    ['secret', secrets],
    ['persistent-volume-claim', [backupClaim(scope, owner, ensemble.dataSize)]],
    ['stateful-set', [set]],
    ['cron-job', [backupJob(scope, owner, { image: image.reference, files: backup })]],
    ['service', services(scope, owner)],
    ['network-policy', [policy(scope, owner)]],
    ['pod-disruption-budget', budget(scope, owner, ensemble)],
  ];
  const written = kinds.flatMap(([name, objects]) =>
    manifestFile(scope, { directory: id, name, from: name }, objects),
  );
  return [...written, kustomization(scope, id, written)];
}

/** The manifest that a restore applies, one for each member. */
export function zooKeeperRestore(scope: ComponentScope, ordinal: number): Manifest | undefined {
  const image = baseImage(
    { ...scope, report: () => undefined },
    { ...scope.component.runtime, subject: scope.id },
  );
  if (!image) return undefined;
  return restoreJob(scope, ownerOf(scope), { image: image.reference, files: backupScripts(scope), ordinal });
}

function ownerOf(scope: ComponentScope): Owner {
  const { component, id } = scope;
  return { id, partOf: component.application, version: component.runtime.version, role: 'server' };
}

function backupScripts(scope: ComponentScope): MountedFiles {
  return mountFiles(scope, ownerOf(scope), {
    context: '',
    planned: [],
    written: backupFiles(scope),
    suffix: 'scripts',
  });
}

function services(scope: ComponentScope, owner: Owner): Manifest[] {
  const { ports } = scope.component;
  return [
    ...service(scope, owner, { name: scope.id, ports: servedPorts(ports) }),
    ...service(scope, owner, { name: headlessName(scope.id), ports, headless: true }),
  ];
}

function policy(scope: ComponentScope, owner: Owner): Manifest {
  const { component, id } = scope;
  const { peer, election } = quorumPorts(component);
  return networkPolicy(scope, owner, { id, ...component, peerPorts: [peer, election] });
}

/** As many as may be away while the others still are a majority. */
function budget(scope: ComponentScope, owner: Owner, ensemble: EnsemblePlan): Manifest[] {
  return disruptionBudget(scope, owner, {
    name: scope.id,
    replicas: ensemble.members,
    maxUnavailable: Math.max(1, Math.floor((ensemble.members - 1) / 2)),
  });
}
