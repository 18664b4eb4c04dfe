import { sortBy } from '../../model/order.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import { isWithin, joinPath, relativeTo } from '../paths.js';
import { documentRootNames, phpFiles } from '../php-application.js';
import { productDirectories } from '../php-products.js';
import type { PhpContext } from './context.js';

/** Where an application's pages lie, and how that is known. */
export interface Layout {
  /** Relative to the input's root. */
  readonly documentRoot: string;
  readonly evidence: { readonly file: SourceFile; readonly line?: number } | undefined;
  readonly declared: boolean;
}

const serverFiles = [
  '**/*.conf',
  '**/sites-available/*',
  '**/sites-enabled/*',
  '**/conf.d/*',
  '**/vhosts/*',
  '**/Dockerfile*',
];
const rootDirective = /^\s*(?:DocumentRoot|root|ENV\s+APACHE_DOCUMENT_ROOT[\s=])\s*["']?(\/[^\s;"']+)/i;

/** Finds the document root: named by a web server's configuration, else the folder that holds the front page. */
export function findLayout(project: Project, unit: string): Layout {
  return declaredRoot(project, unit) ?? productRoot(project, unit) ?? conventionalRoot(project, unit);
}

/** A server's absolute path is the server's; its last parts name a folder here, or the application itself. */
function declaredRoot(project: Project, unit: string): Layout | undefined {
  for (const file of project.find(serverFiles)) {
    if (!isWithin(file.path, unit)) continue;
    for (const [index, text] of file.lines().entries()) {
      const named = rootDirective.exec(text)?.[1];
      const documentRoot = named === undefined ? undefined : matchFolder(project, { unit, named });
      if (documentRoot !== undefined) {
        return { documentRoot, evidence: { file, line: index + 1 }, declared: true };
      }
    }
  }
  return undefined;
}

function matchFolder(project: Project, { unit, named }: { unit: string; named: string }): string | undefined {
  const parts = named.split('/').filter((part) => part !== '');
  for (let from = 0; from < parts.length; from++) {
    const path = joinPath(unit, ...parts.slice(from));
    if (path !== unit && hasFrontPage(project, path)) return project.realPath(path);
  }
  return undefined;
}

function productRoot(project: Project, unit: string): Layout | undefined {
  const product = productDirectories(project).find(
    (one) => one.rule.kind === 'application' && isWithin(one.root, unit) && hasFrontPage(project, one.root),
  );
  if (!product) return undefined;
  return {
    documentRoot: product.root,
    evidence: { file: product.file, line: product.line },
    declared: false,
  };
}

function conventionalRoot(project: Project, unit: string): Layout {
  const candidates = project
    .find(['**/index.php', '**/index.phtml', '**/index.html', '**/index.htm'])
    .filter((file) => isWithin(file.path, unit));
  const ranked = sortBy(candidates, (file) => [rankOf(file, unit, project), depthOf(file.path), file.path]);
  const [best] = ranked;
  if (!best) return { documentRoot: unit, evidence: undefined, declared: false };
  return { documentRoot: best.directory, evidence: { file: best }, declared: false };
}

/** Lower is likelier. A front page in `public/` beats one above it only where the code above is meant to stay hidden. */
function rankOf(file: SourceFile, unit: string, project: Project): number {
  const inside = relativeTo(file.directory, unit) ?? '';
  const named = documentRootNames.has((inside.split('/').at(-1) ?? '').toLowerCase());
  const php = file.name.includes('.ph');
  if (named && php && (hidesCode(project, unit) || !inside.includes('/'))) {
    return inside.includes('/') || (!hidesCode(project, unit) && hasFrontPage(project, unit)) ? 2 : 0;
  }
  if (inside === '') return php ? 1 : 3;
  if (/(^|\/)(tests?|docs?|examples?|vendor|install|setup|views?|templates?|themes?)(\/|$)/i.test(inside))
    return 6;
  return php ? 4 : 5;
}

function hidesCode(project: Project, unit: string): boolean {
  return project.file(joinPath(unit, 'composer.json')) !== undefined;
}

function hasFrontPage(project: Project, directory: string): boolean {
  return ['index.php', 'index.phtml', 'index.html', 'app.php'].some(
    (name) => project.file(joinPath(directory, name)) !== undefined,
  );
}

/** Emits the document root, the front controller, pages that answer anybody, and pages made for probes. */
export function extractLayout(context: PhpContext, layout: Layout): void {
  const { collector, unit, by, project } = context;
  const [first] = context.sources;
  const file = layout.evidence?.file ?? first?.file;
  if (!file) return;
  const path = relativeTo(layout.documentRoot, unit) ?? layout.documentRoot;
  const evidence = file.evidence(by, layout.evidence?.line);
  collector.add('document-root', unit, { path }, evidence, layout.declared ? 'declared' : 'inferred');
  const pages = project.find(['**/*.{php,php5,phtml,html,htm}'], { origins: ['own', 'vendored'] });
  const served = pages.flatMap((page) => {
    const below = relativeTo(page.path, layout.documentRoot);
    return below === undefined ? [] : [{ file: page, below }];
  });
  const entries: readonly (readonly [RegExp, (below: string) => string])[] = [
    [/^index\.(php|html?|phtml)$/i, () => '/'],
    [/^(login|signin|logon)\.(php|html?)$/i, (below) => `/${below}`],
    [/^(admin|user|account)\/login\.php$/i, (below) => `/${below}`],
  ];
  for (const page of served) {
    const entry = entries.find(([pattern]) => pattern.test(page.below));
    if (entry)
      collector.add('entry-page', unit, { path: entry[1](page.below) }, page.file.evidence(by), 'inferred');
  }
  extractFrontController(context, layout);
}

/** One script answers for all addresses when the server sends it what it doesn't find, or when there is no other. */
function extractFrontController(context: PhpContext, layout: Layout): void {
  const { project, collector, unit, by } = context;
  const controller = ['index.php', 'app.php']
    .map((name) => project.file(joinPath(layout.documentRoot, name)))
    .find(Boolean);
  if (!controller) return;
  const path = relativeTo(controller.path, unit) ?? controller.path;
  const rewrite = new RegExp(
    `(RewriteRule|FallbackResource|try_files|rewrite|url=).*\\b${controller.name.replace('.', '\\.')}`,
    'i',
  );
  for (const file of project.find([
    '**/.htaccess',
    '**/*.conf',
    '**/web.config',
    '**/nginx*',
    '**/sites-*/*',
  ])) {
    if (!isWithin(file.path, unit)) continue;
    const index = file.lines().findIndex((line) => !/^\s*#/.test(line) && rewrite.test(line));
    if (index < 0) continue;
    collector.add('front-controller', unit, { path }, file.evidence(by, index + 1));
    return;
  }
  const others = project
    .find(phpFiles)
    .filter((file) => file.directory === layout.documentRoot && file !== controller);
  if (others.length === 0 && layout.documentRoot !== unit) {
    collector.add('front-controller', unit, { path }, controller.evidence(by), 'inferred');
  }
}

function depthOf(path: string): number {
  return path.split('/').length;
}
