import { isWithin, joinPath, parentOf } from '../paths.js';
import { productDirectories } from '../php-products.js';
import { at } from './context.js';
import type { PhpContext } from './context.js';
import { databaseOfCode } from './database-calls.js';
import { evaluate, inApplication } from './expression.js';
import type { PhpFile } from './symbols.js';

const configurationName =
  /(^|\/)[\w.-]*(config|conf|settings?|database|db|local|env|credentials?|secrets?|params)[\w.-]*\.(php|inc|ini|ya?ml|json|xml|env)$/i;

/**
 * Emits configuration files that code reads but the tree does not hold: they lie on the server only. `readFrom` is
 * the absolute path, or the path below the application.
 */
export function extractMissingFiles(context: PhpContext): void {
  for (const source of context.sources) {
    const calls = source.php.calls.filter((call) =>
      /^(parse_ini_file|yaml_parse_file|simplexml_load_file)$/i.test(call.name),
    );
    const reads = [
      ...source.php.includes.map((one) => ({ path: one.path, text: one.text, line: one.line })),
      ...calls.map((call) => ({
        path: call.arguments[0]?.constant,
        text: call.arguments[0]?.text ?? '',
        line: call.line,
      })),
    ];
    for (const read of reads) emitMissing(context, source, read);
  }
}

function emitMissing(
  context: PhpContext,
  source: PhpFile,
  read: { path: string | undefined; text: string; line: number },
): void {
  const path = read.path === undefined ? knownPath(context, source, read) : placeOf(source, read.path);
  if (path === undefined || !configurationName.test(path.replace(inApplication, '/'))) return;
  const inside = path.startsWith(inApplication) ? path.slice(1) : path;
  const absolute = inside.startsWith('/') && !path.startsWith(inApplication);
  const exists = [
    joinPath(context.unit, inside),
    joinPath(context.documentRoot, inside),
    joinPath(inside),
  ].some((candidate) => context.project.file(candidate) !== undefined);
  // An include path may hold a relative name anywhere.
  const elsewhere =
    !absolute && context.project.files.some((file) => file.path.endsWith(`/${joinPath(inside)}`));
  if (exists || elsewhere || (!absolute && !hasSample(context, inside))) return;
  const format = /\.ini$/i.test(inside)
    ? 'ini'
    : /\.ya?ml$/i.test(inside)
      ? 'yaml'
      : /\.(php|inc)$/i.test(inside)
        ? 'php'
        : 'other';
  context.collector.add(
    'config-file',
    context.unit,
    {
      path: '',
      format,
      readFrom: absolute ? inside : joinPath(inside),
      purpose: speaksOfDatabase(context, inside) ? 'database' : 'application',
      containsSecrets: true,
      environmentSpecific: true,
    },
    source.file.evidence(context.by, read.line),
    'inferred',
  );
}

/** `config.sample.php` or `config.php.dist` beside the place says that everybody writes their own. */
function hasSample(context: PhpContext, path: string): boolean {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  const directory = parentOf(joinPath(context.unit, path));
  return context.project.files.some(
    (file) =>
      file.directory === directory &&
      file.name.startsWith(stem) &&
      /(sample|example|dist|default|tpl)/i.test(file.name),
  );
}

/** The one file that is missing from an application with a database is where its address and password are. */
function speaksOfDatabase(context: PhpContext, path: string): boolean {
  const named = /(^|\W|_)(db|database|sql)/i.test(path);
  const product = productDirectories(context.project).some(
    (one) => isWithin(one.root, context.unit) && one.rule.database,
  );
  return named || product || databaseOfCode(context) !== undefined;
}

/** PhpSource writes a path beside the including file as `./x`. */
function placeOf(source: PhpFile, path: string): string {
  if (path.startsWith('/')) return path;
  return inApplication + joinPath(source.file.directory, path);
}

function knownPath(
  context: PhpContext,
  source: PhpFile,
  read: { text: string; line: number },
): string | undefined {
  const { value, complete } = evaluate(read.text, at(context, source, read.line));
  if (!complete || value === '') return undefined;
  if (value.startsWith(inApplication) || value.startsWith('/')) return value;
  return inApplication + joinPath(parentOf(source.file.path), value);
}
