import type { FactValues } from '../../model/fact-values.js';
import { findRunnable, type Runnable } from './main-class.js';
import type { MavenModel, Value } from './model.js';
import { findPlugin } from './plugins.js';
import { elementAt, type Place } from './pom.js';

type Packaging = FactValues['packaging'];

export interface PackagingResult {
  readonly value: Packaging;
  /** The artefact's path relative to the project; undefined for what writes none. */
  readonly output?: string;
  readonly places: readonly [Place, ...Place[]];
  readonly inferred: boolean;
}

const types: Readonly<Record<string, Packaging['type']>> = {
  war: 'war',
  hpi: 'war',
  ear: 'ear',
  pom: 'pom',
  quarkus: 'executable-jar',
};

/** What a project builds and under which name. A packaging that nobody knows is a library. */
export function readPackaging(model: MavenModel): PackagingResult {
  const { pom } = model.lineage;
  const written = elementAt(pom.element, 'packaging');
  const packaging = (written && model.value({ element: written, pom })?.text) ?? 'jar';
  const type = types[packaging] ?? 'jar';
  const runnable = type === 'jar' || type === 'war' ? findRunnable(model) : undefined;
  const name = artifactName(model, type, runnable);
  const place: Place = {
    file: pom.file,
    line: (written ?? elementAt(pom.element, 'artifactId') ?? pom.element).line,
  };
  const directory = known(model.value(model.first('build', 'directory'))) ?? 'target';
  const isExecutable = type === 'jar' && runnable !== undefined;
  return {
    value: {
      type: isExecutable ? 'executable-jar' : type,
      ...(name !== undefined && type !== 'pom' && { artifact: name }),
      ...(runnable?.mainClass && !runnable.mainClass.open && { mainClass: runnable.mainClass.text }),
      form: 'source',
      ...names(model),
    },
    ...(name !== undefined && type !== 'pom' && { output: outputOf(directory, name, runnable) }),
    places: [place, ...(isExecutable ? runnable.places : []), ...(runnable?.mainClass?.places ?? [])],
    inferred: isExecutable && runnable.inferred,
  };
}

function names(model: MavenModel): Pick<Packaging, 'name' | 'version'> {
  const name = known(model.property('project.artifactId'));
  const version = known(model.property('project.version'));
  return { ...(name !== undefined && { name }), ...(version !== undefined && { version }) };
}

function artifactName(
  model: MavenModel,
  type: Packaging['type'],
  runnable: Runnable | undefined,
): string | undefined {
  // The war plugin's own name for the file, read-only since its version 3.
  const war = type === 'war' ? findPlugin(model.lineage, 'maven-war-plugin') : undefined;
  const boot =
    runnable?.how === 'spring-boot' ? findPlugin(model.lineage, 'spring-boot-maven-plugin') : undefined;
  const assembly =
    runnable?.how === 'assembly' ? findPlugin(model.lineage, 'maven-assembly-plugin') : undefined;
  const shade = runnable?.how === 'shade' ? findPlugin(model.lineage, 'maven-shade-plugin') : undefined;
  const own =
    model.value(war?.config(['warName'])) ??
    model.value(boot?.config(['finalName'], { execution: 'repackage' })) ??
    model.value(assembly?.anywhere(['finalName'])[0]) ??
    model.value(shade?.anywhere(['finalName'])[0]);
  const base = known(own ?? model.property('project.build.finalName'));
  if (base === undefined) return undefined;
  const extension = type === 'war' || type === 'ear' ? type : 'jar';
  return `${base}${runnable?.suffix ?? ''}.${extension}`;
}

function outputOf(directory: string, name: string, runnable: Runnable | undefined): string {
  return `${directory.replace(/^\.\//, '')}/${runnable?.output ?? name}`;
}

function known(value: Value | undefined): string | undefined {
  return value && !value.open ? value.text : undefined;
}
