import { isRecord } from '../../model/json.js';
import type { SourceFile } from '../../workspace/project.js';
import { stringsOf } from '../package-manifest.js';

/** What composer.json says that matters for running the application; require-dev is left out. */
export interface Manifest {
  readonly file: SourceFile;
  readonly name: string | undefined;
  readonly require: ReadonlyMap<string, string>;
  /** `config.platform`: the platform that versions were resolved for. */
  readonly platform: ReadonlyMap<string, string>;
  readonly scripts: ReadonlyMap<string, string>;
}

/** A package of composer.lock (`packages`, without `packages-dev`). */
export interface LockedPackage {
  readonly name: string;
  /** Without a leading `v`. */
  readonly version: string;
  readonly line: number;
  /** `ext-…` that the package requires. */
  readonly extensions: readonly string[];
  /** Lines of those requirements. */
  readonly lineOf: ReadonlyMap<string, number>;
}

/** Reads composer.json; undefined when it is no JSON object. */
export function readManifest(file: SourceFile): Manifest | undefined {
  const json = file.json();
  if (!isRecord(json)) return undefined;
  const config = isRecord(json.config) ? json.config : {};
  return {
    file,
    name: typeof json.name === 'string' ? json.name : undefined,
    require: stringsOf(json.require),
    platform: stringsOf(config.platform),
    scripts: scriptsOf(json.scripts),
  };
}

/** Reads composer.lock's packages with their lines; an unreadable file has none. */
export function readLock(file: SourceFile): readonly LockedPackage[] {
  const json = file.json();
  const packages: readonly unknown[] = isRecord(json) && Array.isArray(json.packages) ? json.packages : [];
  const lines = file.lines();
  let from = 0;
  return packages.flatMap((one): LockedPackage[] => {
    if (!isRecord(one) || typeof one.name !== 'string' || typeof one.version !== 'string') return [];
    const name = one.name;
    const found = lines.findIndex(
      (text, index) => index >= from && text.includes('"name"') && text.includes(`"${name}"`),
    );
    const start = found < 0 ? from : found;
    from = start + 1;
    const extensions = [...stringsOf(one.require).keys()].filter((required) => required.startsWith('ext-'));
    const lineOf = new Map(
      extensions.map((required) => {
        const line = lines.findIndex((text, index) => index > start && text.includes(`"${required}"`));
        return [required, line < 0 ? start + 1 : line + 1];
      }),
    );
    return [{ name, version: one.version.replace(/^v(?=\d)/, ''), line: start + 1, extensions, lineOf }];
  });
}

/** Scripts by name; of a list of commands the first. https://getcomposer.org/doc/articles/scripts.md */
function scriptsOf(value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) return new Map();
  const firsts = Object.entries(value).map(([key, one]): [string, unknown] => [
    key,
    Array.isArray(one) ? one[0] : one,
  ]);
  return stringsOf(Object.fromEntries(firsts));
}
