import type { V1Container } from './api-types.js';
import type { VolumePlan } from '../../model/plan-component.js';
import { containerSecurity, resources, smallResources } from './container-parts.js';

/**
 * An init container that makes directories an application expects, and copies what the image holds to a volume that would
 * hide it. Copying happens once in the life of a claim: what is deleted later stays deleted.
 */
export function prepareVolumes(image: string, volumes: readonly VolumePlan[]): V1Container[] {
  const prepared = volumes.filter(
    (volume) => volume.seedFromImage === true || (volume.directories ?? []).length > 0,
  );
  if (prepared.length === 0) return [];
  return [
    {
      name: 'prepare-volumes',
      image,
      imagePullPolicy: 'Always',
      command: ['sh', '-c', ['set -e', ...prepared.flatMap(commandsFor)].join('\n')],
      resources: resources(smallResources),
      securityContext: containerSecurity(),
      volumeMounts: prepared.map(({ name }) => ({ name, mountPath: `/volumes/${name}` })),
    },
  ];
}

function commandsFor(volume: VolumePlan): string[] {
  const target = `/volumes/${volume.name}`;
  const made = (volume.directories ?? []).map((directory) => `mkdir -p ${quote(`${target}/${directory}`)}`);
  if (volume.seedFromImage !== true) return made;
  const source = quote(`${volume.mountPath}/.`);
  // The directory may be one that the application makes itself.
  return [
    `if [ ! -e ${target}/.seeded ]; then`,
    `  if [ -d ${source} ]; then cp -R ${source} ${target}/; fi`,
    `  touch ${target}/.seeded`,
    'fi',
    ...made,
  ];
}

function quote(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
