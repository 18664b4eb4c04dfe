import type { Project, SourceFile } from '../../workspace/project.js';
import { childOf, childrenOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { parentOf } from '../paths.js';
import { notAPomText } from './texts.js';

/** A pom.xml as written. */
export interface Pom {
  readonly file: SourceFile;
  /** Directory it lies in, `''` for the application's root. */
  readonly directory: string;
  /** `<project>`. */
  readonly element: XmlElement;
}

/** A place in a pom that a reader can open. */
export interface Place {
  readonly file: SourceFile;
  readonly line: number;
}

/** An element with the pom it stands in: what is inherited keeps its place. */
export interface Sourced {
  readonly element: XmlElement;
  readonly pom: Pom;
}

/** Test data, archetypes and poms packed into archives look like poms of the build and are none. */
const notBuilt =
  /(?:^|\/)(?:src\/(?:test|it|main\/resources)|archetype-resources|META-INF\/maven|test-(?:projects|data)|testdata)\//;

/** Reads the poms that can take part in a build. A broken one is a Problem of the workspace and left out. */
export function readPoms(files: readonly SourceFile[], project: Project): Pom[] {
  const poms: Pom[] = [];
  for (const file of files) {
    if (notBuilt.test(file.path) || /\.(?:jar|war|ear)!\//i.test(file.path)) continue;
    const element = file.xml();
    if (!element) continue;
    if (element.local === 'project') poms.push({ file, directory: parentOf(file.path), element });
    else if (file.name === 'pom.xml')
      project.report({
        code: 'maven-not-a-pom',
        file: file.path,
        line: element.line,
        ...notAPomText(element.local),
      });
  }
  return poms;
}

export function placeOf(sourced: Sourced): Place {
  return { file: sourced.pom.file, line: sourced.element.line };
}

/** The element at a path of local names below `element`. */
export function elementAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => childOf(at, name), element);
}

/** Children `many` of the element at a path: `<modules><module/>…`. */
export function elementsAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): readonly XmlElement[] {
  const last = path.at(-1) ?? '';
  return childrenOf(elementAt(element, ...path.slice(0, -1)), last);
}

/** Text of a child element; undefined when absent or empty. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const text = elementAt(element, ...path)?.text;
  return text === '' ? undefined : text;
}
