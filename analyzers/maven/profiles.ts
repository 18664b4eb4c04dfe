import type { Project } from '../../workspace/project.js';
import { childOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { joinPath } from '../paths.js';
import { elementsAt, textAt, type Pom } from './pom.js';

/** What the user says on Maven's command line by way of `.mvn/maven.config`. */
export interface MavenConfig {
  /** `-P` without `!`. */
  readonly profiles: readonly string[];
  readonly disabledProfiles: readonly string[];
}

/**
 * The profiles of one pom that a plain `mvn package` in a Linux container activates, in file order. Those active by
 * default count only if no other profile of the same pom is active. What depends on the JDK is unknown and left out.
 *
 * Source: https://maven.apache.org/guides/introduction/introduction-to-profiles.html
 */
export function activeProfiles(pom: Pom, project: Project, config: MavenConfig): readonly XmlElement[] {
  const profiles = elementsAt(pom.element, 'profiles', 'profile');
  const wanted = profiles.filter((profile) => !config.disabledProfiles.includes(profileId(profile)));
  const explicit = wanted.filter(
    (profile) => config.profiles.includes(profileId(profile)) || isTriggered(profile, pom, project),
  );
  if (explicit.length > 0) return explicit;
  return wanted.filter((profile) => textAt(profile, 'activation', 'activeByDefault') === 'true');
}

/** `default` is Maven's name for a profile without one. */
export function profileId(profile: XmlElement): string {
  return textAt(profile, 'id') ?? 'default';
}

/** All conditions must hold (Maven 3.2.2 and later). */
function isTriggered(profile: XmlElement, pom: Pom, project: Project): boolean {
  const activation = childOf(profile, 'activation');
  const conditions = (activation?.children ?? []).filter((child) => child.local !== 'activeByDefault');
  return conditions.length > 0 && conditions.every((condition) => holds(condition, pom, project));
}

function holds(condition: XmlElement, pom: Pom, project: Project): boolean {
  switch (condition.local) {
    case 'property': {
      // No property is given in a plain run, so only the absence of one can hold.
      const name = textAt(condition, 'name') ?? '';
      return name.startsWith('!') || (textAt(condition, 'value') ?? '').startsWith('!');
    }
    case 'os':
      return condition.children.every((child) => matchesLinux(child.local, child.text));
    case 'file':
      return fileHolds(condition, pom, project);
    default:
      return false;
  }
}

function matchesLinux(kind: string, text: string): boolean {
  const negated = text.startsWith('!');
  const value = text.replace(/^!/, '').toLowerCase();
  const known: Readonly<Record<string, readonly string[]>> = {
    family: ['unix', 'linux'],
    name: ['linux'],
    arch: ['amd64'],
  };
  const values = known[kind];
  return values !== undefined && values.includes(value) !== negated;
}

function fileHolds(condition: XmlElement, pom: Pom, project: Project): boolean {
  const exists = textAt(condition, 'exists');
  const missing = textAt(condition, 'missing');
  const isThere = (text: string): boolean | undefined => {
    const path = text.replace(/^\$\{(?:project\.)?basedir\}\/?/, '');
    if (path.includes('${') || path.startsWith('/')) return undefined;
    const full = joinPath(pom.file.directory, path);
    return project.file(full) !== undefined || project.hasDirectory(full);
  };
  return (
    (exists === undefined || isThere(exists) === true) &&
    (missing === undefined || isThere(missing) === false) &&
    (exists !== undefined || missing !== undefined)
  );
}
