import type { Artefact } from '../../model/artefact.js';
import { sortBy } from '../../model/order.js';
import type { ComponentScope } from '../generation.js';
import { componentParts } from './component-parts.js';
import type { ComponentParts } from './component-parts.js';
import { environmentMap, placeholderSecret } from './config-objects.js';
import { containerSecurity, resources } from './container-parts.js';
import { componentContainers, componentImage } from './containers.js';
import { configChecksum } from './content-hash.js';
import { cronJob, deployment } from './deployment.js';
import { environment } from './environment.js';
import type { Environment } from './environment.js';
import { kustomization } from './kustomization.js';
import { selectorLabels } from './labels.js';
import type { Owner } from './labels.js';
import { manifestFile } from './manifest.js';
import type { Manifest } from './manifest.js';
import { mountFiles } from './mounted-files.js';
import type { MountedFiles } from './mounted-files.js';
import { networkPolicy } from './network-policy.js';
import { nextTo, podSpec } from './pod.js';
import { bindingClaim, claims, podVolume, volumeMount } from './pod-volumes.js';
import { prepareVolumes } from './prepare-volumes.js';
import { disruptionBudget, ingress, isReached, service, servedPorts } from './services.js';

/** Everything that is gathered before objects are made. */
interface Gathered {
  readonly owner: Owner;
  readonly parts: ComponentParts;
  readonly environment: Environment;
  readonly files: MountedFiles;
  readonly webFiles: MountedFiles;
}

/** The manifests of one component, one file per kind. */
export function generateComponent(scope: ComponentScope): Artefact[] {
  const gathered = gather(scope);
  const { owner, environment: env, files, webFiles } = gathered;
  const configMaps = [
    ...environmentMap(scope, owner, { name: `${scope.id}-env`, values: env.values }),
    ...files.maps,
    ...webFiles.maps,
  ];
  const secrets = [...ownSecrets(scope, owner), ...files.secrets];
  const annotations = configChecksum([...configMaps, ...secrets]);
  const kinds: readonly (readonly [string, readonly Manifest[]])[] = [
    ['config-map', configMaps],
    ['secret', secrets],
    ['persistent-volume-claim', claims(scope, owner, gathered.parts.volumes)],
    ['deployment', [deployment(scope, owner, { pod: serverPod(scope, gathered), annotations })]],
    ['cron-job', cronJobs(scope, gathered, annotations)],
    [
      'service',
      isReached(scope)
        ? service(scope, owner, { name: scope.id, ports: servedPorts(scope.component.ports) })
        : [],
    ],
    ['ingress', ingress(scope, owner)],
    ['network-policy', [networkPolicy(scope, owner, { id: scope.id, peerPorts: [], ...scope.component })]],
    [
      'pod-disruption-budget',
      disruptionBudget(scope, owner, {
        name: scope.id,
        replicas: scope.component.replicas,
        maxUnavailable: 1,
      }),
    ],
  ];
  const written = kinds.flatMap(([name, objects]) =>
    manifestFile(scope, { directory: scope.id, name, from: name }, objects),
  );
  return [...written, kustomization(scope, scope.id, written)];
}

function gather(scope: ComponentScope): Gathered {
  const { component, id } = scope;
  const owner: Owner = {
    id,
    partOf: component.application,
    version: component.images[0]?.tag ?? component.runtime.version,
    role: 'server',
  };
  const parts = componentParts(scope);
  const { context } = component.source;
  return {
    owner,
    parts,
    environment: environment(parts.env, `${id}-env`),
    files: mountFiles(scope, owner, { context, planned: component.configFiles, written: parts.files }),
    webFiles: mountFiles(scope, owner, { context, planned: [], written: parts.webFiles, suffix: 'web' }),
  };
}

/** Secrets that no dependency brings along. */
function ownSecrets(scope: ComponentScope, owner: Owner): Manifest[] {
  const brought = new Set(Object.values(scope.plan.dependencies).map(({ secret }) => secret));
  return sortBy(
    scope.component.secrets.filter(({ name }) => !brought.has(name)),
    ({ name }) => [name],
  ).map((secret) => placeholderSecret(scope, owner, secret));
}

function serverPod(scope: ComponentScope, gathered: Gathered): ReturnType<typeof podSpec> {
  const { component, id } = scope;
  const { parts, files, webFiles } = gathered;
  const web = component.kind === 'php';
  return podSpec(scope, {
    user: component.user,
    group: component.group,
    graceSeconds: component.stop.graceSeconds,
    shareProcesses: component.stop.shareProcesses,
    initContainers: prepareVolumes(componentImage(scope, web ? 'app' : undefined), parts.volumes),
    containers: componentContainers(scope, {
      environment: gathered.environment,
      volumes: parts.volumes,
      fileMounts: files.mounts,
      webFileMounts: webFiles.mounts,
    }),
    volumes: [
      ...parts.volumes.map((volume) => podVolume(id, volume)),
      ...(web ? [{ name: 'web-tmp', emptyDir: { sizeLimit: '256Mi' } }] : []),
      ...files.volumes,
      ...webFiles.volumes,
    ],
  });
}

function cronJobs(
  scope: ComponentScope,
  gathered: Gathered,
  annotations: Record<string, string>,
): Manifest[] {
  const { component, id } = scope;
  const { parts, files, environment: env, owner } = gathered;
  return sortBy(component.jobs, ({ name }) => [name]).map((plan) => {
    const pod = podSpec(scope, {
      user: component.user,
      group: component.group,
      graceSeconds: component.stop.graceSeconds,
      initContainers: [],
      containers: [
        {
          name: 'job',
          image: componentImage(scope, component.kind === 'php' ? 'app' : undefined),
          imagePullPolicy: 'Always',
          command: [...plan.command],
          ...(env.envFrom.length === 0 ? {} : { envFrom: env.envFrom }),
          ...(env.env.length === 0 ? {} : { env: env.env }),
          resources: resources(component.resources),
          securityContext: containerSecurity(),
          volumeMounts: [...parts.volumes.map(volumeMount), ...files.mounts],
        },
      ],
      volumes: [...parts.volumes.map((volume) => podVolume(id, volume)), ...files.volumes],
    });
    const beside = bindingClaim(component) ? nextTo(selectorLabels(owner)) : {};
    return cronJob(scope, owner, { plan, pod: { ...pod, ...beside }, annotations });
  });
}
