import { childrenOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import type { Lineage } from './lineage.js';
import { elementAt, elementsAt, textAt, type Sourced } from './pom.js';

/** A build plugin after inheritance: what `<plugins>` says, and beneath it what `<pluginManagement>` says. */
export interface EffectivePlugin {
  readonly artifact: string;
  /** It stands in `<plugins>` somewhere, so it runs; managed alone it does not. */
  readonly declared: boolean;
  /** The plugin elements, what overrides first. */
  readonly sources: readonly Sourced[];
  /** The first configuration that has the path; `executions` look into that execution's configuration before. */
  readonly config: (path: readonly string[], options?: { execution?: string }) => Sourced | undefined;
  /** Every element `name` in any configuration, of the plugin and its executions. */
  readonly anywhere: (path: readonly string[]) => readonly Sourced[];
  readonly goals: readonly string[];
}

/** Looks a plugin up by its artifactId; undefined when no layer names it. */
export function findPlugin(lineage: Lineage, artifact: string): EffectivePlugin | undefined {
  const declared = pluginElements(lineage, artifact, ['build', 'plugins', 'plugin']);
  const managed = pluginElements(lineage, artifact, ['build', 'pluginManagement', 'plugins', 'plugin']);
  const sources = [...declared, ...managed];
  if (sources.length === 0) return undefined;
  const executions = sources.flatMap(({ element, pom }) =>
    elementsAt(element, 'executions', 'execution').map((execution) => ({ element: execution, pom })),
  );
  const running = executions.filter(({ element }) => textAt(element, 'phase') !== 'none');
  return {
    artifact,
    declared: declared.length > 0,
    sources,
    config: (path, options = {}) => {
      const named = running.filter(({ element }) => textAt(element, 'id') === options.execution);
      return firstAt([...(options.execution === undefined ? [] : named), ...sources], path);
    },
    anywhere: (path) => [...sources, ...running].flatMap((source) => allAt(source, path)),
    goals: running.flatMap(({ element }) => elementsAt(element, 'goals', 'goal').map((goal) => goal.text)),
  };
}

/** ArtifactIds of all plugins that run, in order of the layers. */
export function declaredPlugins(lineage: Lineage): readonly Sourced[] {
  return lineage.layers.flatMap(({ element, pom }) =>
    elementsAt(element, 'build', 'plugins', 'plugin').map((plugin) => ({ element: plugin, pom })),
  );
}

function pluginElements(lineage: Lineage, artifact: string, path: readonly string[]): Sourced[] {
  return lineage.layers.flatMap(({ element, pom }) =>
    elementsAt(element, ...path)
      .filter((plugin) => textAt(plugin, 'artifactId') === artifact)
      .filter((plugin) => pom === lineage.pom || textAt(plugin, 'inherited') !== 'false')
      .map((plugin) => ({ element: plugin, pom })),
  );
}

function firstAt(sources: readonly Sourced[], path: readonly string[]): Sourced | undefined {
  for (const { element, pom } of sources) {
    const found = elementAt(element, 'configuration', ...path);
    if (found) return { element: found, pom };
  }
  return undefined;
}

function allAt({ element, pom }: Sourced, path: readonly string[]): Sourced[] {
  const last = path.at(-1) ?? '';
  const holder: XmlElement | undefined = elementAt(element, 'configuration', ...path.slice(0, -1));
  return childrenOf(holder, last).map((found) => ({ element: found, pom }));
}
