import type { Project, SourceFile } from '../../workspace/project.js';
import { readCatalog, type CatalogEntry } from './catalog.js';
import type { GradleBuild, GradleProject } from './settings.js';
import { createProperties, readScript, type GradleProperties, type Placed } from './values.js';

/** Everything that holds for one project: its own script, and what scripts above say for all or for it. */
export interface ScriptModel {
  readonly build: GradleBuild;
  readonly self: GradleProject;
  /** Statements with the blocks that scope them to projects cut off; its own first. */
  readonly statements: readonly Placed[];
  readonly properties: GradleProperties;
  readonly catalog: ReadonlyMap<string, CatalogEntry>;
}

export function createScriptModel(build: GradleBuild, self: GradleProject, project: Project): ScriptModel {
  const own = self.script ? readScript(self.script, project) : [];
  const root = build.projects.find(({ path }) => path === ':');
  const above = root && root !== self && root.script ? readScript(root.script, project) : [];
  const statements = [
    ...own.flatMap((statement) => scoped(statement, { isOwn: true, self })),
    ...above.flatMap((statement) => scoped(statement, { isOwn: false, self })),
  ];
  const propertyFiles = [...new Set([self.directory, build.root])].flatMap((directory): SourceFile[] => {
    const file = project.file(directory === '' ? 'gradle.properties' : `${directory}/gradle.properties`);
    return file ? [file] : [];
  });
  const properties = createProperties([...statements, ...above.filter(isVisibleBelow)], propertyFiles);
  return { build, self, statements, properties, catalog: readCatalog(build.root, project) };
}

/** What the root defines is seen below, but a version or group is each project's own. */
function isVisibleBelow({ text, blocks: [scope = ''] }: Placed): boolean {
  return (
    !/^(?:project\(|subprojects|allprojects|configure\()/.test(scope) &&
    !/^(?:project\.)?(?:version|group)\b/.test(text)
  );
}

/** A statement of a script as it holds for a project; `allprojects` for all, `subprojects` for all but its own. */
function scoped(statement: Placed, options: { isOwn: boolean; self: GradleProject }): readonly Placed[] {
  const [scope = '', ...rest] = statement.blocks;
  const named = /^project\(["']([^"']+)["']\)/.exec(scope)?.[1];
  if (scope === 'allprojects') return [{ ...statement, blocks: rest }];
  if (scope === 'subprojects' || /^configure\(subprojects\b[^.]*\)/.test(scope)) {
    return options.isOwn ? [] : [{ ...statement, blocks: rest }];
  }
  if (named !== undefined) {
    const isMeant = (named.startsWith(':') ? named : `:${named}`) === options.self.path;
    return !options.isOwn && isMeant ? [{ ...statement, blocks: rest }] : [];
  }
  return options.isOwn ? [statement] : [];
}

/** Plugins that are applied, by id, with the place; a plugin that is only named for others (`apply false`) is none. */
export function appliedPlugins(
  model: ScriptModel,
): ReadonlyMap<string, { statement: Placed; version?: string }> {
  const plugins = new Map<string, { statement: Placed; version?: string }>();
  for (const statement of model.statements) {
    const found = pluginOf(statement, model);
    if (found && !plugins.has(found.id))
      plugins.set(found.id, { statement, ...(found.version !== undefined && { version: found.version }) });
  }
  return plugins;
}

/** The version of a plugin wherever the build names it, `apply false` and `buildscript` included. */
export function pluginVersion(
  id: string,
  model: ScriptModel,
  rootStatements: readonly Placed[],
): { version: string; statement: Placed } | undefined {
  for (const statement of [...model.statements, ...rootStatements]) {
    const found = statement.blocks.at(-1) === 'plugins' ? readPluginLine(statement, model) : undefined;
    if (found?.id === id && found.version !== undefined) return { version: found.version, statement };
  }
  return undefined;
}

function pluginOf(statement: Placed, model: ScriptModel): { id: string; version?: string } | undefined {
  if (statement.blocks.at(-1) === 'plugins' && statement.blocks.length === 1) {
    return /\bapply\(? ?false/.test(statement.text) ? undefined : readPluginLine(statement, model);
  }
  if (statement.blocks.length > 0) return undefined;
  const applied = /^apply ?\(? ?(?:plugin ?[:=]|<) ?["']?([\w.-]+)["']?/.exec(statement.text)?.[1];
  return applied === undefined ? undefined : { id: shortName(applied) };
}

/** `apply plugin: org.gradle.api.plugins.WarPlugin` */
function shortName(name: string): string {
  const short = /(?:^|\.)(War|Java|Application|Ear)Plugin$/.exec(name)?.[1];
  return short === undefined ? name : short.toLowerCase();
}

function readPluginLine(statement: Placed, model: ScriptModel): { id: string; version?: string } | undefined {
  const { text, file, line } = statement;
  const alias = /^alias\(libs\.(plugins\.[\w.]+)\)/.exec(text)?.[1];
  const entry = alias === undefined ? undefined : model.catalog.get(alias);
  if (entry) return { id: entry.id, ...(entry.version !== undefined && { version: entry.version }) };
  const written = /^id ?\(? ?["']([\w.-]+)["'] ?\)?/.exec(text)?.[1] ?? /^`?([a-z][\w-]*)`?$/.exec(text)?.[1];
  if (written === undefined) return undefined;
  const expression = /\bversion ?\(? ?((["']).*?\2|[\w.]+)/.exec(text)?.[1];
  const version =
    expression === undefined ? undefined : model.properties.evaluate(expression, { file, line });
  return { id: written, ...(version && !version.open && { version: version.text }) };
}
