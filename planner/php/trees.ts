import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { PhpPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { documentRootFound, keepsItsPlace, servedFromElsewhere } from '../texts/php.js';

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
  const fixed = fixedPlaces(context);
  const root = context.best('document-root');
  const base = context.component.path;
  if (fixed.length === 0) {
    const below = relativeTo(root?.value.path ?? base, base);
    const documentRoot = below === '' ? usualHome : `${usualHome}/${below}`;
    if (root) decideRoot(context, documentRoot);
    return { trees: [{ from: base, to: usualHome }], aliases: [], documentRoot, home: usualHome };
  }
  const trees = context.decide(
    'php.trees',
    fixed.map((fact) => ({ from: joinPath(base, fact.value.directory), to: fact.value.path })),
    { because: keepsItsPlace({ place: placeOf(fixed[0]) }), evidence: evidenceOf(...fixed) },
  );
  const rootPath = root?.value.path ?? fixed[0]?.value.directory ?? base;
  const documentRoot = absoluteOf(rootPath, fixed) ?? `/${rootPath}`;
  decideRoot(context, documentRoot);
  return {
    trees,
    aliases: aliasesOf(context, documentRoot),
    documentRoot,
    home: fixed.find((fact) => fact.value.directory === '')?.value.path ?? '',
  };
}

/** One place for each directory: the one that most of the code names. */
function fixedPlaces(context: ComponentContext): FactOf<'install-path'>[] {
  const ranked = sortBy(context.all('install-path'), (fact) => [-fact.evidence.length, fact.value.path]);
  const byDirectory = new Map<string, FactOf<'install-path'>>();
  for (const fact of ranked)
    if (!byDirectory.has(fact.value.directory)) byDirectory.set(fact.value.directory, fact);
  return sortBy(byDirectory.values(), (fact) => [fact.value.path]);
}

function joinPath(base: string, path: string): string {
  return [base, path].filter((part) => part !== '').join('/');
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
    ({ value: { directory } }) => directory === '' || path === directory || path.startsWith(`${directory}/`),
  );
  if (!owner) return undefined;
  const below = relativeTo(path, owner.value.directory);
  return below === '' ? owner.value.path : `${owner.value.path}/${below}`;
}

/** Directories outside the document root that pages link to: `/var/lib/x/wp-content` is served as `/wp-content/`. */
function aliasesOf(context: ComponentContext, documentRoot: string): PhpPlan['aliases'] {
  const outside = context
    .all('url-alias')
    .filter(({ value }) => value.path !== documentRoot && !value.path.startsWith(`${documentRoot}/`));
  for (const fact of outside) {
    context.decide(`php.aliases.${fact.value.url}`, fact.value.path, {
      because: servedFromElsewhere({ ...fact.value, place: placeOf(fact) }),
      evidence: evidenceOf(fact),
    });
  }
  return sortBy(
    outside.map(({ value }) => ({ url: value.url, path: `${value.path}/` })),
    ({ url }) => [url],
  );
}

function relativeTo(path: string, base: string): string {
  if (base === '') return path;
  return path === base ? '' : path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}
