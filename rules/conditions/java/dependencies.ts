import type { Evidence } from '../../../model/evidence.js';
import { factsOf, type Fact } from '../../../model/fact.js';
import type { Project, SourceFile } from '../../../workspace/project.js';
import { childOf, childrenOf, type XmlElement } from '../../../workspace/xml/xml-element.js';

export interface Dependency {
  /** `groupId.artifactId`. */
  readonly name: string;
  readonly version: string | undefined;
  readonly scope: string;
  readonly file: SourceFile | undefined;
  readonly line: number | undefined;
  readonly evidence?: Evidence;
}

/** What analyzers found out: inherited versions and managed ones included. */
export function dependenciesFromFacts(facts: readonly Fact[], project: Project): Dependency[] {
  return factsOf(facts, 'library').map(({ value, evidence }) => ({
    name: value.group === undefined ? value.name : `${value.group}.${value.name}`,
    version: value.version,
    scope: value.scope,
    file: project.file(evidence[0].file),
    line: evidence[0].line,
    evidence: evidence[0],
  }));
}

/** The poms themselves: dependencies and dependencyManagement, `${p}` from the same pom's properties. */
export function dependenciesFromPoms(files: readonly SourceFile[]): Dependency[] {
  const found: Dependency[] = [];
  for (const file of files) {
    if (file.name !== 'pom.xml') continue;
    const project = file.xml();
    if (project?.local !== 'project') continue;
    const properties = new Map(
      childOf(project, 'properties')?.children.map((child) => [child.local, child.text]),
    );
    for (const owner of [project, childOf(project, 'dependencyManagement')]) {
      for (const element of childrenOf(childOf(owner, 'dependencies'), 'dependency'))
        found.push(readDependency(file, element, properties));
    }
  }
  return found;
}

function readDependency(
  file: SourceFile,
  element: XmlElement,
  properties: ReadonlyMap<string, string>,
): Dependency {
  const read = (name: string): string | undefined =>
    childOf(element, name)?.text.replace(
      /\$\{([^}]+)\}/g,
      (whole, key: string) => properties.get(key) ?? whole,
    );
  const lines = ['groupId', 'artifactId'].map((name) => childOf(element, name)?.line ?? element.line);
  return {
    name: `${read('groupId') ?? ''}.${read('artifactId') ?? ''}`,
    version: read('version'),
    scope: read('scope') ?? 'compile',
    file,
    line: Math.min(...lines),
  };
}
