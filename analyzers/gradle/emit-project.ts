import type { Evidence } from '../../model/evidence.js';
import type { Project } from '../../workspace/project.js';
import { emitLibrary, openLibrary } from '../bundled-library.js';
import type { FactCollector } from '../fact-collector.js';
import { readDependencies, type GradleDependency } from './dependencies.js';
import { javaLevels } from './java-level.js';
import { readPackaging } from './packaging.js';
import { appliedPlugins, createScriptModel, pluginVersion, type ScriptModel } from './script-model.js';
import type { GradleBuild, GradleProject } from './settings.js';
import { readScript, type GradlePlace, type Placed } from './values.js';

export const by = 'gradle';
const bootPlugin = 'org.springframework.boot';

export interface EmitOptions {
  readonly project: Project;
  readonly collector: FactCollector;
}

/** Everything that the scripts say of one project of a build. */
export function emitProject(build: GradleBuild, self: GradleProject, options: EmitOptions): void {
  const { collector, project } = options;
  const model = createScriptModel(build, self, project);
  const unit = self.directory;
  const packaging = readPackaging(model);
  const places = packaging && packaging.places.length > 0 ? packaging.places : scriptPlaces(model);
  if (places.length === 0) return;
  if (packaging) {
    for (const place of places) collector.add('packaging', unit, packaging.value, at(place));
  } else {
    for (const place of places)
      collector.add(
        'packaging',
        unit,
        { type: 'pom', form: 'source', ...(self.name !== '' && { name: self.name }) },
        at(place),
      );
  }
  emitBuild(model, { packaging, ...options });
  if (!packaging) return;
  for (const { version, basis, value } of javaLevels(model)) {
    for (const place of value.places)
      collector.add('runtime', unit, { language: 'java', version, basis }, at(place));
  }
  const dependencies = readDependencies(model);
  const boot = bootVersion(model, dependencies, project);
  for (const dependency of dependencies) emitDependency(model, dependency, { boot, ...options });
  emitEncoding(model, collector);
}

function scriptPlaces({ self, build }: ScriptModel): readonly GradlePlace[] {
  const file = self.script ?? build.settings;
  return file ? [{ file, line: 1 }] : [];
}

function emitBuild(
  model: ScriptModel,
  { packaging, project, collector }: EmitOptions & { packaging: ReturnType<typeof readPackaging> },
): void {
  const { build, self } = model;
  const prefix = build.root === '' ? '' : `${build.root}/`;
  const url = project
    .file(`${prefix}gradle/wrapper/gradle-wrapper.properties`)
    ?.properties()
    .find(({ key }) => key === 'distributionUrl')?.value;
  const version = /gradle-([\d.]+(?:-rc-\d+|-milestone-\d+)?)-/.exec(url ?? '')?.[1];
  const root = build.projects.find(({ path }) => path === ':');
  const file = root?.script ?? build.settings ?? self.script;
  if (!file) return;
  const value = {
    tool: 'gradle' as const,
    ...(version !== undefined && { version }),
    ...(project.file(`${prefix}gradlew`) && { wrapper: true }),
    file: file.path,
    root: build.root,
    ...(packaging?.output !== undefined && { output: packaging.output }),
    target: packaging?.task ?? 'assemble',
  };
  for (const one of new Set([self.script, build.settings, file])) {
    if (one) collector.add('build', self.directory, value, one.evidence(by, 1));
  }
}

/** Spring Boot's own artefacts take the version of its plugin or bill of materials. */
function bootVersion(
  model: ScriptModel,
  dependencies: readonly GradleDependency[],
  project: Project,
): { version: string; places: readonly GradlePlace[] } | undefined {
  for (const one of dependencies) {
    if (one.kind === 'platform' && one.name === 'spring-boot-dependencies')
      return { version: one.version, places: one.places };
  }
  const root = model.build.projects.find(({ path }) => path === ':');
  const above: readonly Placed[] =
    root?.script && root !== model.self ? readScript(root.script, project) : [];
  const plugin = pluginVersion(bootPlugin, model, above);
  if (plugin)
    return {
      version: plugin.version,
      places: [{ file: plugin.statement.file, line: plugin.statement.line }],
    };
  if (!appliedPlugins(model).has(bootPlugin)) return undefined;
  for (const { text, blocks, file, line } of [...model.statements, ...above]) {
    const literal =
      blocks[0] === 'buildscript'
        ? /(["'])org\.springframework\.boot:spring-boot-gradle-plugin:.+?\1/.exec(text)?.[0]
        : undefined;
    const value = literal === undefined ? undefined : model.properties.evaluate(literal, { file, line });
    if (value && !value.open) return { version: value.text.split(':')[2] ?? '', places: value.places };
  }
  return undefined;
}

function emitDependency(
  model: ScriptModel,
  dependency: GradleDependency,
  options: EmitOptions & { boot: ReturnType<typeof bootVersion> },
): void {
  const { collector, project, boot } = options;
  const unit = model.self.directory;
  if (dependency.kind === 'project') {
    const target = model.build.projects.find(({ path }) => path === dependency.path);
    for (const place of target ? dependency.places : []) {
      collector.add('module', unit, { unit: target?.directory ?? '', scope: dependency.scope }, at(place));
    }
  } else if (dependency.kind === 'files') {
    for (const file of project.find(['**/*.jar'], { origins: ['own', 'vendored'] })) {
      const isMeant = dependency.paths.some(
        (path) => file.path === path || (path.endsWith('/') && file.path.startsWith(path)),
      );
      if (isMeant) emitLibrary(openLibrary(file, project), { unit, by, collector, scope: dependency.scope });
    }
  } else if (dependency.kind === 'library') {
    const managed = dependency.version === undefined && dependency.group === bootPlugin ? boot : undefined;
    const version = dependency.version ?? managed?.version;
    const value = {
      group: dependency.group,
      name: dependency.name,
      ...(version !== undefined && { version }),
      scope: dependency.scope,
      ecosystem: 'maven' as const,
    };
    for (const place of [...dependency.places, ...(managed?.places ?? [])])
      collector.add('library', unit, value, at(place));
  }
}

function emitEncoding(model: ScriptModel, collector: FactCollector): void {
  for (const { text, file, line } of model.statements) {
    const charset = /(?:^|\.)encoding ?= ?["']([\w-]+)["']/.exec(text)?.[1];
    if (charset === undefined) continue;
    collector.add('encoding', model.self.directory, { charset, subject: 'source' }, file.evidence(by, line));
    return;
  }
}

function at({ file, line }: GradlePlace): Evidence {
  return file.evidence(by, line);
}
