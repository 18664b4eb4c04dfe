import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { VolumePlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import {
  keptOnClaim,
  lostWithPod,
  programWrittenDetail,
  programWrittenTitle,
  propertyDirectory,
  unknownPathDetail,
  unknownPathTitle,
  windowsPathDetail,
  windowsPathTitle,
} from '../texts/storage.js';
import { resolvePath } from './paths.js';
import type { PathRoots } from './paths.js';

export interface StoragePlan {
  readonly volumes: readonly VolumePlan[];
  /** `-D` properties that name a directory on a volume. */
  readonly systemProperties: Readonly<Record<string, string>>;
  readonly hasClaims: boolean;
}

type WritableFact = FactOf<'writable-path'>;

interface Wanted {
  readonly path: string;
  readonly persistent: boolean;
  readonly facts: readonly WritableFact[];
  readonly directories: readonly string[];
}

/** A volume for every path that is written: a claim where what is written must survive, an emptyDir elsewhere. */
export function planStorage(context: ComponentContext, roots: PathRoots): StoragePlan {
  const wanted = new Map<string, Wanted>();
  const systemProperties: Record<string, string> = {};
  const found = context
    .all('writable-path')
    .map((fact) => ({ fact, to: resolvePath(fact.value.path, roots) }));
  const properties = found.flatMap(({ to }) => (to.kind === 'property' ? [to.property] : []));
  for (const { fact, to: resolved } of found) {
    if (resolved.kind === 'path' && hidesProgram(resolved.path, roots))
      askAboutProgram(context, fact, resolved.path);
    else if (resolved.kind === 'path') addWanted(wanted, { path: resolved.path, fact });
    else if (resolved.kind === 'property') {
      const path = directoryOfProperty(resolved.property, properties);
      systemProperties[resolved.property] = path;
      addWanted(wanted, { path, fact, below: resolved.below, persistent: true });
    } else askAboutPath(context, fact, resolved.kind);
  }
  declareHome(wanted, systemProperties);
  const volumes = nameVolumes(dropNested([...wanted.values()])).map((one) => toVolume(context, one));
  return {
    volumes,
    systemProperties: sortKeys(systemProperties),
    hasClaims: volumes.some((volume) => volume.kind === 'claim'),
  };
}

function hidesProgram(path: string, { workingDirectory, documentRoot, keepProgram }: PathRoots): boolean {
  return (
    keepProgram === true && [workingDirectory, documentRoot].some((own) => `${own}/`.startsWith(`${path}/`))
  );
}

/**
 * `x.home` and `x.base` are one directory unless a server serves several instances: as Tomcat's CATALINA_BASE is
 * CATALINA_HOME where nobody says otherwise (https://tomcat.apache.org/tomcat-9.0-doc/introduction.html).
 */
function directoryOfProperty(property: string, all: readonly string[]): string {
  const [, prefix] = /^(.+)[._](?:home|base)$/i.exec(property) ?? [];
  const pair = all.some(
    (other) => other !== property && /[._](?:home|base)$/i.test(other) && other.slice(0, -5) === prefix,
  );
  const name = pair && prefix !== undefined ? prefix : property;
  return `/data/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function addWanted(
  wanted: Map<string, Wanted>,
  given: { path: string; fact: WritableFact; below?: string; persistent?: boolean },
): void {
  const earlier = wanted.get(given.path);
  const below = given.below === undefined || given.below === '' ? [] : [given.below];
  wanted.set(given.path, {
    path: given.path,
    persistent: (earlier?.persistent ?? false) || (given.persistent ?? given.fact.value.persistent),
    facts: [...(earlier?.facts ?? []), given.fact],
    directories: [...new Set([...(earlier?.directories ?? []), ...below])].sort(),
  });
}

/** A numeric user has no passwd entry, so that the JVM's user.home would be `?`. */
function declareHome(wanted: ReadonlyMap<string, Wanted>, properties: Record<string, string>): void {
  if ([...wanted.keys()].some((path) => path === '/home/app' || path.startsWith('/home/app/')))
    properties['user.home'] = '/home/app';
}

/** A directory below one that is as lasting needs no volume of its own, only to exist. */
function dropNested(wanted: readonly Wanted[]): Wanted[] {
  const sorted = sortBy(wanted, (one) => [one.path]);
  const kept: Wanted[] = [];
  for (const one of sorted) {
    const i = kept.findIndex(
      (other) => one.path.startsWith(`${other.path}/`) && (other.persistent || !one.persistent),
    );
    const parent = kept[i];
    if (!parent) kept.push(one);
    else {
      const directories = [
        ...new Set([...parent.directories, one.path.slice(parent.path.length + 1)]),
      ].sort();
      kept[i] = { ...parent, facts: [...parent.facts, ...one.facts], directories };
    }
  }
  return kept;
}

function nameVolumes(wanted: readonly Wanted[]): (Wanted & { name: string })[] {
  const taken = new Set<string>();
  return wanted.map((one) => {
    const parts = one.path
      .toLowerCase()
      .split('/')
      .map((part) => part.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, ''))
      .filter((part) => part !== '');
    let name = '';
    for (let n = 1; n <= parts.length; n++) {
      name = parts.slice(-n).join('-').slice(0, 50).replace(/-+$/, '');
      if (!taken.has(name)) break;
    }
    const base = name === '' ? 'volume' : name;
    for (let n = 2; taken.has(name) || name === ''; n++) name = `${base}-${n}`;
    taken.add(name);
    return { ...one, name };
  });
}

function toVolume(context: ComponentContext, wanted: Wanted & { name: string }): VolumePlan {
  const [first] = wanted.facts;
  const given = { path: wanted.path, place: placeOf(first) };
  const viaProperty = wanted.path.startsWith('/data/') && first?.value.path.startsWith('${') === true;
  const kind = context.decide(`volumes.${wanted.name}.kind`, wanted.persistent ? 'claim' : 'empty-dir', {
    because: viaProperty
      ? propertyDirectory({ ...given, written: first.value.path })
      : wanted.persistent
        ? keptOnClaim(given)
        : lostWithPod(given),
    evidence: evidenceOf(...wanted.facts),
  });
  return {
    name: wanted.name,
    mountPath: wanted.path,
    kind: kind === 'claim' ? 'claim' : 'empty-dir',
    size: wanted.persistent ? '10Gi' : '1Gi',
    ...(wanted.persistent ? { accessMode: 'ReadWriteOnce' as const } : {}),
    ...(wanted.directories.length > 0 ? { directories: wanted.directories } : {}),
  };
}

function askAboutProgram(context: ComponentContext, fact: WritableFact, path: string): void {
  context.decider.askPerson({
    component: context.component.id,
    title: programWrittenTitle({ written: fact.value.path }),
    detail: programWrittenDetail({ written: fact.value.path, path }),
    evidence: fact.evidence,
  });
}

function askAboutPath(context: ComponentContext, fact: WritableFact, kind: 'windows' | 'unknown'): void {
  const path = fact.value.path;
  context.decider.askPerson({
    component: context.component.id,
    title: kind === 'windows' ? windowsPathTitle({ path }) : unknownPathTitle({ path }),
    detail: kind === 'windows' ? windowsPathDetail({ path }) : unknownPathDetail({ path }),
    evidence: fact.evidence,
  });
}

function sortKeys(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(sortBy(Object.entries(record), ([key]) => [key]));
}
