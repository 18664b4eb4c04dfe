import type { BuildPlan, ComponentPlan, PhpPlan, VolumePlan } from '../../model/plan-component.js';
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
import { evidenceOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { planEnvironment } from '../running/environment.js';
import { portOfServer } from '../running/ports.js';
import { planProbes, smokeTestOf } from '../running/probes.js';
import { decideReplicas } from '../running/replicas.js';
import { planResources } from '../running/resources.js';
import { planStorage } from '../storage/volumes.js';
import type { StoragePlan } from '../storage/volumes.js';
import {
  codeWrittenDetail,
  codeWrittenTitle,
  extensionsNeeded,
  missingFileDetail,
  missingFileTitle,
} from '../texts/php.js';
import { planJobs } from './jobs.js';
import { decidePhpVersion } from './php-version.js';
import { planTrees } from './trees.js';
import { planWebServer } from './web-server.js';
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
  // Paths in PHP's facts are relative to the application's directory, wherever its pages lie.
  const roots = { workingDirectory: layout.home, documentRoot: layout.documentRoot };
  const storage = besideTheCode(context, planStorage(context, roots), layout.trees);
  const mount = {
    kind: 'php',
    contextPath: '/',
    home: layout.home,
    base: context.component.path,
    springBoot: false,
  } as const;
  const wordpress = planWordPressConfig(context, { ...given, home: layout.home });
  const { readFirstBy } = wordpress;
  const config = externaliseConfiguration(context, { ...given, profile: undefined, mount, readFirstBy });
  askForMissingFiles(context, wordpress.configFiles, layout.home);
  const environment = planEnvironment(context, given.dependencies);
  const probes = planProbes(context, { port: 'http', contextPath: '', serverPath: webServerHealth });
  const build = planComposer(context);
  const base = emptyComponent(context);
  return {
    ...base,
    kind: 'php',
    source: sourceOf(context),
    ...(build ? { build: { ...build, remove: config.remove } } : {}),
    runtime: { image: 'php-fpm', version },
    images: base.images.flatMap(({ name, tag }) => [
      { name, tag, target: 'app' },
      { name: `${name}-web`, tag, target: 'web' },
    ]),
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
    jobs: planJobs(context, layout),
    phpSettings: settingsOf(context),
    php: phpOf(context, layout),
    ...smokeTestOf(probes),
  };
}

/** A volume over a whole tree would hide the code: what is written there is a person's business. */
function besideTheCode(
  context: ComponentContext,
  storage: StoragePlan,
  trees: PhpPlan['trees'],
): StoragePlan {
  const covers = ({ mountPath }: VolumePlan): boolean =>
    trees.some(({ to }) => to === mountPath || to.startsWith(`${mountPath}/`));
  for (const { mountPath } of storage.volumes.filter(covers)) {
    const facts = context.all('writable-path').filter((fact) => !fact.value.path.startsWith('/'));
    context.decider.askPerson({
      component: context.component.id,
      title: codeWrittenTitle({ path: mountPath }),
      detail: codeWrittenDetail({ path: mountPath }),
      evidence: evidenceOf(...facts),
    });
  }
  const volumes = storage.volumes.filter((volume) => !covers(volume));
  return { ...storage, volumes, hasClaims: volumes.some(({ kind }) => kind === 'claim') };
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
  const extensions = decideExtensions(context);
  return {
    trees: layout.trees,
    aliases: layout.aliases,
    documentRoot: layout.documentRoot,
    ...(front === undefined ? {} : { frontController: front }),
    extensions,
    ...planWebServer(context),
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

/** Extensions that come with PHP's own sources and need no service or license: worth having where the code would use them. */
const optional = new Set(
  'bcmath bz2 calendar exif gd gettext gmp intl mbstring sockets soap xsl zip'.split(' '),
);

function decideExtensions(context: ComponentContext): string[] {
  const facts = context
    .all('php-extension')
    .filter((fact) => fact.value.required || optional.has(fact.value.name.toLowerCase()));
  // Without it every request compiles all of its code anew; the images bring it, switched off.
  const names = [...new Set(['opcache', ...facts.map((fact) => fact.value.name.toLowerCase())])].sort();
  return context.decide('php.extensions', names, {
    because: extensionsNeeded(),
    evidence: evidenceOf(...facts),
  });
}

/** Configuration that lies on the old server only. */
function askForMissingFiles(
  context: ComponentContext,
  supplied: ComponentPlan['configFiles'],
  home: string,
): void {
  for (const fact of context.all('config-file')) {
    const { path, readFrom } = fact.value;
    if (path !== '' || readFrom === undefined) continue;
    const mountPath = readFrom.startsWith('/') ? readFrom : `${home}/${readFrom}`;
    if (supplied.some((file) => file.mountPath === mountPath)) continue;
    const component = context.component.id;
    context.decider.askPerson({
      component,
      title: missingFileTitle({ path: mountPath }),
      detail: missingFileDetail({ path: mountPath, component }),
      evidence: fact.evidence,
    });
  }
}

/** Composer installs what composer.json asks for, unless the vendor folder is part of the application. */
function planComposer(context: ComponentContext): Omit<BuildPlan, 'remove'> | undefined {
  const fact = context.all('build').find((one) => one.value.tool === 'composer');
  if (!fact) return undefined;
  const files = [fact.value.file, ...fact.evidence.map((one) => one.file)];
  const dependencyFiles = [...new Set(files)].filter((file) => /composer\.(json|lock)$/.test(file)).sort();
  const directory = fact.value.file.includes('/') ? fact.value.file.replace(/\/[^/]*$/, '') : '';
  const there = directory === '' ? [] : [`--working-dir=${directory}`];
  const flags = [...there, '--no-dev', '--no-interaction', '--no-scripts', '--ignore-platform-reqs'];
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
    commands: [['composer', 'dump-autoload', ...there, '--no-dev', '--optimize', '--no-scripts']],
    output: '',
  };
}
