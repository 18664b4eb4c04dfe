import type { V1PodSpec, V1Volume, V1VolumeMount } from '../kubernetes/api-types.js';
import type { Artefact } from '../../model/artefact.js';
import type { ServiceProduct } from '../../model/product.js';
import { reportPlan } from '../generation.js';
import { baseImage } from '../images.js';
import { placeholderSecret } from '../kubernetes/config-objects.js';
import { containerSecurity, resources } from '../kubernetes/container-parts.js';
import { configChecksum } from '../kubernetes/content-hash.js';
import { kustomization } from '../kubernetes/kustomization.js';
import type { Owner } from '../kubernetes/labels.js';
import { manifestFile } from '../kubernetes/manifest.js';
import type { Manifest } from '../kubernetes/manifest.js';
import { mountFiles } from '../kubernetes/mounted-files.js';
import { networkPolicy } from '../kubernetes/network-policy.js';
import { podSpec } from '../kubernetes/pod.js';
import { service } from '../kubernetes/services.js';
import { statefulSet } from '../kubernetes/stateful-set.js';
import { secretsDirectory } from '../layout.js';
import type { DependencyScope, Engine } from './engine.js';
import { externalService } from './external.js';
import { databaseGroup, databaseUser } from './identity.js';
import { mysqlEngine } from './mysql.js';
import { postgresqlEngine } from './postgresql.js';
import { redisEngine } from './redis.js';
import { schemaFiles } from './schema.js';
import { engineUnknown, engineUnknownHint } from './texts.js';

const engines: Readonly<Partial<Record<ServiceProduct, (scope: DependencyScope) => Engine>>> = {
  mysql: mysqlEngine,
  mariadb: mysqlEngine,
  postgresql: postgresqlEngine,
  redis: redisEngine,
};

/** The manifests of one dependency: a StatefulSet, or a Service that points outside. */
export function generateDependency(scope: DependencyScope): Artefact[] {
  const { dependency, id } = scope;
  const owner: Owner = {
    id,
    partOf: partOf(scope),
    version: dependency.version ?? '0',
    role: dependency.mode === 'external' ? 'external' : 'database',
  };
  const kinds = dependency.mode === 'external' ? external(scope, owner) : generated(scope, owner);
  const written = kinds.flatMap(([name, objects]) =>
    manifestFile(scope, { directory: id, name, from: name }, objects),
  );
  return written.length === 0 ? [] : [...written, kustomization(scope, id, written)];
}

type Kinds = readonly (readonly [string, readonly Manifest[]])[];

function external(scope: DependencyScope, owner: Owner): Kinds {
  const { services, slices } = externalService(scope, owner);
  return [
    ['secret', secrets(scope, owner, ['password'])],
    ['service', services],
    ['endpoint-slice', slices],
  ];
}

function generated(scope: DependencyScope, owner: Owner): Kinds {
  const { dependency, id } = scope;
  const engine = engineOf(scope);
  const image =
    engine &&
    baseImage(scope, {
      image: dependency.image ?? dependency.service,
      version: dependency.version ?? '',
      subject: `dependencies.${id}`,
    });
  if (!engine || !image) return [];
  const files = mountFiles(scope, owner, { context: '', planned: [], written: engine.files });
  const schema = schemaFiles(scope, owner, engine.schemaPath);
  const pod = databasePod(scope, engine, {
    image: image.reference,
    volumes: [...files.volumes, ...schema.volumes],
    mounts: [...files.mounts, ...schema.mounts],
  });
  const ports = [{ name: 'main', port: dependency.port, protocol: 'TCP', purpose: 'tcp' }] as const;
  const headless = `${dependency.serviceName}-headless`;
  const set = statefulSet(scope, owner, {
    replicas: 1,
    serviceName: headless,
    pod,
    annotations: configChecksum(files.maps),
    claims: [{ name: 'data', size: dependency.size ?? '8Gi' }],
  });
  return [
    ['config-map', [...files.maps, ...schema.maps]],
    ['secret', [...secrets(scope, owner, engine.secretKeys), ...schema.secrets]],
    ['stateful-set', [set]],
    // Applications use the one with an address: it stays when the pod is replaced, and many of them ask DNS only once.
    [
      'service',
      [
        ...service(scope, owner, { name: dependency.serviceName, ports }),
        ...service(scope, owner, { name: headless, ports, headless: true }),
      ],
    ],
    ['network-policy', [networkPolicy(scope, owner, { ...closed, id, ports })]],
  ];
}

const closed = { exposure: 'none', dependsOn: [], egress: [], peerPorts: [] } as const;

function engineOf(scope: DependencyScope): Engine | undefined {
  const { dependency, id } = scope;
  const engine = engines[dependency.service]?.(scope);
  if (!engine) {
    reportPlan(scope, {
      code: 'engine-unknown',
      message: engineUnknown({ id, service: dependency.service }),
      hint: engineUnknownHint({ id }),
    });
  }
  return engine;
}

function databasePod(
  scope: DependencyScope,
  engine: Engine,
  parts: {
    readonly image: string;
    readonly volumes: readonly V1Volume[];
    readonly mounts: readonly V1VolumeMount[];
  },
): V1PodSpec {
  const { dependency } = scope;
  const secretMounts = engine.secretKeys.length > 0 && dependency.secret !== undefined;
  return podSpec(scope, {
    user: databaseUser,
    group: databaseGroup,
    graceSeconds: engine.graceSeconds,
    initContainers: [],
    containers: [
      {
        name: dependency.service,
        image: parts.image,
        imagePullPolicy: 'Always',
        ...engine.container,
        ports: [{ name: 'main', containerPort: dependency.port, protocol: 'TCP' }],
        resources: resources(engine.resources),
        securityContext: containerSecurity(),
        volumeMounts: [
          // A new volume may hold lost+found, which a database would take for data.
          { name: 'data', mountPath: engine.dataPath, subPath: 'data' },
          ...engine.scratch.map(({ name, mountPath }) => ({ name, mountPath })),
          ...parts.mounts,
          ...(secretMounts ? [{ name: 'secret', mountPath: secretsDirectory, readOnly: true }] : []),
        ],
      },
    ],
    volumes: [
      ...engine.scratch.map(({ name, size, inMemory }) => ({
        name,
        emptyDir: { ...(inMemory === true ? { medium: 'Memory' } : {}), sizeLimit: size },
      })),
      ...parts.volumes,
      ...(secretMounts ? [{ name: 'secret', secret: { secretName: dependency.secret } }] : []),
    ],
  });
}

/** The Secret that components refer to: keys that a component's plan names beside our own are kept. */
function secrets(scope: DependencyScope, owner: Owner, keys: readonly string[]): Manifest[] {
  const name = scope.dependency.secret;
  if (name === undefined) return [];
  const asked = Object.values(scope.plan.components).flatMap((component) =>
    component.secrets
      .filter((secret) => secret.name === name)
      .flatMap((secret) => secret.keys.map(({ key }) => key)),
  );
  const all = [...new Set([...keys, ...asked])];
  return [placeholderSecret(scope, owner, { name, keys: all.map((key) => ({ key, purpose: '' })) })];
}

function partOf(scope: DependencyScope): string {
  const [user] = scope.dependency.usedBy;
  return (user === undefined ? undefined : scope.plan.components[user]?.application) ?? scope.id;
}
