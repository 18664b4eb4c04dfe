import type { V1ConfigMap, V1Secret, V1Volume, V1VolumeMount } from './api-types.js';
import { sortBy } from '../../model/order.js';
import { readConfigFile } from '../application-config/read-config-file.js';
import type { StoredContent } from '../application-config/read-config-file.js';
import type { ConfigFilePlan } from '../../model/plan-component.js';
import type { Workshop } from '../generation.js';
import { fileMap, fileSecret } from './config-objects.js';
import type { Owner } from './labels.js';
import type { Manifest } from './manifest.js';

/** A file that the run time needs and that we write. */
export interface WrittenFile {
  readonly name: string;
  readonly mountPath: string;
  readonly text: string;
}

/** Objects that hold files, and how a pod mounts them. */
export interface MountedFiles {
  readonly maps: readonly (V1ConfigMap & Manifest)[];
  readonly secrets: readonly (V1Secret & Manifest)[];
  readonly volumes: readonly V1Volume[];
  readonly mounts: readonly V1VolumeMount[];
}

/** Files of the application and of its run time, each mounted over its place by subPath so that its neighbours stay. */
export function mountFiles(
  workshop: Workshop,
  owner: Owner,
  files: {
    readonly context: string;
    readonly planned: readonly ConfigFilePlan[];
    readonly written: readonly WrittenFile[];
    /** What the objects' names end in; `files` when absent. */
    readonly suffix?: string;
  },
): MountedFiles {
  const suffix = files.suffix ?? 'files';
  const mapName = `${owner.id}-${suffix}`;
  const read = files.planned.flatMap((plan) => {
    const content = readConfigFile(workshop, plan, { context: files.context, use: mapName });
    return content ? [{ plan, content }] : [];
  });
  const unplanned = files.written.filter(
    (file) => !files.planned.some((plan) => plan.mountPath === file.mountPath),
  );
  const inMap: Placed[] = [
    ...read
      .filter(({ plan }) => plan.store === 'config-map')
      .map(({ plan, content }) => ({ content, mountPath: plan.mountPath })),
    ...unplanned.map((file) => ({
      content: { name: file.name, text: file.text },
      mountPath: file.mountPath,
    })),
  ];
  const inSecret: Placed[] = read
    .filter(({ plan }) => plan.store === 'secret')
    .map(({ plan, content }) => ({ content, mountPath: plan.mountPath }));
  const [mapped, secret] = [withOwnKeys(inMap), withOwnKeys(inSecret)];
  const secretVolume = `secret-${suffix}`;
  return {
    maps: fileMap(workshop, owner, { name: mapName, files: mapped.map(({ content }) => content) }),
    secrets: fileSecret(workshop, owner, { name: mapName, files: secret.map(({ content }) => content) }),
    volumes: [
      ...(mapped.length > 0 ? [{ name: suffix, configMap: { name: mapName } }] : []),
      ...(secret.length > 0 ? [{ name: secretVolume, secret: { secretName: mapName } }] : []),
    ],
    mounts: [...mountsOf(suffix, mapped), ...mountsOf(secretVolume, secret)],
  };
}

interface Placed {
  readonly content: StoredContent;
  readonly mountPath: string;
}

/** Two files of one name in different directories need different keys. */
function withOwnKeys(files: readonly Placed[]): Placed[] {
  const taken = new Map<string, number>();
  return sortBy(files, ({ mountPath }) => [mountPath]).map(({ content, mountPath }) => {
    const count = (taken.get(content.name) ?? 0) + 1;
    taken.set(content.name, count);
    const name = count === 1 ? content.name : `${count}-${content.name}`;
    return { content: { ...content, name }, mountPath };
  });
}

function mountsOf(volume: string, files: readonly Placed[]): V1VolumeMount[] {
  return files.map(({ content, mountPath }) => ({
    name: volume,
    mountPath,
    subPath: content.name,
    readOnly: true,
  }));
}
