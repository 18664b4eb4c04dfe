import type { XmlElement } from '../../workspace/xml/xml-element.js';
import type { Layer } from './lineage.js';
import type { MavenModel, Value } from './model.js';
import { elementsAt, placeOf, textAt, elementAt, type Place, type Pom, type Sourced } from './pom.js';

/** A dependency after inheritance, management and interpolation. */
export interface Dependency {
  readonly group: string;
  readonly artifact: string;
  readonly type: string;
  readonly classifier?: string;
  /** Undefined when only something outside the input says it. */
  readonly version?: string;
  readonly scope: string;
  readonly optional: boolean;
  /** Where it is declared, then where its version and the properties in it stand. */
  readonly places: readonly [Place, ...Place[]];
  /** `group:artifact` patterns that are kept out. */
  readonly exclusions: readonly string[];
}

interface Managed {
  readonly version?: Value;
  readonly scope?: string;
  readonly exclusions: readonly string[];
}

export interface DependencyOptions {
  /** The model of another POM of the input, for bills of materials that stand in it. */
  readonly modelAt: (group: string, artifact: string, version: string) => MavenModel | undefined;
}

/** The dependencies that a project declares or inherits. Managed ones that nobody declares are not among them. */
export function effectiveDependencies(model: MavenModel, options: DependencyOptions): readonly Dependency[] {
  const managed = managedDependencies(model, options, new Set());
  const found = new Map<string, Dependency>();
  for (const layer of model.lineage.layers) {
    const here = new Map<string, Dependency>();
    for (const element of elementsAt(layer.element, 'dependencies', 'dependency')) {
      const dependency = readDependency({ element, pom: layer.pom }, model, managed);
      // Declared twice in one place, the later one counts.
      here.set(keyOf(dependency), dependency);
    }
    for (const [key, dependency] of here) if (!found.has(key)) found.set(key, dependency);
  }
  return [...found.values()];
}

function readDependency(
  sourced: Sourced,
  model: MavenModel,
  managed: ReadonlyMap<string, Managed>,
): Dependency {
  const { element, pom } = sourced;
  const text = (name: string): string | undefined => interpolated(model, element, pom, name);
  const base = coordinatesOf(text);
  const management = managed.get(keyOf(base));
  const written = elementAt(element, 'version');
  const version = (written && model.value({ element: written, pom })) ?? management?.version;
  const name = elementAt(element, 'artifactId') ?? element;
  const places = [placeOf({ element: name, pom }), ...(version?.places ?? [])] as const;
  return {
    ...base,
    ...(version && !version.open && { version: version.text }),
    scope: text('scope') ?? management?.scope ?? 'compile',
    optional: text('optional') === 'true',
    places: [
      places[0],
      ...places.slice(1).filter(({ line, file }) => line !== places[0].line || file !== pom.file),
    ],
    exclusions: [...exclusionsOf(element), ...(management?.exclusions ?? [])],
  };
}

function coordinatesOf(
  text: (name: string) => string | undefined,
): Pick<Dependency, 'group' | 'artifact' | 'type'> & { classifier?: string } {
  const classifier = text('classifier');
  return {
    group: text('groupId') ?? '',
    artifact: text('artifactId') ?? '',
    type: text('type') ?? 'jar',
    ...(classifier !== undefined && { classifier }),
  };
}

/** All of `<dependencyManagement>`, nearest first; imported bills of materials come after what is written out. */
function managedDependencies(
  model: MavenModel,
  options: DependencyOptions,
  seen: Set<MavenModel>,
): Map<string, Managed> {
  const managed = new Map<string, Managed>();
  const imports: MavenModel[] = [];
  seen.add(model);
  for (const layer of model.lineage.layers) {
    for (const element of elementsAt(layer.element, 'dependencyManagement', 'dependencies', 'dependency')) {
      const text = (name: string): string | undefined => interpolated(model, element, layer.pom, name);
      if (text('scope') === 'import') {
        const bom = options.modelAt(text('groupId') ?? '', text('artifactId') ?? '', text('version') ?? '');
        if (bom && !seen.has(bom)) imports.push(bom);
        continue;
      }
      const key = keyOf(coordinatesOf(text));
      if (!managed.has(key)) managed.set(key, readManaged(element, layer, model));
    }
  }
  for (const bom of imports) {
    for (const [key, value] of managedDependencies(bom, options, seen)) {
      if (!managed.has(key)) managed.set(key, value);
    }
  }
  return managed;
}

function readManaged(element: XmlElement, layer: Layer, model: MavenModel): Managed {
  const written = elementAt(element, 'version');
  const version = written && model.value({ element: written, pom: layer.pom });
  const scope = interpolated(model, element, layer.pom, 'scope');
  return {
    ...(version && { version }),
    ...(scope !== undefined && { scope }),
    exclusions: exclusionsOf(element),
  };
}

/** Bills of materials that the project (or its parents) imports, wherever they stand. */
export function importedBoms(
  model: MavenModel,
): readonly { group: string; artifact: string; version: Value }[] {
  return model.lineage.layers.flatMap((layer) =>
    elementsAt(layer.element, 'dependencyManagement', 'dependencies', 'dependency').flatMap((element) => {
      if (textAt(element, 'scope') !== 'import') return [];
      const written = elementAt(element, 'version');
      const version = written && model.value({ element: written, pom: layer.pom });
      const group = interpolated(model, element, layer.pom, 'groupId') ?? '';
      const artifact = interpolated(model, element, layer.pom, 'artifactId') ?? '';
      return version && !version.open ? [{ group, artifact, version }] : [];
    }),
  );
}

function interpolated(model: MavenModel, element: XmlElement, pom: Pom, name: string): string | undefined {
  const child = elementAt(element, name);
  return child && model.value({ element: child, pom })?.text;
}

function exclusionsOf(element: XmlElement): string[] {
  return elementsAt(element, 'exclusions', 'exclusion').map(
    (exclusion) => `${textAt(exclusion, 'groupId') ?? '*'}:${textAt(exclusion, 'artifactId') ?? '*'}`,
  );
}

function keyOf(
  dependency: Pick<Dependency, 'group' | 'artifact' | 'type'> & { classifier?: string },
): string {
  return [dependency.group, dependency.artifact, dependency.type, dependency.classifier ?? ''].join(':');
}
