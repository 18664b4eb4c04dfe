import type { VolumePlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { StoragePlan } from '../storage/volumes.js';
import { propertySet, setPropertyDetail, setPropertyTitle } from '../texts/system-properties.js';

/**
 * Values for `-D` properties that the application needs and nobody sets. One that names a directory shares the directory of
 * its siblings (`appserver.home` that of `appserver.base`) or gets an own one; others are asked for.
 */
export function planSystemProperties(
  context: ComponentContext,
  storage: StoragePlan,
): { systemProperties: Readonly<Record<string, string>>; volumes: readonly VolumePlan[] } {
  const values: Record<string, string> = { ...storage.systemProperties };
  const volumes: VolumePlan[] = [];
  for (const fact of context.all('system-property')) {
    const { name, required } = fact.value;
    if (!required || values[name] !== undefined || fact.value.default !== undefined) continue;
    const sibling = Object.entries(storage.systemProperties).find(
      ([other]) => prefixOf(other) !== '' && prefixOf(other) === prefixOf(name),
    );
    if (/(home|base|dir|directory|path|root|folder)$/i.test(name)) {
      const directory = sibling?.[1] ?? `/data/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      values[name] = directory;
      if (!sibling) volumes.push(directoryVolume(name, directory));
      const because = propertySet({ name, value: directory, place: placeOf(fact) });
      context.decide(`systemProperties.${name}`, directory, { because, evidence: evidenceOf(fact) });
    } else {
      const step = {
        title: setPropertyTitle({ name }),
        detail: setPropertyDetail({ name }),
        evidence: fact.evidence,
      };
      context.decider.askPerson({ component: context.component.id, ...step });
    }
  }
  const sorted = Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { systemProperties: sorted, volumes };
}

function prefixOf(name: string): string {
  return name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '';
}

function directoryVolume(name: string, mountPath: string): VolumePlan {
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  return { name: label, mountPath, kind: 'empty-dir', size: '1Gi' };
}
