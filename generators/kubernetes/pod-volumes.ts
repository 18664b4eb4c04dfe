import type { V1PersistentVolumeClaim, V1Volume, V1VolumeMount } from './api-types.js';
import type { ComponentPlan, VolumePlan } from '../../model/plan-component.js';
import type { Workshop } from '../generation.js';
import { isWithin } from '../layout.js';
import { metadata } from './labels.js';
import type { Owner } from './labels.js';
import type { Manifest } from './manifest.js';

/** A directory that the run time writes to and that is lost with the pod. */
export interface ScratchDirectory {
  readonly name: string;
  readonly mountPath: string;
  readonly size: string;
}

/** Directories of the run time that no volume of the plan covers. */
export function scratchVolumes(
  planned: readonly VolumePlan[],
  wanted: readonly ScratchDirectory[],
): VolumePlan[] {
  return wanted
    .filter(({ mountPath }) => !planned.some((volume) => isWithin(mountPath, volume.mountPath)))
    .map(({ name, mountPath, size }) => ({
      name: planned.some((volume) => volume.name === name) ? `${name}-scratch` : name,
      mountPath,
      kind: 'empty-dir',
      size,
    }));
}

export function claimName(id: string, volume: VolumePlan): string {
  return `${id}-${volume.name}`;
}

/** A claim that binds its pods to one node. */
export function bindingClaim(component: ComponentPlan): VolumePlan | undefined {
  return component.volumes.find((volume) => volume.kind === 'claim' && volume.accessMode !== 'ReadWriteMany');
}

export function podVolume(id: string, volume: VolumePlan): V1Volume {
  return volume.kind === 'claim'
    ? { name: volume.name, persistentVolumeClaim: { claimName: claimName(id, volume) } }
    : { name: volume.name, emptyDir: { sizeLimit: volume.size } };
}

export function volumeMount(volume: VolumePlan): V1VolumeMount {
  return { name: volume.name, mountPath: volume.mountPath };
}

/** The claims of a component; kept when the workload goes. */
export function claims(
  workshop: Workshop,
  owner: Owner,
  volumes: readonly VolumePlan[],
): (V1PersistentVolumeClaim & Manifest)[] {
  return volumes
    .filter((volume) => volume.kind === 'claim')
    .map((volume) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: metadata(workshop, owner, claimName(owner.id, volume)),
      spec: {
        accessModes: [volume.accessMode ?? 'ReadWriteOnce'],
        resources: { requests: { storage: volume.size } },
      },
    }));
}
