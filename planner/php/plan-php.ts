import type { BuildPlan, ComponentPlan, PhpPlan } from '../../model/plan-component.js';
import {
  decideExposure,
  dependsOnOf,
  emptyComponent,
  mergeEnv,
  mergeFiles,
  sourceOf,
} from '../component/base.js';
import { externaliseConfiguration, mergeSecrets } from '../configuration/externalise.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { planEnvironment } from '../running/environment.js';
import { portOfServer } from '../running/ports.js';
import { planProbes, smokeTestOf } from '../running/probes.js';
import { decideReplicas } from '../running/replicas.js';
import { planResources } from '../running/resources.js';
import { planStorage } from '../storage/volumes.js';
import { cronJob } from '../texts/php.js';
import { decidePhpVersion } from './php-version.js';
import { planTrees } from './trees.js';
import { planWordPressConfig } from './wordpress-config.js';

/** What the generated nginx answers by itself. */
const webServerHealth = '/-/healthy';

/** A PHP application: PHP-FPM and nginx in one pod. */
export function planPhp(
  context: ComponentContext,
  given: { dependencies: readonly NamedDependency[] },
): ComponentPlan {
  const version = decidePhpVersion(context);
  const layout = planTrees(context);
  const storage = planStorage(context, {
    workingDirectory: layout.documentRoot,
    documentRoot: layout.documentRoot,
  });
  const mount = { kind: 'php', contextPath: '/', home: layout.home, springBoot: false } as const;
  const config = externaliseConfiguration(context, { ...given, profile: undefined, mount });
  const wordpress = planWordPressConfig(context, {
    ...given,
    mounted: config.configFiles,
    home: layout.home,
  });
  const environment = planEnvironment(context, given.dependencies);
  const probes = planProbes(context, { port: 'http', contextPath: '', serverPath: webServerHealth });
  const build = planComposer(context);
  const base = emptyComponent(context);
  const [image] = base.images;
  const tag = image?.tag ?? '1.0.0';
  return {
    ...base,
    kind: 'php',
    source: sourceOf(context),
    ...(build ? { build: { ...build, remove: config.remove } } : {}),
    runtime: { image: 'php-fpm', version },
    images: [
      { name: context.component.id, tag, target: 'app' },
      { name: `${context.component.id}-web`, tag, target: 'web' },
    ],
    replicas: decideReplicas(context, storage),
    ports: portOfServer(context, 8080).ports,
    exposure: decideExposure(context),
    env: mergeEnv(environment.env, config.env, wordpress.env),
    configFiles: mergeFiles(config.configFiles, wordpress.configFiles),
    secrets: mergeSecrets([...config.secrets, ...environment.secrets, ...wordpress.secrets]),
    volumes: storage.volumes.map((volume) => seedIfInsideTree(volume, layout.trees)),
    probes,
    resources: planResources(context, 'php'),
    dependsOn: dependsOnOf(context, given.dependencies),
    jobs: jobsOf(context),
    phpSettings: settingsOf(context),
    php: phpOf(context, layout),
    ...smokeTestOf(probes),
  };
}

/** A volume over a directory of the application would hide what is in it. */
function seedIfInsideTree(
  volume: ComponentPlan['volumes'][number],
  trees: PhpPlan['trees'],
): ComponentPlan['volumes'][number] {
  const inside = trees.some((tree) => volume.mountPath.startsWith(`${tree.to}/`));
  return inside ? { ...volume, seedFromImage: true } : volume;
}

function phpOf(context: ComponentContext, layout: ReturnType<typeof planTrees>): PhpPlan {
  const front = context.best('front-controller')?.value.path.split('/').at(-1);
  const extensions = context
    .all('php-extension')
    .filter((fact) => fact.value.required)
    .map((fact) => fact.value.name.toLowerCase());
  return {
    trees: layout.trees,
    aliases: layout.aliases,
    documentRoot: layout.documentRoot,
    ...(front === undefined ? {} : { frontController: front }),
    extensions: [...new Set(extensions)].sort(),
    denied: [],
  };
}

/** Directives that the application was run with and that do not name a place on the old host. */
function settingsOf(context: ComponentContext): Record<string, string> {
  const wanted =
    /^(memory_limit|max_execution_time|max_input_vars|max_input_time|upload_max_filesize|post_max_size|max_file_uploads|date\.timezone|default_charset|short_open_tag|display_errors|error_reporting|session\.gc_maxlifetime|session\.cookie_\w+|mbstring\.\w+)$/;
  const facts = context.all('php-setting').filter((fact) => wanted.test(fact.value.name));
  const values = new Map(facts.map((fact) => [fact.value.name, fact.value.value]));
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function jobsOf(context: ComponentContext): ComponentPlan['jobs'] {
  return context
    .all('scheduled-job')
    .filter(
      (fact) =>
        fact.value.mechanism === 'cron' &&
        fact.value.schedule !== undefined &&
        fact.value.command !== undefined,
    )
    .map((fact, i) => {
      const name =
        fact.value.name
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-+|-+$/g, '')
          .slice(0, 30)
          .replace(/-+$/, '') || `job-${i + 1}`;
      context.decide(`jobs.${name}`, fact.value.schedule ?? '', {
        because: cronJob({ place: placeOf(fact) }),
        evidence: evidenceOf(fact),
      });
      return {
        name,
        schedule: fact.value.schedule ?? '',
        command: (fact.value.command ?? '').split(/\s+/).filter((word) => word !== ''),
      };
    });
}

/** Composer installs what composer.json asks for, unless the vendor folder is part of the application. */
function planComposer(context: ComponentContext): Omit<BuildPlan, 'remove'> | undefined {
  const fact = context.all('build').find((one) => one.value.tool === 'composer');
  if (!fact) return undefined;
  const files = [fact.value.file, ...fact.evidence.map((one) => one.file)];
  const dependencyFiles = [...new Set(files)].filter((file) => /composer\.(json|lock)$/.test(file)).sort();
  const flags = ['--no-dev', '--no-interaction', '--no-scripts', '--ignore-platform-reqs'];
  const version =
    context.options.catalog.images.composer?.default ??
    context.options.catalog.images.composer?.releases[0]?.version ??
    '2';
  return {
    tool: 'composer',
    image: 'composer',
    version,
    dependencyFiles,
    resolve: [['composer', 'install', ...flags, '--no-autoloader']],
    commands: [['composer', 'dump-autoload', '--no-dev', '--optimize', '--no-scripts']],
    output: '',
  };
}
