import { isRecord } from '../../model/json.js';
import type { SourceFile } from '../../workspace/project.js';
import { stringsOf } from '../package-manifest.js';

/** What package.json says that matters for building and running. https://docs.npmjs.com/cli/configuring-npm/package-json */
export interface NodeManifest {
  readonly file: SourceFile;
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly main: string | undefined;
  /** The program that the package installs, if it is the only one or named as the package. */
  readonly program: string | undefined;
  readonly type: 'module' | 'commonjs';
  readonly packageManager: string | undefined;
  readonly engines: ReadonlyMap<string, string>;
  readonly scripts: ReadonlyMap<string, string>;
  readonly dependencies: ReadonlyMap<string, string>;
  readonly devDependencies: ReadonlyMap<string, string>;
  /** Globs of the packages of a workspace. */
  readonly workspaces: readonly string[];
}

/** Reads package.json; undefined when it is no JSON object. */
export function readManifest(file: SourceFile): NodeManifest | undefined {
  const json = file.json();
  if (!isRecord(json)) return undefined;
  const text = (key: string): string | undefined => {
    const value = json[key];
    return typeof value === 'string' ? value : undefined;
  };
  const spaces: unknown = isRecord(json.workspaces) ? json.workspaces.packages : json.workspaces;
  return {
    file,
    name: text('name'),
    version: text('version'),
    main: text('main'),
    program: programOf(json.bin, text('name')),
    type: text('type') === 'module' ? 'module' : 'commonjs',
    packageManager: text('packageManager'),
    engines: stringsOf(json.engines),
    scripts: stringsOf(json.scripts),
    dependencies: stringsOf(json.dependencies),
    devDependencies: stringsOf(json.devDependencies),
    workspaces: Array.isArray(spaces) ? spaces.filter((one): one is string => typeof one === 'string') : [],
  };
}

/** `bin` is one path, or paths by name. https://docs.npmjs.com/cli/configuring-npm/package-json#bin */
function programOf(bin: unknown, name: string | undefined): string | undefined {
  if (typeof bin === 'string') return bin;
  const programs = stringsOf(bin);
  const own = name === undefined ? undefined : programs.get(name.replace(/^@[^/]+\//, ''));
  return own ?? (programs.size === 1 ? [...programs.values()][0] : undefined);
}
