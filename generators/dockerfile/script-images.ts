import { reportPlan } from '../generation.js';
import type { ComponentScope } from '../generation.js';
import { baseImage, defaultImage } from '../images.js';
import { fpmPort, joinPath, nodeHome, phpHome, staticHome } from '../layout.js';
import { installExtensions } from './install-extensions.js';
import { runData } from './run-data.js';
import { buildStage, commonData, removeFromTree } from './stage-data.js';
import { noCommand, noCommandHint } from './texts.js';

/** Dockerfile of a PHP site: targets `app` (PHP-FPM) and `web` (nginx). */
export function renderPhp(scope: ComponentScope): string | undefined {
  const { component } = scope;
  const runtime = baseImage(scope, { ...component.runtime, subject: `components.${scope.id}.runtime` });
  const web = defaultImage(scope, { image: 'nginx', subject: `components.${scope.id}` });
  const build = builtStage(scope);
  if (!runtime || !web || build === undefined) return undefined;
  const php = component.php;
  const trees = php?.trees ?? [{ from: component.source.path, to: phpHome }];
  const webPorts = component.ports.filter((port) => port.purpose === 'http');
  return scope.templates.render('dockerfile/php', {
    ...commonData(scope),
    ...runData(scope, runtime.reference),
    build,
    ports: false,
    healthCheck: ['php', '-n', '-r', `exit(@fsockopen("127.0.0.1", ${fpmPort}) ? 0 : 1);`],
    runtimeImage: runtime.reference,
    webImage: web.reference,
    web: {
      ...runData({ ...scope, component: { ...component, ports: webPorts } }, web.reference),
      title: component.images.find((image) => image.target === 'web')?.name ?? scope.id,
      version: component.images[0]?.tag ?? '',
    },
    remove: removeFromPhp(scope, trees),
    trees: trees.map((tree) => [`${joinPath('/src', tree.from)}/`, `${tree.to.replace(/\/+$/, '')}/`]),
    extensions: installExtensions(scope, php?.extensions ?? [], runtime.release.tag) ?? false,
    documentRoot: php?.documentRoot ?? phpHome,
  });
}

/** Dockerfile of a Node service. */
export function renderNode(scope: ComponentScope): string | undefined {
  const { component } = scope;
  const runtime = baseImage(scope, { ...component.runtime, subject: `components.${scope.id}.runtime` });
  const build = builtStage(scope);
  if (!component.command) {
    reportPlan(scope, {
      code: 'command-unknown',
      message: noCommand({ id: scope.id }),
      hint: noCommandHint(),
    });
  }
  if (!runtime || build === undefined || !component.command) return undefined;
  return scope.templates.render('dockerfile/node', {
    ...commonData(scope),
    ...runData(scope, runtime.reference),
    build,
    healthCheck: nodeHealthCheck(component.ports.find((port) => port.purpose === 'http')?.port),
    runtimeImage: runtime.reference,
    // The whole tree: a service needs its modules, and a workspace's packages may link to each other.
    copyApplication: [build ? '/src/' : './', './'],
    remove: removeFromTree(scope, [{ from: '', to: nodeHome }]),
    workPath: component.source.path === '' ? false : component.source.path,
    command: component.command,
  });
}

/** Dockerfile of a site of static files, built or as it is. */
export function renderStatic(scope: ComponentScope): string | undefined {
  const { component } = scope;
  const runtime = baseImage(scope, { ...component.runtime, subject: `components.${scope.id}.runtime` });
  const build = builtStage(scope);
  if (!runtime || build === undefined) return undefined;
  const output = build ? joinPath('/src', component.build?.output ?? '') : component.source.path;
  return scope.templates.render('dockerfile/static', {
    ...commonData(scope),
    ...runData(scope, runtime.reference),
    build,
    runtimeImage: runtime.reference,
    copyApplication: [output === '' ? './' : `${output.replace(/\/+$/, '')}/`, './'],
    remove: removeFromTree(scope, [{ from: '', to: staticHome }]),
    home: staticHome,
  });
}

/** The build stage; false when there is nothing to build, undefined when its image is unknown. */
function builtStage(scope: ComponentScope): ReturnType<typeof buildStage> | false {
  const { build } = scope.component;
  if (!build || (build.commands.length === 0 && build.resolve.length === 0)) return false;
  return buildStage(scope, build);
}

function removeFromPhp(
  scope: ComponentScope,
  trees: readonly { readonly from: string; readonly to: string }[],
): string[] | false {
  const mounted = removeFromTree(scope, trees) || [];
  const planned = (scope.component.build?.remove ?? []).filter((path) => !path.includes('!/'));
  const all = [...new Set([...mounted, ...planned])].sort();
  return all.length === 0 ? false : all;
}

function nodeHealthCheck(port: number | undefined): string[] | false {
  if (port === undefined) return false;
  const script = `require("net").connect(${port}, "127.0.0.1").on("connect", () => process.exit(0)).on("error", () => process.exit(1))`;
  return ['node', '-e', script];
}
