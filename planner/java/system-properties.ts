import type { VolumePlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { isActive } from '../dependencies/profiles.js';
import type { StoragePlan } from '../storage/volumes.js';
import {
  propertySet,
  setPropertyDetail,
  setPropertyTitle,
  oldPlaceDetail,
  oldPlaceTitle,
  propertyCarried,
  zoneKept,
} from '../texts/system-properties.js';

/**
 * Values for `-D` properties that the application needs and nobody sets. One that names a directory shares the directory of
 * its siblings (`appserver.home` that of `appserver.base`) or gets an own one; others are asked for.
 */
export function planSystemProperties(
  context: ComponentContext,
  storage: StoragePlan,
): { systemProperties: Readonly<Record<string, string>>; volumes: readonly VolumePlan[] } {
  const values: Record<string, string> = { ...startedWith(context), ...storage.systemProperties };
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

/** Properties of the JVM, the server and Spring that the image or the plan sets itself. */
const notCarried =
  /^(?:catalina\.|com\.sun\.management\.|java\.(?:endorsed\.dirs|ext\.dirs|io\.tmpdir|library\.path|rmi\.|util\.logging\.)|ignore\.endorsed|jdk\.tls\.ephemeral|spring\.profiles\.active|(?:management\.)?(?:server\.)?port$|jetty\.|wls\.|weblogic\.)/;

/** `-D` properties of the old start command that hold anywhere; those that name a place of the old server are asked about. */
function startedWith(context: ComponentContext): Record<string, string> {
  const values: Record<string, string> = {};
  for (const fact of context.all('start-option')) {
    const [, name = '', value = ''] = /^-D([\w.-]+)=(.*)$/s.exec(fact.value.option) ?? [];
    if (name === '' || value === '' || value.includes('***') || /[$%`]/.test(value) || notCarried.test(name))
      continue;
    if (/^(?:\/(?!dev\/)|[A-Za-z]:[\\/]|\.{0,2}\/)/.test(value)) {
      const text = { name, value };
      const step = { title: oldPlaceTitle(text), detail: oldPlaceDetail(text), evidence: fact.evidence };
      context.decider.askPerson({ component: context.component.id, ...step });
      continue;
    }
    const because = propertyCarried({ name, place: placeOf(fact) });
    values[name] ??= context.decide(`systemProperties.${name}`, value, {
      because,
      evidence: evidenceOf(fact),
    });
  }
  const zone = values['user.timezone'] === undefined ? decideZone(context) : undefined;
  return zone === undefined ? values : { ...values, 'user.timezone': zone };
}

/** A container's clock is in UTC: schedules and dates would move by hours. */
function decideZone(context: ComponentContext): string | undefined {
  const named = context.all('timezone')[0];
  const used = context
    .all('datasource')
    .filter((fact) => isActive(fact.value.profile, context.profile))
    .map((fact) => ({
      fact,
      zone: /[?&]serverTimezone=([A-Za-z_]+\/[A-Za-z_/]+)(?:&|$)/.exec(fact.value.url ?? '')?.[1],
    }))
    .find((one) => one.zone !== undefined);
  const zone = named?.value.zone ?? used?.zone;
  const fact = named ?? used?.fact;
  if (zone === undefined || !fact) return undefined;
  const because = zoneKept({ zone, place: placeOf(fact) });
  return context.decide('systemProperties.user.timezone', zone, { because, evidence: evidenceOf(fact) });
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
