import type { Lineage } from './lineage.js';
import { knownParent, type KnownParent } from './known-parents.js';
import { elementAt, textAt, type Place, type Sourced } from './pom.js';

/** A text after interpolation, with the places that decided it, the deciding one first. */
export interface Value {
  readonly text: string;
  readonly places: readonly [Place, ...Place[]];
  /** Placeholders are left in it that nothing in the input defines. */
  readonly open: boolean;
  /** It rests on what a well-known parent outside the input sets. */
  readonly inferred: boolean;
}

/** A project as Maven would see it: inheritance, active profiles and properties applied, as far as the input goes. */
export interface MavenModel {
  readonly lineage: Lineage;
  readonly known?: KnownParent;
  readonly property: (name: string) => Value | undefined;
  /** The element that defines a property; of two in one place the later one, as Maven reads them. */
  readonly definition: (name: string) => Sourced | undefined;
  /** The text of an element, interpolated. */
  readonly value: (sourced: Sourced | undefined) => Value | undefined;
  /** The first definition of an element in the layers: `first('build', 'finalName')`. */
  readonly first: (...path: string[]) => Sourced | undefined;
}

interface Raw {
  readonly text: string;
  readonly place: Place;
  readonly inferred?: boolean;
}

/** Builds the view of one POM. `userProperties` are `-D` of `.mvn/maven.config`: they override everything. */
export function createModel(lineage: Lineage, userProperties: ReadonlyMap<string, Raw>): MavenModel {
  const { outside } = lineage;
  const known = outside && knownParent(outside.group, outside.artifact, outside.version);
  const first = (...path: string[]): Sourced | undefined => {
    for (const { pom, element } of lineage.layers) {
      const found = elementAt(element, ...path);
      if (found) return { element: found, pom };
    }
    return undefined;
  };
  const definition = (name: string): Sourced | undefined => {
    for (const { pom, element } of lineage.layers) {
      const found = elementAt(element, 'properties')?.children.findLast((child) => child.name === name);
      if (found) return { element: found, pom };
    }
    return undefined;
  };
  const lookUp = (name: string): Raw | undefined => {
    const user = userProperties.get(name);
    if (user) return user;
    const written = definition(name);
    if (written) return rawOf(written);
    if (outside && known && Object.hasOwn(known.properties, name)) {
      return { text: known.properties[name] ?? '', place: outside.place, inferred: true };
    }
    return projectValue(name, lineage);
  };
  const expand = (raw: Raw): Value => interpolate(raw, lookUp);
  return {
    lineage,
    ...(known && { known }),
    definition,
    property: (name) => {
      const raw = lookUp(name);
      return raw && expand(raw);
    },
    value: (sourced) => (sourced && sourced.element.text !== '' ? expand(rawOf(sourced)) : undefined),
    first,
  };
}

function rawOf({ element, pom }: Sourced): Raw {
  return { text: element.text, place: { file: pom.file, line: element.line } };
}

/** Replaces `${name}` until nothing changes; a property that leads back to itself stays as it is. */
function interpolate(raw: Raw, lookUp: (name: string) => Raw | undefined): Value {
  const decided: Place[] = [];
  let open = false;
  let inferred = isLeaf(raw) && (raw.inferred ?? false);
  const replace = (text: string, seen: readonly string[]): string =>
    text.replace(/\$\{([^${}]+)\}/g, (whole, name: string) => {
      const found = seen.includes(name) || seen.length > 20 ? undefined : lookUp(name);
      if (!found) {
        open = true;
        return whole;
      }
      const result = replace(found.text, [...seen, name]);
      inferred ||= isLeaf(found) && (found.inferred ?? false);
      decided.push(found.place);
      return result;
    });
  const text = replace(raw.text, []);
  return { text: text.trim(), places: uniquePlaces([...decided, raw.place]), open, inferred };
}

/** A text that refers to another property decides nothing itself. */
function isLeaf(raw: Raw): boolean {
  return !raw.text.includes('${');
}

function uniquePlaces(places: readonly Place[]): [Place, ...Place[]] {
  const unique = new Map(places.map((place) => [`${place.file.path}:${place.line}`, place]));
  return [...unique.values()] as [Place, ...Place[]];
}

/** `project.*`, the older `pom.*` and the bare names: what the POM says of itself. */
function projectValue(name: string, lineage: Lineage): Raw | undefined {
  const key = name.replace(/^(?:project|pom)\./, '');
  const { pom } = lineage;
  const parent = elementAt(pom.element, 'parent');
  const at = (...path: string[]): Raw | undefined => {
    const element = elementAt(pom.element, ...path);
    return element && element.text !== '' ? rawOf({ element, pom }) : undefined;
  };
  switch (key) {
    case 'version':
    case 'groupId':
      return at(key) ?? at('parent', key);
    case 'artifactId':
    case 'packaging':
    case 'name':
    case 'description':
    case 'url':
      return name === key && key !== 'artifactId' ? undefined : (at(key) ?? fallback(key, lineage));
    case 'parent.version':
    case 'parent.groupId':
    case 'parent.artifactId':
      return parent && at('parent', key.slice('parent.'.length));
    case 'build.directory':
      return { text: 'target', place: { file: pom.file, line: pom.element.line } };
    case 'build.finalName':
      return buildName(lineage);
    case 'basedir':
    case 'project.basedir':
      return { text: '.', place: { file: pom.file, line: pom.element.line } };
    default:
      return undefined;
  }
}

function fallback(key: string, { pom }: Lineage): Raw | undefined {
  const place = { file: pom.file, line: pom.element.line };
  if (key === 'packaging') return { text: 'jar', place };
  const artifact = textAt(pom.element, 'artifactId');
  return key === 'name' && artifact !== undefined ? { text: artifact, place } : undefined;
}

function buildName({ layers, pom }: Lineage): Raw {
  for (const layer of layers) {
    const element = elementAt(layer.element, 'build', 'finalName');
    if (element && element.text !== '') return rawOf({ element, pom: layer.pom });
  }
  const text = '${project.artifactId}-${project.version}';
  return {
    text,
    place: { file: pom.file, line: (elementAt(pom.element, 'artifactId') ?? pom.element).line },
  };
}
