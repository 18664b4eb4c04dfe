import type { SourceFile } from '../../workspace/project.js';
import { isWithin, joinPath, relativeTo } from '../paths.js';
import { productDirectories } from '../php-products.js';
import { at } from './context.js';
import type { PhpContext } from './context.js';
import { evaluate } from './expression.js';
import type { PhpFile } from './symbols.js';

/** Directories of a system package's tree, with the places they have on a machine. */
const systemTree = /^(?:usr\/(?:local\/)?(?:share|lib)|var\/(?:lib|www)|srv|opt|etc)\/[^/]+/;

/**
 * Emits where directories must lie because code names them by absolute paths: those of an unpacked system package
 * (`usr/share/x` is `/usr/share/x`), and the directory that `/data/www/shop/uploads` gives away when the application
 * has an `uploads`.
 */
export function extractInstallPaths(context: PhpContext): void {
  if (isSystemTree(context)) emitSystemTree(context);
  else emitNamedDirectory(context);
}

function isSystemTree(context: PhpContext): boolean {
  const inside = relativeTo(context.documentRoot, context.unit) ?? '';
  return systemTree.test(inside);
}

function emitSystemTree(context: PhpContext): void {
  const { project, unit, documentRoot, collector, by } = context;
  const name = documentRoot.split('/').at(-1) ?? '';
  const product = productDirectories(project).find((one) => isWithin(one.root, unit));
  const first = product?.file ?? context.sources[0]?.file;
  if (!first) return;
  const directories = new Set([documentRoot]);
  for (const file of project.files) {
    const inside = relativeTo(file.path, unit);
    const directory = inside === undefined ? undefined : systemTree.exec(inside)?.[0];
    if (directory?.split('/').at(-1) === name) directories.add(joinPath(unit, directory));
  }
  for (const directory of [...directories].sort()) {
    const inside = relativeTo(directory, unit) ?? directory;
    const said = mentionOf(context, `/${inside}`);
    const evidence = said ? said.file.evidence(by, said.line) : first.evidence(by);
    collector.add(
      'install-path',
      unit,
      { directory: inside, path: `/${inside}` },
      evidence,
      said ? 'declared' : 'inferred',
    );
  }
}

function mentionOf(context: PhpContext, path: string): { file: SourceFile; line: number } | undefined {
  for (const { file, php } of context.sources) {
    const found = php.strings.find((one) => one.value === path || one.value.startsWith(`${path}/`));
    if (found) return { file, line: found.line };
  }
  return undefined;
}

/** A path whose end is a directory of the application (two different ones, to be sure) says where the application lies. */
function emitNamedDirectory(context: PhpContext): void {
  const { project, unit, collector, by } = context;
  const seen = new Map<string, { ends: Set<string>; places: { file: SourceFile; line: number }[] }>();
  for (const { file, php } of context.sources) {
    for (const { value, line } of [...php.strings, ...joinedPaths(context, { file, php })]) {
      const found = splitPath(value, (path) => isOfTree(context, path));
      if (!found) continue;
      const one = seen.get(found.home) ?? { ends: new Set<string>(), places: [] };
      one.ends.add(found.end);
      one.places.push({ file, line });
      seen.set(found.home, one);
    }
  }
  for (const [home, { ends, places }] of seen) {
    if (ends.size < 2) continue;
    for (const { file, line } of places) {
      collector.add('install-path', unit, { directory: '', path: home }, file.evidence(by, line), 'inferred');
    }
  }
  function isOfTree(where: PhpContext, path: string): boolean {
    const full = joinPath(where.unit, path);
    return project.hasDirectory(full) || project.file(full) !== undefined;
  }
}

/** `define('UPLOAD_DIR', SITE_ROOT . 'uploads/')`: paths that are put together from others. */
function joinedPaths(context: PhpContext, source: PhpFile): { value: string; line: number }[] {
  return [...source.php.constants, ...source.php.assignments].flatMap(({ text, line }) => {
    if (!text.includes('.')) return [];
    const { value, complete } = evaluate(text, at(context, source, line));
    return complete && value.startsWith('/') ? [{ value, line }] : [];
  });
}

/** `/data/www/shop/uploads/x` → the longest end that the tree has, and what stands before it. */
function splitPath(
  value: string,
  exists: (path: string) => boolean,
): { home: string; end: string } | undefined {
  if (!/^\/[\w.-]+(\/[\w.-]+)+\/?$/.test(value) || /^\/(usr\/s?bin|bin|dev|proc|tmp|etc)\//.test(value))
    return undefined;
  const parts = value.split('/').filter((part) => part !== '');
  for (let from = 1; from < parts.length; from++) {
    const end = parts.slice(from).join('/');
    if (exists(end)) return { home: `/${parts.slice(0, from).join('/')}`, end };
  }
  return undefined;
}
