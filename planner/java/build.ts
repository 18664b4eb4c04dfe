import type { FactOf } from '../../model/fact.js';
import type { BuildPlan } from '../../model/plan-component.js';
import { compareStrings } from '../../model/order.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { productionOf } from '../dependencies/profiles.js';
import { noProfile } from '../texts/dependencies.js';
import { buildProfile, buildsWith, buildsWithMaven } from '../texts/java.js';
import { linesOf } from '../versions.js';

type BuildTool = 'maven' | 'gradle' | 'ant';

/** How to build a Java component from source; undefined when nothing says how. */
export function planJavaBuild(
  context: ComponentContext,
  java: string,
  remove: readonly string[],
): BuildPlan | undefined {
  if (context.best('packaging')?.value.form !== 'source') return undefined;
  const build = context.all('build').find((fact) => ['maven', 'gradle', 'ant'].includes(fact.value.tool));
  if (!build) return undefined;
  const tool = build.value.tool as BuildTool;
  const root = build.value.root ?? '';
  context.decide('build.tool', tool, {
    because:
      tool === 'maven'
        ? buildsWithMaven({ root: build.value.file, java })
        : buildsWith({ tool, file: build.value.file }),
    evidence: evidenceOf(build),
  });
  const version =
    context.options.catalog.images[tool]?.default ?? linesOf(context.options.catalog, tool).at(-1) ?? '';
  const image = version === '' ? 'eclipse-temurin-jdk' : tool;
  return {
    tool,
    image,
    version: version === '' ? java : version,
    java,
    dependencyFiles: dependencyFiles(context),
    ...commandsFor(context, {
      tool,
      root,
      target: build.value.target,
      profile: decideBuildProfile(context, build),
    }),
    output: joinPath(context.component.path, build.value.output ?? ''),
    remove,
  };
}

/** Every build file of the application: a reactor resolves only when all of its poms are there. */
function dependencyFiles(context: ComponentContext): string[] {
  const buildFile = /(^|\/)(pom\.xml|[^/]*\.gradle(\.kts)?|gradle\.properties|build\.xml)$/;
  const files = context.application.facts.flatMap((fact) => fact.evidence.map((one) => one.file));
  return [...new Set(files.filter((file) => buildFile.test(file) && !file.includes('!/')))].sort(
    compareStrings,
  );
}

function commandsFor(
  context: ComponentContext,
  build: { tool: BuildTool; root: string; target: string | undefined; profile: string | undefined },
): Pick<BuildPlan, 'resolve' | 'commands'> {
  const module = relativeTo(context.component.path, build.root);
  if (build.tool === 'maven') {
    const where = build.root === '' ? [] : ['-f', joinPath(build.root, 'pom.xml')];
    const profile = build.profile === undefined ? [] : ['-P', build.profile];
    const only = module === '' ? [] : ['-pl', module, '-am'];
    return {
      // Poms alone can't be built; what fails here is fetched by the build itself, so failures are let pass (-fn). For all modules,
      // so that the components of one reactor share the layer.
      resolve: [['mvn', '-B', '-q', '-fn', ...where, ...profile, '-DskipTests', 'package']],
      commands: [['mvn', '-B', ...where, ...profile, '-DskipTests', ...only, 'package']],
    };
  }
  if (build.tool === 'gradle') {
    const task =
      module === ''
        ? (build.target ?? 'assemble')
        : `:${module.replaceAll('/', ':')}:${build.target ?? 'assemble'}`;
    const where = build.root === '' ? [] : ['-p', build.root];
    return {
      resolve: [['gradle', '--no-daemon', ...where, 'dependencies']],
      commands: [['gradle', '--no-daemon', ...where, task, '-x', 'test']],
    };
  }
  return {
    resolve: [],
    commands: [
      ['ant', '-f', joinPath(build.root, 'build.xml'), ...(build.target === undefined ? [] : [build.target])],
    ],
  };
}

/** Maven's profile of the environment that the container runs in: without it the build is a developer's. */
function decideBuildProfile(context: ComponentContext, build: FactOf<'build'>): string | undefined {
  const offered = build.value.profiles ?? [];
  const wanted = (context.profile ?? '').split(',').find((name) => offered.includes(name));
  const production = wanted ?? (context.profile === undefined ? productionOf(offered) : undefined);
  if (production === undefined) return undefined;
  return context.decide('build.profile', production, {
    because: buildProfile({ profile: production, place: placeOf(build) }),
    evidence: evidenceOf(build),
    alternatives: offered
      .filter((name) => name !== production)
      .map((choice) => ({ choice, whyNot: noProfile({ profile: choice }) })),
  });
}

/** Joins parts of a relative path; empty parts vanish. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

function relativeTo(path: string, root: string): string {
  if (root === '') return path;
  return path === root ? '' : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
