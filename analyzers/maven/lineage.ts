import type { Project } from '../../workspace/project.js';
import type { XmlElement } from '../../workspace/xml/xml-element.js';
import { childOf } from '../../workspace/xml/xml-element.js';
import { joinPath } from '../paths.js';
import { elementAt, textAt, type Place, type Pom } from './pom.js';
import { parentCycleText } from './texts.js';
import { profileId } from './profiles.js';

/** A POM with those it inherits from. */
export interface Lineage {
  readonly pom: Pom;
  /** The POM itself, its parent, its grandparent, … as far as the input goes. */
  readonly poms: readonly Pom[];
  /** The nearest parent that is not in the input. */
  readonly outside?: OutsideParent;
  /** `<project>` and active `<profile>` elements, what overrides first. */
  readonly layers: readonly Layer[];
}

export interface OutsideParent {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  readonly place: Place;
}

/** A `<project>` or an active `<profile>`: both hold properties, dependencies and plugins. */
export interface Layer {
  readonly pom: Pom;
  readonly element: XmlElement;
  readonly profile?: string;
}

export interface LineageOptions {
  readonly poms: readonly Pom[];
  readonly project: Project;
  readonly profilesOf: (pom: Pom) => readonly XmlElement[];
}

/** Follows parents through the input, as Maven does: by relative path if the coordinates fit, else by coordinates. */
export function traceLineage(pom: Pom, options: LineageOptions): Lineage {
  const chain = [pom];
  let outside: OutsideParent | undefined;
  for (let at = pom; ;) {
    const reference = childOf(at.element, 'parent');
    if (!reference) break;
    const parent = findParent(at, reference, options.poms);
    if (!parent) {
      outside = {
        group: textAt(reference, 'groupId') ?? '',
        artifact: textAt(reference, 'artifactId') ?? '',
        version: textAt(reference, 'version') ?? '',
        place: { file: at.file, line: (elementAt(reference, 'version') ?? reference).line },
      };
      break;
    }
    if (chain.includes(parent)) {
      const name = textAt(pom.element, 'artifactId') ?? pom.file.path;
      options.project.report({
        code: 'maven-parent-cycle',
        file: at.file.path,
        line: reference.line,
        ...parentCycleText(name),
      });
      break;
    }
    chain.push(parent);
    at = parent;
  }
  return { pom, poms: chain, ...(outside && { outside }), layers: layersOf(chain, options.profilesOf) };
}

/** Within a POM the last active profile overrides the earlier ones, and any profile the POM itself. */
function layersOf(chain: readonly Pom[], profilesOf: LineageOptions['profilesOf']): Layer[] {
  return chain.flatMap((pom) => [
    ...[...profilesOf(pom)].reverse().map((element) => ({ pom, element, profile: profileId(element) })),
    { pom, element: pom.element },
  ]);
}

function findParent(pom: Pom, reference: XmlElement, poms: readonly Pom[]): Pom | undefined {
  const relative = elementAt(reference, 'relativePath')?.text ?? '../pom.xml';
  const fits = (candidate: Pom): boolean =>
    groupOf(candidate) === textAt(reference, 'groupId') &&
    textAt(candidate.element, 'artifactId') === textAt(reference, 'artifactId') &&
    versionFits(textAt(reference, 'version'), rawVersionOf(candidate));
  if (relative !== '') {
    const near = pomAt(joinPath(pom.file.directory, relative), poms);
    if (near && fits(near)) return near;
  }
  const same = poms.filter((candidate) => candidate !== pom && fits(candidate));
  return same.length === 1 ? same[0] : undefined;
}

/** A path that Maven takes for a POM, or for a directory with one. */
export function pomAt(path: string, poms: readonly Pom[]): Pom | undefined {
  const inside = path === '' ? 'pom.xml' : `${path}/pom.xml`;
  return poms.find(({ file }) => file.path === path) ?? poms.find(({ file }) => file.path === inside);
}

/** `[1.0,2.0)` is checked by Maven only; any version in the tree is taken for meant. */
function versionFits(wanted: string | undefined, found: string | undefined): boolean {
  return wanted === found || wanted === undefined || /^[[(]/.test(wanted) || (found?.includes('${') ?? false);
}

function groupOf(pom: Pom): string | undefined {
  return textAt(pom.element, 'groupId') ?? textAt(pom.element, 'parent', 'groupId');
}

function rawVersionOf(pom: Pom): string | undefined {
  return textAt(pom.element, 'version') ?? textAt(pom.element, 'parent', 'version');
}
