import { sortBy } from '../../model/order.js';
import type { PhpContext } from './context.js';
import {
  classesSince,
  functionsSince,
  functionsUntil,
  lineSyntaxSince,
  releases,
  settingsUntil,
  syntaxSince,
  syntaxUntil,
} from './version-table.js';
import { lastPart } from './symbols.js';
import type { PhpFile } from './symbols.js';
import { phpSettings } from '../php-settings.js';
import type { SourceFile } from '../../workspace/project.js';
import { isWithin, joinPath } from '../paths.js';

interface Sign {
  readonly bound: 'since' | 'until';
  readonly version: string;
  readonly by: 'syntax' | 'api';
  readonly file: SourceFile;
  readonly line: number;
}

/** Says which PHP the code runs on: at least what its syntax and calls need, below what removed the calls it makes. */
export function extractVersion(context: PhpContext): void {
  const polyfilled = hasPolyfills(context);
  const signs = [
    ...context.sources.flatMap((source) => signsOf(source, context)),
    ...signsOfSettings(context),
  ].filter((sign) => !(polyfilled && sign.bound === 'since' && sign.by === 'api'));
  const since = strongest(signs, 'since');
  const ends = strongest(signs, 'until');
  // What a version can't even parse decides; a call that it has lost may stand in code that is never reached.
  const contradicts = since && ends && compareVersions(ends[0]?.version ?? '', since[0]?.version ?? '') <= 0;
  const until = contradicts ? undefined : ends;
  const strong = [...(until ?? []), ...(since ?? [])];
  const [first] = strong;
  if (!first) return;
  const last = until ? releaseBefore(until[0]?.version ?? '') : undefined;
  const constraint = [
    ...(since ? [`>=${since[0]?.version ?? ''}`] : []),
    ...(until ? [`<${until[0]?.version ?? ''}`] : []),
  ].join(' ');
  const value = { language: 'php' as const, ...(last ? { version: last } : {}), constraint, basis: first.by };
  for (const sign of strong) {
    context.collector.add(
      'runtime',
      context.unit,
      value,
      sign.file.evidence(context.by, sign.line),
      'inferred',
    );
  }
}

/** The signs of the bound that decides, in order. */
function strongest(signs: readonly Sign[], bound: Sign['bound']): readonly Sign[] | undefined {
  const ofBound = signs.filter((sign) => sign.bound === bound);
  const versions = [...new Set(ofBound.map((sign) => sign.version))].sort(compareVersions);
  const decisive = bound === 'since' ? versions.at(-1) : versions[0];
  if (decisive === undefined) return undefined;
  return sortBy(
    ofBound.filter((sign) => sign.version === decisive),
    (sign) => [sign.by === 'api' ? 0 : 1, sign.file.path, sign.line],
  ).slice(0, 6);
}

/** Packages that bring later versions' functions to earlier ones. */
function hasPolyfills({ project, unit }: PhpContext): boolean {
  return ['composer.json', 'composer.lock'].some((name) =>
    /"symfony\/polyfill-php\d/.test(project.file(joinPath(unit, name))?.text() ?? ''),
  );
}

function signsOf(source: PhpFile, context: PhpContext): Sign[] {
  const { file, php } = source;
  const guarded = guardedNames(source);
  const sign = (
    map: ReadonlyMap<string, string>,
    name: string,
    rest: Omit<Sign, 'version' | 'file'>,
  ): Sign[] => {
    const version = map.get(name);
    return version === undefined ? [] : [{ ...rest, version, file }];
  };
  return [
    ...lineSigns(source),
    ...php.features
      .filter((one) => isCredible(source, one))
      .flatMap(({ feature, line }) => [
        ...sign(syntaxSince, feature, { bound: 'since', by: 'syntax', line }),
        ...sign(syntaxUntil, feature, { bound: 'until', by: 'syntax', line }),
      ]),
    ...php.calls.flatMap((call) => {
      const name = call.name.toLowerCase();
      if (context.symbols.functions.has(lastPart(name)) || guarded.has(lastPart(name))) return [];
      return [
        ...sign(functionsSince, name, { bound: 'since', by: 'api', line: call.line }),
        ...sign(functionsUntil, name, { bound: 'until', by: 'api', line: call.line }),
      ];
    }),
    ...php.functions.flatMap((one) =>
      one.name.toLowerCase() === '__autoload' && php.namespace === ''
        ? [{ bound: 'until' as const, version: '8.0', by: 'api' as const, file, line: one.line }]
        : [],
    ),
    ...php.constructions.flatMap((one) =>
      sign(classesSince, one.class.toLowerCase(), { bound: 'since', by: 'api', line: one.line }),
    ),
    ...php.superglobals.flatMap((one) =>
      /^\$?HTTP_(POST|GET|COOKIE|SERVER|SESSION|ENV)_VARS$/.test(one.name)
        ? [{ bound: 'until' as const, version: '5.4', by: 'api' as const, file, line: one.line }]
        : [],
    ),
  ];
}

const worthLooking = /\b(?:strict_types|use|catch|const|void|never|readonly)\b|\(\.\.\.\)/;

/** Lines of code, without comments that stand alone. */
function lineSigns({ file }: PhpFile): Sign[] {
  return file
    .lines()
    .flatMap((text, index): Sign[] =>
      !worthLooking.test(text) || /^\s*(\/\/|#|\*|\/\*)/.test(text)
        ? []
        : lineSyntaxSince
            .filter(([pattern]) => pattern.test(text.replace(/(['"])(?:\\.|(?!\1).)*\1/g, "''")))
            .map(([, version]) => ({ bound: 'since', version, by: 'syntax', file, line: index + 1 })),
    );
}

/** A ternary's `) : null;` and `public static $x` look like types to whoever reads no further. */
function isCredible({ file }: PhpFile, one: { readonly feature: string; readonly line: number }): boolean {
  const text = file.lines()[one.line - 1] ?? '';
  if (one.feature === 'call-time-reference') return !/\b(array|list|function|fn)\s*\(|\[/.test(text);
  if (one.feature === 'return-type') return /\b(function|fn)\b|^\s*\)\s*:/.test(text);
  return one.feature !== 'typed-property' || !/\b(static|var|final|abstract|const)\s+\$/.test(text);
}

/** Names that a file asks about before it uses them: it can do without. */
export function guardedNames({ php }: PhpFile): ReadonlySet<string> {
  const asked = php.calls.filter((call) =>
    /^(function_exists|class_exists|extension_loaded|is_callable|defined|version_compare|interface_exists)$/i.test(
      call.name,
    ),
  );
  return new Set(
    asked.flatMap((call) => call.arguments[0]?.constant?.toLowerCase().replace(/^\\/, '') ?? []),
  );
}

function signsOfSettings(context: PhpContext): Sign[] {
  return phpSettings(context.project)
    .filter((setting) => isWithin(setting.file.path, context.unit))
    .flatMap((setting) => {
      const version = settingsUntil.get(setting.name);
      const on = /^(on|1|yes|true)$/i.test(setting.value);
      return version !== undefined && on
        ? [{ bound: 'until' as const, version, by: 'api' as const, file: setting.file, line: setting.line }]
        : [];
    });
}

function releaseBefore(version: string): string | undefined {
  return releases.filter((release) => compareVersions(release, version) < 0).at(-1);
}

/** Orders `5.6` before `7.0` and `8.9` before `8.10`. */
function compareVersions(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
}
