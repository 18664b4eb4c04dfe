import type { V1Job, V1PersistentVolumeClaim, V1PodSpec, V1VolumeMount } from '../kubernetes/api-types.js';
import type { ComponentScope } from '../generation.js';
import { containerSecurity, resources, smallResources } from '../kubernetes/container-parts.js';
import { cronJob } from '../kubernetes/deployment.js';
import { metadata } from '../kubernetes/labels.js';
import type { Owner } from '../kubernetes/labels.js';
import type { Manifest } from '../kubernetes/manifest.js';
import type { MountedFiles } from '../kubernetes/mounted-files.js';
import { nextTo, podSpec } from '../kubernetes/pod.js';
import { dataMounts } from './server-pod.js';
import { scriptsDirectory } from './zookeeper-files.js';

const atNight = '17 2 * * *';

function backupClaimName(id: string): string {
  return `${id}-backup`;
}

export function backupClaim(
  scope: ComponentScope,
  owner: Owner,
  size: string,
): V1PersistentVolumeClaim & Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadata(scope, { ...owner, role: 'backup' }, backupClaimName(owner.id)),
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: size } } },
  };
}

export interface BackupInput {
  readonly image: string;
  readonly files: MountedFiles;
}

/** Copies the first member's data every night. It runs on that member's node, where the member's volume can be mounted too. */
export function backupJob(scope: ComponentScope, owner: Owner, input: BackupInput): Manifest {
  const pod = jobPod(scope, { ...input, script: 'backup.sh', ordinal: 0, readOnlyData: true });
  const firstMember = { 'statefulset.kubernetes.io/pod-name': `${scope.id}-0` };
  return cronJob(scope, owner, {
    plan: { name: 'backup', schedule: atNight, command: [] },
    pod: { ...pod, ...nextTo(firstMember) },
    annotations: {},
  });
}

/** Puts a backup back on one member's volumes; for the documents, since it is run by hand only. */
export function restoreJob(
  scope: ComponentScope,
  owner: Owner,
  input: BackupInput & { readonly ordinal: number },
): V1Job & Manifest {
  const pod = jobPod(scope, { ...input, script: 'restore.sh', readOnlyData: false });
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadata(scope, { ...owner, role: 'job' }, `${scope.id}-restore-${input.ordinal}`),
    spec: {
      backoffLimit: 0,
      ttlSecondsAfterFinished: 3600,
      template: { spec: { ...pod, restartPolicy: 'Never' } },
    },
  };
}

function jobPod(
  scope: ComponentScope,
  input: BackupInput & { readonly script: string; readonly ordinal: number; readonly readOnlyData: boolean },
): V1PodSpec {
  const { component, id } = scope;
  const { readOnlyData: readOnly } = input;
  const mounts: V1VolumeMount[] = dataMounts.map((mount) => (readOnly ? { ...mount, readOnly } : mount));
  return podSpec(scope, {
    user: component.user,
    group: component.group,
    graceSeconds: 30,
    initContainers: [],
    containers: [
      {
        name: 'job',
        image: input.image,
        imagePullPolicy: 'Always',
        command: ['sh', `${scriptsDirectory}/${input.script}`],
        resources: resources(smallResources),
        securityContext: containerSecurity(),
        volumeMounts: [...mounts, { name: 'backup', mountPath: '/backup' }, ...input.files.mounts],
      },
    ],
    volumes: [
      ...dataMounts.map(({ name }) => ({
        name,
        persistentVolumeClaim: { claimName: `${name}-${id}-${input.ordinal}` },
      })),
      { name: 'backup', persistentVolumeClaim: { claimName: backupClaimName(id) } },
      ...input.files.volumes,
    ],
  });
}
