import picomatch from 'picomatch';
import { compareStrings } from '../model/order.js';
import type { Project, SourceFile } from '../workspace/project.js';
import { joinPath } from './paths.js';
import { phpLibraries } from './php-library-table.js';
import { phpProducts } from './php-product-table.js';
import type { PhpProductRule } from './php-product-table.js';

/** A product, framework or library whose code lies in the application's tree. */
export interface PhpProduct {
  readonly rule: PhpProductRule;
  /** Directory the product lies in, `''` for the root. */
  readonly root: string;
  readonly version?: string;
  /** The file that told, and the line of its version (or of what gave it away). */
  readonly file: SourceFile;
  readonly line: number;
  /** True for files that the product's makers wrote: facts about them are the product's, not the application's. */
  readonly isProductCode: (path: string) => boolean;
}

const productsOf = new WeakMap<Project, readonly PhpProduct[]>();

/**
 * The products in the tree, recognised by the content of their files (never by a folder's name alone), sorted by root.
 *
 * What such a product needs is known from its own declarations, so its code is not read as the application's: an
 * optional driver in CodeIgniter's `system/` says nothing about the shop written with it. Rules and analyzers skip
 * files for which {@link isProductFile} holds.
 */
export function productDirectories(project: Project): readonly PhpProduct[] {
  let products = productsOf.get(project);
  if (!products) {
    products = [...phpProducts, ...phpLibraries]
      .flatMap((rule) => findProduct(rule, project))
      .sort((a, b) => compareStrings(a.root, b.root) || compareStrings(a.rule.id, b.rule.id));
    productsOf.set(project, products);
  }
  return products;
}

/** Whether a file was written by the makers of a product that the application's people only installed. */
export function isProductFile(project: Project, path: string): boolean {
  return productDirectories(project).some((product) => product.isProductCode(path));
}

function findProduct(rule: PhpProductRule, project: Project): PhpProduct[] {
  const markers = project.find([rule.marker, `**/${rule.marker}`], { origins: ['own', 'vendored'] });
  return markers.flatMap((file) => {
    const text = file.text();
    const match = text === undefined ? null : rule.pattern.exec(text);
    if (text === undefined || !match) return [];
    const root = file.path.slice(0, -rule.marker.length).replace(/\/$/, '');
    const groups: readonly (string | undefined)[] = match.slice(1);
    const version = groups.find((group) => group !== undefined);
    const line = text.slice(0, match.index + match[0].length).split('\n').length;
    const found = { rule, root, file, line, isProductCode: productCodeTest(rule, root) };
    return [version === undefined ? found : { ...found, version }];
  });
}

function productCodeTest(rule: PhpProductRule, root: string): (path: string) => boolean {
  const within = (globs: readonly string[]): ((path: string) => boolean) =>
    picomatch(
      globs.map((glob) => joinPath(root, glob)),
      { dot: true },
    );
  const code = within(rule.code);
  const own = rule.own ? within(rule.own) : () => false;
  return (path) => code(path) && !own(path);
}
