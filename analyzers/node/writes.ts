import type { FactValues } from '../../model/fact-values.js';
import { joinPath, parentOf, relativeTo } from '../paths.js';
import type { ServiceTarget } from './target.js';
import type { ScriptCall, ScriptSource } from './source.js';
import type { ScriptValue } from './values.js';

/** Functions that write, with the argument that names where. */
const writers: readonly (readonly [RegExp, number])[] = [
  [
    /(^|\.)(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|outputFile|outputFileSync|writeJson|writeJsonSync)$/,
    0,
  ],
  [/(^|\.)(mkdir|mkdirSync|mkdirp|ensureDir|ensureDirSync|mkdtemp|mkdtempSync)$/, 0],
  [/(^|\.)(copyFile|copyFileSync|rename|renameSync)$/, 1],
  [/^new?\s*sqlite3\.Database$|^(sqlite3\.)?Database$/, 0],
];

/** Emits what a call writes: files, upload folders, rotated logs. */
export function emitWrite(source: ScriptSource, call: ScriptCall, target: ServiceTarget): void {
  const options = /^(multer|upload)$/.test(call.callee)
    ? /\bdest\s*:\s*(.+?)\s*[,}]/.exec(call.arguments[0]?.text ?? '')?.[1]
    : undefined;
  if (options !== undefined) {
    const property = source.properties.find(
      (one) => one.path.at(-1) === 'dest' && one.path.includes(call.callee),
    );
    emitPath(
      source,
      { value: property?.value ?? { text: options }, line: call.line, directory: true, use: 'upload' },
      target,
    );
  }
  const writer = writers.find(([pattern]) => pattern.test(call.callee));
  const argument = writer ? call.arguments[writer[1]] : undefined;
  if (argument)
    emitPath(
      source,
      { value: argument, line: call.line, directory: /mkdir|ensureDir|mkdtemp/.test(call.callee) },
      target,
    );
  const transport =
    /transports\.(File|DailyRotateFile)$|DailyRotateFile$|rotating-file|FileStreamRotator/.test(call.callee);
  const rotated = transport
    ? source.properties.filter(
        (one) => one.path.includes(call.callee) && /^(filename|dirname)$/.test(one.path.at(-1) ?? ''),
      )
    : [];
  for (const property of rotated) {
    emitPath(
      source,
      {
        value: property.value,
        line: property.line,
        directory: property.path.at(-1) === 'dirname',
        use: 'log',
      },
      target,
    );
    if (property.value.value === undefined) continue;
    const sink = {
      target: 'file',
      path: property.value.value.replace(/^\.\//, ''),
      framework: 'winston',
    } as const;
    target.collector.add('log-sink', target.unit, sink, source.file.evidence(target.by, property.line));
  }
}

type Use = FactValues['writable-path']['use'];

function emitPath(
  source: ScriptSource,
  write: { value: ScriptValue; line: number; directory: boolean; use?: Use },
  { unit, collector, by }: ServiceTarget,
): void {
  const known = write.value.value ?? beginningOf(write.value.text);
  if (known === undefined || known === '' || /^[a-z]+:\/\//.test(known)) return;
  const absolute = known.startsWith('/');
  const base = write.value.text.includes('__dirname') ? (relativeTo(source.file.directory, unit) ?? '') : '';
  const full = absolute ? known.replace(/\/+$/, '') : joinPath(base, known);
  const directory =
    write.directory || known.endsWith('/') || write.value.value === undefined ? full : parentOf(full);
  const path = directory === '' ? full : directory;
  if (path === '' || path === '.') return;
  const use = write.use ?? useOf(full);
  const configuredBy = write.value.variable === undefined ? {} : { configuredBy: write.value.variable };
  const persistent = use === 'upload' || use === 'data' || use === 'report' || use === 'unknown';
  collector.add(
    'writable-path',
    unit,
    { path, use, persistent, ...configuredBy },
    source.file.evidence(by, write.line),
    'inferred',
  );
}

/** The literal start of a path that goes on with something unknown, up to its last slash. */
function beginningOf(text: string): string | undefined {
  const literal =
    /(?:__dirname\s*\+\s*|(?:join|resolve)\(\s*(?:__dirname|process\.cwd\(\))\s*,\s*)?["'`]([^"'`$]*)/.exec(
      text,
    )?.[1];
  if (literal === undefined) return undefined;
  if (/(join|resolve)\(/.test(text)) return `${literal.replace(/\/+$/, '')}/`;
  return literal.slice(0, literal.lastIndexOf('/') + 1);
}

function useOf(path: string): Use {
  if (/log/i.test(path)) return 'log';
  if (/upload|avatar|attach|image|media|files?\b/i.test(path)) return 'upload';
  if (/cache/i.test(path)) return 'cache';
  if (/te?mp\b/i.test(path)) return 'temp';
  if (/export|report|backup/i.test(path)) return 'report';
  return /data|\.(db|sqlite3?|json|csv|txt)$|store/i.test(path) ? 'data' : 'unknown';
}
