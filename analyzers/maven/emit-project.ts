import type { Evidence } from '../../model/evidence.js';
import type { Project } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import { relativeTo } from '../paths.js';
import { readWrapper } from './config.js';
import { effectiveDependencies, importedBoms, type Dependency } from './dependencies.js';
import { javaLevels } from './java-level.js';
import type { MavenModel, Value } from './model.js';
import { emitFilteredValues, profilesOf } from './filtered-resources.js';
import { findPlugin } from './plugins.js';
import { readPackaging } from './packaging.js';
import type { Place } from './pom.js';
import { emitPropertyFacts } from './property-facts.js';
import type { ReactorProject, Reactors } from './reactor.js';
import { emitRepositories } from './repositories.js';
import { findContextRoots, findServerPlugins } from './server-plugins.js';
import { packagingExclusions } from './war-contents.js';
import { parentMissingText } from './texts.js';

export const by = 'maven';

export interface EmitOptions {
  readonly project: Project;
  readonly reactors: Reactors;
  readonly collector: FactCollector;
}

/** Everything that one project of a reactor says. An aggregator says only that it is one: its children inherit the rest. */
export function emitProject(one: ReactorProject, options: EmitOptions): void {
  const { collector } = options;
  const unit = one.pom.directory;
  const packaging = readPackaging(one.model);
  const certainty = packaging.inferred ? 'inferred' : 'declared';
  for (const place of packaging.places)
    collector.add('packaging', unit, packaging.value, at(place), certainty);
  emitBuild(one, packaging, options);
  if (packaging.value.type === 'pom') return;
  emitJava(one, options);
  const isExcluded = packagingExclusions(one.model);
  for (const dependency of effectiveDependencies(one.model, options.reactors)) {
    const scope = isExcluded(dependency) ? 'provided' : dependency.scope;
    emitDependency(one, { ...dependency, scope }, options);
  }
  emitServers(one.model, unit, collector);
  for (const { text, places } of findContextRoots(one.model)) {
    const path = `/${text.replace(/^\/+|\/+$/g, '')}`;
    for (const place of places) collector.add('context-path', unit, { path }, at(place));
  }
  emitImage(one.model, unit, collector);
  emitEncoding(one.model, unit, collector);
  emitPropertyFacts(one.model, { unit, by, collector });
  emitFilteredValues(one.model, { unit, by, collector, project: options.project });
  emitRepositories(one.model, { unit, by, collector });
}

function emitBuild(
  one: ReactorProject,
  packaging: ReturnType<typeof readPackaging>,
  { collector, project }: EmitOptions,
): void {
  const root = one.root.directory;
  const profiles = profilesOf(one.model);
  const value = {
    tool: 'maven' as const,
    ...readWrapper(one.root.file.directory, project),
    file: one.root.file.path,
    root,
    ...(packaging.output !== undefined && { output: packaging.output }),
    target: 'package',
    ...(profiles.length > 0 && { profiles }),
  };
  const lines = new Set([one.pom, ...one.model.lineage.poms, one.root]);
  for (const pom of lines) {
    const module = pom === one.root && pom !== one.pom ? moduleLine(one) : undefined;
    const artifact = pom.element.children.find((child) => child.local === 'artifactId');
    collector.add('build', one.pom.directory, value, pom.file.evidence(by, module ?? artifact?.line ?? 1));
  }
}

/** The line by which the root takes the project in. */
function moduleLine({ pom, root }: ReactorProject): number | undefined {
  const path = relativeTo(pom.directory, root.directory);
  const holder = root.element.children.find((child) => child.local === 'modules');
  return holder?.children.find((module) => module.text.replace(/\/(pom\.xml)?$/, '') === path)?.line;
}

function emitJava(one: ReactorProject, { collector, project }: EmitOptions): void {
  const { model, pom } = one;
  const levels = javaLevels(model);
  for (const { runtime, value } of levels) {
    for (const place of value.places) {
      collector.add('runtime', pom.directory, runtime, at(place), value.inferred ? 'inferred' : 'declared');
    }
  }
  const { outside } = model.lineage;
  if (levels.length > 0 || !outside || model.known) return;
  const parent = `${outside.group}:${outside.artifact}:${outside.version}`;
  const name = model.property('project.artifactId')?.text ?? pom.file.path;
  project.report({
    code: 'maven-parent-missing',
    file: outside.place.file.path,
    line: outside.place.line,
    ...parentMissingText({ parent, name }),
  });
}

function emitDependency(one: ReactorProject, dependency: Dependency, options: EmitOptions): void {
  const { collector, reactors } = options;
  const unit = one.pom.directory;
  const target = reactors.built.find(({ model }) => isProject(model, dependency));
  if (target && target.pom !== one.pom) {
    const scope = dependency.type === 'war' ? 'overlay' : dependency.scope;
    const value = { unit: target.pom.directory, scope };
    for (const place of dependency.places) collector.add('module', unit, value, at(place));
    return;
  }
  const managed = dependency.version === undefined ? bootVersion(one.model, dependency.group) : undefined;
  const version = dependency.version ?? managed?.text;
  const value = {
    group: dependency.group,
    name: dependency.artifact,
    ...(version !== undefined && { version }),
    scope: dependency.scope,
    ecosystem: 'maven' as const,
  };
  for (const place of [...dependency.places, ...(managed?.places ?? [])]) {
    collector.add('library', unit, value, at(place));
  }
}

function isProject(model: MavenModel, dependency: Dependency): boolean {
  const version = model.property('project.version');
  return (
    model.property('project.artifactId')?.text === dependency.artifact &&
    model.property('project.groupId')?.text === dependency.group &&
    (dependency.version === undefined ||
      version === undefined ||
      version.open ||
      version.text === dependency.version)
  );
}

/** Spring Boot's own artefacts have the version of its parent or bill of materials, even when those are outside. */
function bootVersion(model: MavenModel, group: string): Value | undefined {
  if (group !== 'org.springframework.boot') return undefined;
  const bom = importedBoms(model).find(
    (one) => one.artifact === 'spring-boot-dependencies' && one.group === group,
  );
  if (bom) return bom.version;
  const { outside } = model.lineage;
  if (outside?.group !== group || outside.version === '' || outside.version.includes('${')) return undefined;
  return { text: outside.version, places: [outside.place], open: false, inferred: false };
}

function emitServers(model: MavenModel, unit: string, collector: FactCollector): void {
  for (const plugin of findServerPlugins(model)) {
    collector.add('server', unit, plugin.server, at(plugin.place), 'inferred');
    for (const [protocol, value] of [
      ['http', plugin.httpPort] as const,
      ['https', plugin.httpsPort] as const,
    ]) {
      const port = Number(value?.text);
      if (!value || !(port > 0 && port < 65536)) continue;
      const fact = { port, protocol, purpose: 'application' as const };
      for (const place of value.places) collector.add('port', unit, fact, at(place), 'inferred');
    }
    if (plugin.contextPath) {
      const path = `/${plugin.contextPath.text.replace(/^\/+|\/+$/g, '')}`;
      for (const place of plugin.contextPath.places) {
        collector.add('context-path', unit, { path }, at(place), 'inferred');
      }
    }
    for (const { name, value } of plugin.systemProperties) {
      const fact = { name, required: false, ...(!value.open && { default: value.text }) };
      collector.add('system-property', unit, fact, at(value.places[0]), 'inferred');
    }
  }
}

/** Ports, flags and variables of an image that the build makes already. */
function emitImage(model: MavenModel, unit: string, collector: FactCollector): void {
  const jib = findPlugin(model.lineage, 'jib-maven-plugin');
  const docker = findPlugin(model.lineage, 'docker-maven-plugin');
  const ports = [
    ...(jib?.declared ? jib.anywhere(['container', 'ports', 'port']) : []),
    ...(docker?.declared
      ? [
          ...docker.anywhere(['images', 'image', 'build', 'ports', 'port']),
          ...docker.anywhere(['exposes', 'expose']),
        ]
      : []),
  ];
  for (const sourced of ports) {
    const value = model.value(sourced);
    const port = Number(value?.text);
    if (!value || !(port > 0 && port < 65536)) continue;
    const fact = { port, protocol: 'http' as const, purpose: 'application' as const };
    for (const place of value.places) collector.add('port', unit, fact, at(place), 'inferred');
  }
  for (const flag of jib?.declared ? jib.anywhere(['container', 'jvmFlags', 'jvmFlag']) : []) {
    const value = model.value(flag);
    if (value)
      collector.add('start-option', unit, { option: value.text, source: 'jib' }, at(value.places[0]));
  }
}

function emitEncoding(model: MavenModel, unit: string, collector: FactCollector): void {
  const compiler = findPlugin(model.lineage, 'maven-compiler-plugin');
  const value = model.value(compiler?.config(['encoding'])) ?? model.property('project.build.sourceEncoding');
  if (!value || value.open) return;
  const fact = { charset: value.text, subject: 'source' as const };
  for (const place of value.places) {
    collector.add('encoding', unit, fact, at(place), value.inferred ? 'inferred' : 'declared');
  }
}

function at(place: Place): Evidence {
  return place.file.evidence(by, place.line);
}
