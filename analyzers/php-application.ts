import { compareStrings } from '../model/order.js';
import type { Project, SourceFile } from '../workspace/project.js';
import { commonDirectory, isWithin, joinPath, parentOf } from './paths.js';
import { isProductFile, productDirectories } from './php-products.js';

/** Globs of files that hold PHP code. */
export const phpFiles = [
  '**/*.php',
  '**/*.php[3457]',
  '**/*.phtml',
  '**/*.inc',
  '**/*.ctp',
  '**/*.module',
  '**/*.theme',
];

/** Directories that a web server is pointed at, beside the code that stays out of its reach. */
export const documentRootNames: ReadonlySet<string> = new Set([
  'public',
  'web',
  'www',
  'wwwroot',
  'webroot',
  'htdocs',
  'html',
  'public_html',
  'httpdocs',
  'docroot',
  'pub',
]);

const includeStatement = /\b(?:include|require)(?:_once)?\b[^;\n]*?([\w.-]+\.(?:php\d?|inc|phtml))/g;
const systemTree = /^((?:.*\/)?)(?:usr\/(?:local\/)?(?:share|lib)|var\/(?:lib|www))\/[^/]/;
const asideNames = /(^|\/)(tests?|docs?|examples?|samples?|node_modules|vendor)(\/|$)/i;
const applicationsOf = new WeakMap<Project, readonly string[]>();
const ownFilesOf = new WeakMap<Project, readonly SourceFile[]>();

/**
 * Directories that hold one PHP application each, sorted: the topmost ones with a composer.json, an index.php, a
 * document root with an index.php, or a product. Code beside several such directories makes them parts of one.
 */
export function phpApplicationDirectories(project: Project): readonly string[] {
  let directories = applicationsOf.get(project);
  if (!directories) {
    directories = findApplications(project);
    applicationsOf.set(project, directories);
  }
  return directories;
}

/** The PHP application a path lies in; undefined outside of all. */
export function phpApplicationOf(project: Project, path: string): string | undefined {
  return phpApplicationDirectories(project).find((directory) => isWithin(path, directory));
}

/** PHP files that the application's own people wrote: without vendored trees and without product code. */
export function ownPhpFiles(project: Project): readonly SourceFile[] {
  let files = ownFilesOf.get(project);
  if (!files) {
    files = project
      .find(phpFiles)
      .filter((file) => file.archive === '' && !isProductFile(project, file.path) && looksLikePhp(file));
    ownFilesOf.set(project, files);
  }
  return files;
}

/** `.inc`, `.module` and `.theme` are used for other things too. */
function looksLikePhp(file: SourceFile): boolean {
  if (/\.(php\d?|phtml)$/i.test(file.name)) return true;
  return file.text()?.includes('<?php') ?? false;
}

function findApplications(project: Project): readonly string[] {
  const sources = ownPhpFiles(project).filter((file) => !asideNames.test(file.directory));
  const products = productDirectories(project).filter((product) => product.rule.kind === 'application');
  if (sources.length === 0 && products.length === 0) return [];
  const marked = topmost([
    ...products.map((product) => liftOutOfSystemTree(product.root)),
    ...composerRoots(project),
    ...sources.filter((file) => /^index\.(php\d?|phtml)$/i.test(file.name)).map(indexRoot),
  ]);
  const strays = sources.filter((file) => !marked.some((directory) => isWithin(file.path, directory)));
  if (marked.length === 0) return [liftOutOfDocumentRoot(commonDirectory(strays.map((f) => f.directory)))];
  const included = includedNames(sources);
  const used = strays.filter((file) => included.has(file.name));
  if (used.length === 0) return marked;
  return [commonDirectory([...marked, ...used.map((file) => file.directory)])];
}

/** Base names of the files that any source includes: a stray file among them is a part of the applications. */
function includedNames(sources: readonly SourceFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const source of sources) {
    for (const match of (source.text() ?? '').matchAll(includeStatement)) names.add(match[1] ?? '');
  }
  return names;
}

function composerRoots(project: Project): string[] {
  return project
    .find(['composer.json', '**/composer.json'])
    .filter((file) => !asideNames.test(file.directory) && !isProductFile(project, file.path))
    .map((file) => file.directory);
}

/** The application around an index.php: the parent of a document root that keeps code beside it. */
function indexRoot(file: SourceFile): string {
  return liftOutOfDocumentRoot(file.directory);
}

function liftOutOfDocumentRoot(directory: string): string {
  const system = liftOutOfSystemTree(directory);
  if (system !== directory) return system;
  const name = directory.split('/').at(-1) ?? '';
  return documentRootNames.has(name.toLowerCase()) ? parentOf(directory) : directory;
}

/** An unpacked system package is one application, whatever directories of the machine it fills. */
function liftOutOfSystemTree(directory: string): string {
  const above = systemTree.exec(`${directory}/`)?.[1];
  return above === undefined ? directory : joinPath(above);
}

function topmost(directories: readonly string[]): string[] {
  const unique = [...new Set(directories.map((directory) => joinPath(directory)))].sort(compareStrings);
  return unique.filter((one) => !unique.some((other) => other !== one && isWithin(one, other)));
}
