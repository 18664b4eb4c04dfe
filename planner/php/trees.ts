import { sortBy } from '../../model/order.js';
import type { PhpPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { documentRootFound, keepsItsPlace } from '../texts/php.js';

export interface PhpLayout {
  readonly trees: PhpPlan['trees'];
  readonly aliases: PhpPlan['aliases'];
  /** Absolute. */
  readonly documentRoot: string;
  /** What relative paths of the application's root are below; `''` when the input is laid out like a file system. */
  readonly home: string;
}

const usualHome = '/var/www/html';

/**
 * Where the application's trees go. An application that refers to itself by absolute paths (an unpacked system package) keeps
 * them; any other one goes to the image's usual place.
 */
export function planTrees(context: ComponentContext): PhpLayout {
  const fixed = sortBy(context.all('install-path'), (fact) => [fact.value.path]);
  const root = context.best('document-root');
  const base = context.component.path;
  if (fixed.length === 0) {
    const below = relativeTo(root?.value.path ?? base, base);
    const documentRoot = below === '' ? usualHome : `${usualHome}/${below}`;
    if (root) decideRoot(context, documentRoot);
    return { trees: [{ from: base, to: usualHome }], aliases: [], documentRoot, home: usualHome };
  }
  context.decide(
    'php.trees',
    fixed.map((fact) => fact.value.path),
    {
      because: keepsItsPlace({ place: placeOf(fixed[0]) }),
      evidence: evidenceOf(...fixed),
    },
  );
  const rootPath = root?.value.path ?? fixed[0]?.value.directory ?? base;
  const documentRoot = absoluteOf(rootPath, fixed) ?? `/${rootPath}`;
  decideRoot(context, documentRoot);
  const trees = fixed.map((fact) => ({ from: fact.value.directory, to: fact.value.path }));
  return {
    trees,
    aliases: aliasesOf(
      fixed.map((fact) => fact.value.path),
      documentRoot,
    ),
    documentRoot,
    home: '',
  };
}

function decideRoot(context: ComponentContext, documentRoot: string): void {
  const root = context.best('document-root');
  context.decide('php.documentRoot', documentRoot, {
    because: documentRootFound({ place: placeOf(root) }),
    evidence: evidenceOf(root),
  });
}

function absoluteOf(
  path: string,
  fixed: readonly { value: { directory: string; path: string } }[],
): string | undefined {
  const owner = fixed.find(
    (fact) => path === fact.value.directory || path.startsWith(`${fact.value.directory}/`),
  );
  return owner && `${owner.value.path}${path.slice(owner.value.directory.length)}`;
}

/**
 * Content that lies outside the document root under a name that pages link to: `/var/lib/x/wp-content` is served as
 * `/wp-content/`.
 */
function aliasesOf(paths: readonly string[], documentRoot: string): PhpPlan['aliases'] {
  return paths
    .filter(
      (path) => !path.startsWith(documentRoot) && !path.startsWith('/etc/') && !documentRoot.startsWith(path),
    )
    .map((path) => ({ url: `/${path.split('/').at(-1) ?? ''}/`, path: `${path}/` }));
}

function relativeTo(path: string, base: string): string {
  if (base === '') return path;
  return path === base ? '' : path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}
