import type { PhpArgument } from '../../workspace/php-source/php-source.js';
import type { FactValues } from '../../model/fact-values.js';
import { joinPath, parentOf, relativeTo } from '../paths.js';
import { at } from './context.js';
import type { PhpContext } from './context.js';
import { evaluate, inApplication } from './expression.js';
import type { PhpFile } from './symbols.js';

type Use = FactValues['writable-path']['use'];

interface Write {
  readonly argument: PhpArgument;
  readonly line: number;
  /** What the call says of the use; else the path's words do. */
  readonly use?: Use;
  /** The argument names a directory, not a file in one. */
  readonly directory: boolean;
}

interface Writer {
  readonly argument: number;
  readonly use?: Use;
  readonly directory?: boolean;
  /** The argument that must look like this for the call to write at all. */
  readonly when?: { readonly argument: number; readonly pattern: RegExp };
}

const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['move_uploaded_file', { argument: 1, use: 'upload' }],
  ['file_put_contents', { argument: 0 }],
  ['fopen', { argument: 0, when: { argument: 1, pattern: /^['"]?[bt]*[waxc]|\+/ } }],
  ['gzopen', { argument: 0, when: { argument: 1, pattern: /^['"]?[wa]/ } }],
  ['error_log', { argument: 2, use: 'log', when: { argument: 1, pattern: /^3$/ } }],
  ['mkdir', { argument: 0, directory: true }],
  ['copy', { argument: 1 }],
  ['rename', { argument: 1 }],
  ['touch', { argument: 0 }],
  ['symlink', { argument: 1 }],
  ['tempnam', { argument: 0, use: 'temp', directory: true }],
  ['session_save_path', { argument: 0, use: 'session', directory: true }],
  ['imagejpeg', { argument: 1 }],
  ['imagepng', { argument: 1 }],
  ['imagegif', { argument: 1 }],
  ['imagewebp', { argument: 1 }],
  ['sqlite_open', { argument: 0, use: 'data' }],
]);

const methodWriters: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['setcompiledir', { argument: 0, use: 'cache', directory: true }],
  ['setcachedir', { argument: 0, use: 'cache', directory: true }],
  ['settempdir', { argument: 0, use: 'temp', directory: true }],
  ['settempdirectory', { argument: 0, use: 'temp', directory: true }],
]);

const constructors: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['sqlite3', { argument: 0, use: 'data' }],
  ['sqlitedatabase', { argument: 0, use: 'data' }],
  ['splfileobject', { argument: 0, when: { argument: 1, pattern: /^['"]?[waxc]|\+/ } }],
]);

const settingsOfPaths =
  /(?:^|[\]'>_$])(?:upload_?(?:path|dir|directory|folder|root)|save_?path|compile_?dir|cache_?(?:path|dir)|log_?(?:path|dir|file)|temp_?(?:path|dir)|tmp_?(?:path|dir)|data_?dir|export_?(?:path|dir)|backup_?(?:path|dir)|runtime_?path|sess_save_path)'?\]?$/i;

/** Emits the directories that the code writes into (the file itself when it lies beside the code). */
export function extractWritablePaths(context: PhpContext): void {
  for (const source of context.sources) {
    for (const write of writesOf(source)) emitWrite(context, source, write);
  }
}

function writesOf({ php }: PhpFile): Write[] {
  const bySpec = (
    writer: Writer | undefined,
    call: { readonly arguments: readonly PhpArgument[]; readonly line: number },
  ): Write[] => {
    const argument = writer ? call.arguments[writer.argument] : undefined;
    if (!writer || !argument) return [];
    const condition = writer.when ? call.arguments[writer.when.argument] : undefined;
    if (writer.when && !writer.when.pattern.test(condition?.constant ?? condition?.text ?? '')) return [];
    const use = writer.use === undefined ? {} : { use: writer.use };
    return [{ argument, line: call.line, directory: writer.directory ?? false, ...use }];
  };
  return [
    ...php.calls.flatMap((call) => bySpec(writers.get(call.name.toLowerCase()), call)),
    ...php.calls.filter((call) => call.name.toLowerCase() === 'ini_set').flatMap(writeOfSetting),
    ...php.methodCalls.flatMap((call) => bySpec(methodWriters.get(call.name.toLowerCase()), call)),
    ...php.methodCalls.filter((call) => call.name === 'open').flatMap(writeOfArchive),
    ...php.constructions.flatMap((one) => bySpec(constructors.get(one.class.toLowerCase()), one)),
    ...php.constructions
      .filter((one) => /(Stream|RotatingFile)Handler$/.test(one.class))
      .flatMap(writeOfLogger),
    ...[...php.assignments, ...php.constants.map((one) => ({ ...one, target: one.name }))]
      .filter(
        (one) =>
          settingsOfPaths.test(one.target) &&
          /[/.]/.test(one.value ?? one.text) &&
          one.text !== '' &&
          !/^(\[|array|true|false|null|\d)/i.test(one.text),
      )
      .map((one) => ({
        argument: asArgument(one),
        line: one.line,
        directory: !/\.\w{1,5}['"]?$/.test(one.value ?? one.text),
      })),
  ];
}

function asArgument(one: { readonly text: string; readonly value?: string }): PhpArgument {
  return one.value === undefined ? { text: one.text } : { text: one.text, constant: one.value };
}

function writeOfSetting(call: {
  readonly arguments: readonly PhpArgument[];
  readonly line: number;
}): Write[] {
  const argument = call.arguments[1];
  const name = call.arguments[0]?.constant ?? '';
  if (!argument) return [];
  if (name === 'error_log') return [{ argument, line: call.line, use: 'log', directory: false }];
  if (name === 'session.save_path') return [{ argument, line: call.line, use: 'session', directory: true }];
  return name === 'upload_tmp_dir' ? [{ argument, line: call.line, use: 'temp', directory: true }] : [];
}

function writeOfArchive(call: {
  readonly arguments: readonly PhpArgument[];
  readonly line: number;
}): Write[] {
  const [argument, mode] = call.arguments;
  return argument && /CREATE|OVERWRITE/.test(mode?.text ?? '')
    ? [{ argument, line: call.line, directory: false }]
    : [];
}

function writeOfLogger(one: { readonly arguments: readonly PhpArgument[]; readonly line: number }): Write[] {
  const [argument] = one.arguments;
  return argument ? [{ argument, line: one.line, use: 'log', directory: false }] : [];
}

function emitWrite(context: PhpContext, source: PhpFile, write: Write): void {
  const evaluated =
    write.argument.constant === undefined
      ? evaluate(write.argument.text, at(context, source, write.line))
      : { value: write.argument.constant, complete: true };
  const path = pathOfWrite(context, source, { ...evaluated, directory: write.directory });
  if (path === undefined) return;
  const use = write.use ?? useOfPath(evaluated.value);
  if (use === 'unknown' && !evaluated.complete && holdsCode(context, path)) return;
  context.collector.add(
    'writable-path',
    context.unit,
    { path, use, persistent: isPersistent(use) },
    source.file.evidence(context.by, write.line),
    write.argument.constant === undefined ? 'inferred' : 'declared',
  );
}

/** A path of which only a folder of code is known says nothing: what follows was computed. */
function holdsCode(context: PhpContext, path: string): boolean {
  const directory = joinPath(context.unit, path);
  return context.sources.some(({ file }) => file.directory === directory);
}

function pathOfWrite(
  context: PhpContext,
  source: PhpFile,
  write: { value: string; complete: boolean; directory: boolean },
): string | undefined {
  const { value } = write;
  const bare = value.replace(inApplication, '');
  if (/^[a-z][\w.+-]+:(?![\\/][^/])/i.test(bare) || bare === ':memory:' || /[\n<>|*?]/.test(bare))
    return undefined;
  if (/^\/dev\/|^\d+;|^syslog$/.test(bare)) return undefined;
  const cut = write.complete ? bare : bare.slice(0, bare.lastIndexOf('/') + 1);
  const isDirectory = write.directory || !write.complete || cut.endsWith('/');
  if (cut === '' && !(write.complete && value.startsWith(inApplication))) return undefined;
  if (/^([a-z]:[\\/]|\\\\)/i.test(cut)) return isDirectory ? cut : cut.replace(/[\\/][^\\/]*$/, '');
  if (cut.startsWith('/') && !value.startsWith(inApplication))
    return isDirectory ? trimSlash(cut) : parentAbsolute(cut);
  const inside = value.startsWith(inApplication) ? joinPath(cut) : relativeToCode(context, source, cut);
  const directory = isDirectory ? inside : parentOf(inside);
  // Files that lie in the application's root: the root itself is not to be writable, so the file is named.
  return directory === '' ? (isDirectory ? undefined : inside) : directory;
}

/** PHP resolves relative paths from the directory of the page that was asked for; included code has pages elsewhere. */
function relativeToCode(context: PhpContext, source: PhpFile, path: string): string {
  const within = (base: string): string => relativeTo(joinPath(base, path), context.unit) ?? joinPath(path);
  const bases = [source.file.directory, context.documentRoot, context.unit];
  const existing = bases.find((base) => {
    const target = joinPath(base, path);
    return (
      target !== '' &&
      (context.project.hasDirectory(target) ||
        (context.project.hasDirectory(parentOf(target)) && parentOf(target) !== ''))
    );
  });
  if (existing !== undefined) return within(existing);
  const included =
    /(^|\/)(inc|includes?|libs?|library|class(es)?|functions?|common|core|models?|helpers?)(\/|$)/i.test(
      source.file.directory,
    );
  return within(included ? context.documentRoot : source.file.directory);
}

function parentAbsolute(path: string): string {
  const parent = path.replace(/\/[^/]*$/, '');
  return parent === '' ? path : parent;
}

function trimSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

const usesByWord: readonly (readonly [RegExp, Use])[] = [
  [/log(s|\b)|\.log$|error_log|audit/i, 'log'],
  [/sess(ion)?s?(\b|_)/i, 'session'],
  [/upload|avatar|attach|photo|picture|images?\b|media|files?\b|album|thumb/i, 'upload'],
  [/cache|compile|templates_c|runtime/i, 'cache'],
  [/export|report|invoice|pdf|excel|download|backup|dump/i, 'report'],
  [/te?mp(\b|_)/i, 'temp'],
  [/data|\.(db|sqlite3?|dat|json|csv|txt|xml|lock)$|store|storage|counter/i, 'data'],
];

/** What a path's words say that is kept there. */
export function useOfPath(path: string): Use {
  return usesByWord.find(([pattern]) => pattern.test(path))?.[1] ?? 'unknown';
}

/** Uploads, reports and data are nobody's to lose; logs, caches and temporary files can be made anew. */
export function isPersistent(use: Use): boolean {
  return use === 'upload' || use === 'data' || use === 'report' || use === 'unknown';
}
