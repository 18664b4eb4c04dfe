import type { SourceFile } from '../../workspace/project.js';

/** What package.json says that matters for building and running. https://docs.npmjs.com/cli/configuring-npm/package-json */
export interface NodeManifest {
  readonly file: SourceFile;
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly main: string | undefined;
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
    type: text('type') === 'module' ? 'module' : 'commonjs',
    packageManager: text('packageManager'),
    engines: stringsOf(json.engines),
    scripts: stringsOf(json.scripts),
    dependencies: stringsOf(json.dependencies),
    devDependencies: stringsOf(json.devDependencies),
    workspaces: Array.isArray(spaces) ? spaces.filter((one): one is string => typeof one === 'string') : [],
  };
}

/** 1-based line of a key, below the line on which its section starts; undefined when it isn't there. */
export function lineOf(file: SourceFile, key: string, section?: string): number | undefined {
  const lines = file.lines();
  const start = section === undefined ? 0 : lines.findIndex((text) => text.includes(`"${section}"`));
  if (start < 0) return undefined;
  const offset = lines
    .slice(start)
    .findIndex((text) => new RegExp(`"${key.replace(/[/.*+?^$()|[\]\\]/g, '\\$&')}"\\s*:`).test(text));
  return offset < 0 ? undefined : start + offset + 1;
}

/** A plain JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function stringsOf(value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) return new Map();
  return new Map(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
