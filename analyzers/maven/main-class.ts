import type { MavenModel, Value } from './model.js';
import { findPlugin } from './plugins.js';

/** How a plugin makes a jar that runs on its own. */
export interface Runnable {
  readonly how: 'spring-boot' | 'shade' | 'assembly' | 'manifest' | 'quarkus' | 'jib' | 'appassembler';
  /** Absent when the plugin looks for it itself. */
  readonly mainClass?: Value;
  /** What it adds to the artefact's name. */
  readonly suffix?: string;
  /** The file, relative to the build directory, when the plugin names it in its own way. */
  readonly output?: string;
  readonly places: Value['places'];
  readonly inferred: boolean;
}

/** The plugin that makes a project's jar runnable, the one that writes the final artefact first. */
export function findRunnable(model: MavenModel): Runnable | undefined {
  return (
    springBoot(model) ??
    quarkus(model) ??
    shaded(model) ??
    assembled(model) ??
    manifested(model) ??
    imaged(model)
  );
}

/**
 * Naming the plugin is enough below spring-boot-starter-parent; elsewhere the goal `repackage` must be bound.
 *
 * Source: https://docs.spring.io/spring-boot/maven-plugin/packaging.html
 */
function springBoot(model: MavenModel): Runnable | undefined {
  const plugin = findPlugin(model.lineage, 'spring-boot-maven-plugin');
  if (
    !plugin?.declared ||
    model.value(plugin.config(['skip'], { execution: 'repackage' }))?.text === 'true'
  ) {
    return undefined;
  }
  const bound =
    plugin.goals.includes('repackage') || model.known?.executions[plugin.artifact] === 'repackage';
  // A parent that nobody can see may bind it.
  if (!bound && model.lineage.outside === undefined) return undefined;
  const execution = { execution: 'repackage' };
  const classifier = model.value(plugin.config(['classifier'], execution));
  const mainClass = model.value(plugin.config(['mainClass'], execution)) ?? model.property('start-class');
  return {
    how: 'spring-boot',
    ...(mainClass && !mainClass.open && { mainClass }),
    ...(classifier && !classifier.open && { suffix: `-${classifier.text}` }),
    places: placesOf(plugin),
    inferred: !bound,
  };
}

function quarkus(model: MavenModel): Runnable | undefined {
  const plugin = findPlugin(model.lineage, 'quarkus-maven-plugin');
  if (!plugin?.declared) return undefined;
  return { how: 'quarkus', output: 'quarkus-app/quarkus-run.jar', places: placesOf(plugin), inferred: false };
}

function shaded(model: MavenModel): Runnable | undefined {
  const plugin = findPlugin(model.lineage, 'maven-shade-plugin');
  if (!plugin?.declared) return undefined;
  const transformers = plugin.anywhere(['transformers', 'transformer']);
  const found = transformers.flatMap(({ element, pom }) => {
    const main =
      element.children.find((child) => child.local === 'mainClass') ??
      element.children.flatMap((child) => child.children).find((child) => child.local === 'Main-Class');
    return main ? [{ element: main, pom }] : [];
  });
  const mainClass = model.value(found[0]);
  return mainClass && { how: 'shade', mainClass, places: mainClass.places, inferred: false };
}

function assembled(model: MavenModel): Runnable | undefined {
  const plugin = findPlugin(model.lineage, 'maven-assembly-plugin');
  if (!plugin?.declared) return undefined;
  const mainClass = model.value(plugin.anywhere(['archive', 'manifest', 'mainClass'])[0]);
  const inJar = plugin
    .anywhere(['descriptorRefs', 'descriptorRef'])
    .some(({ element }) => element.text === 'jar-with-dependencies');
  if (!mainClass || !inJar) return undefined;
  const appended = model.value(plugin.anywhere(['appendAssemblyId'])[0])?.text !== 'false';
  return {
    how: 'assembly',
    mainClass,
    ...(appended && { suffix: '-jar-with-dependencies' }),
    places: mainClass.places,
    inferred: false,
  };
}

function manifested(model: MavenModel): Runnable | undefined {
  const plugin = findPlugin(model.lineage, 'maven-jar-plugin');
  const main = plugin && [
    ...plugin.anywhere(['archive', 'manifest', 'mainClass']),
    ...plugin.anywhere(['archive', 'manifestEntries', 'Main-Class']),
  ];
  const mainClass = model.value(main?.[0]);
  return mainClass && { how: 'manifest', mainClass, places: mainClass.places, inferred: false };
}

/** Plugins that start the classes without making one jar of them. */
function imaged(model: MavenModel): Runnable | undefined {
  const jib = findPlugin(model.lineage, 'jib-maven-plugin');
  if (jib?.declared) {
    const mainClass = model.value(jib.config(['container', 'mainClass']));
    return { how: 'jib', ...(mainClass && { mainClass }), places: placesOf(jib), inferred: true };
  }
  const assembler = findPlugin(model.lineage, 'appassembler-maven-plugin');
  const program = assembler?.declared ? assembler.anywhere(['programs', 'program'])[0] : undefined;
  const main = program?.element.children.find((child) => child.local === 'mainClass');
  const mainClass = program && main && model.value({ element: main, pom: program.pom });
  return mainClass && { how: 'appassembler', mainClass, places: mainClass.places, inferred: true };
}

function placesOf(plugin: NonNullable<ReturnType<typeof findPlugin>>): Value['places'] {
  const places = plugin.sources.slice(0, 1).map(({ element, pom }) => ({
    file: pom.file,
    line: (element.children.find((child) => child.local === 'artifactId') ?? element).line,
  }));
  return places as unknown as Value['places'];
}
