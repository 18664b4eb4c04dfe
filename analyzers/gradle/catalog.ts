import type { Project, SourceFile } from '../../workspace/project.js';

/** An entry of a version catalogue. */
export interface CatalogEntry {
  /** `group:artifact` of a library, id of a plugin. */
  readonly id: string;
  readonly version?: string;
  readonly file: SourceFile;
  readonly line: number;
  readonly versionLine?: number;
}

/** gradle/libs.versions.toml by accessor: `spring.boot.starter`, `plugins.boot`. Source: https://docs.gradle.org/current/userguide/version_catalogs.html */
export function readCatalog(root: string, project: Project): ReadonlyMap<string, CatalogEntry> {
  const file = project.file(root === '' ? 'gradle/libs.versions.toml' : `${root}/gradle/libs.versions.toml`);
  const versions = new Map<string, { text: string; line: number }>();
  const entries = new Map<string, CatalogEntry>();
  let section = '';
  for (const [index, text] of (file?.lines() ?? []).entries()) {
    const line = index + 1;
    section = /^\s*\[([\w.-]+)\]/.exec(text)?.[1] ?? section;
    const pair = /^\s*["']?([\w.-]+)["']?\s*=\s*(.+?)\s*$/.exec(text);
    if (!file || !pair) continue;
    const [, key = '', value = ''] = pair;
    if (section === 'versions') {
      const version =
        /^"([^"]+)"/.exec(value)?.[1] ?? /(?:strictly|require|prefer)\s*=\s*"([^"]+)"/.exec(value)?.[1];
      if (version !== undefined) versions.set(key, { text: version, line });
    } else if (section === 'libraries' || section === 'plugins') {
      const entry = readEntry(value, versions);
      const accessor = `${section === 'plugins' ? 'plugins.' : ''}${key.replace(/[-_]/g, '.')}`;
      if (entry) entries.set(accessor, { ...entry, file, line });
    }
  }
  return entries;
}

function readEntry(
  value: string,
  versions: ReadonlyMap<string, { text: string; line: number }>,
): Pick<CatalogEntry, 'id' | 'version' | 'versionLine'> | undefined {
  const short = /^"([^":]+(?::[^":]+)?)(?::([^"]+))?"/.exec(value);
  const of = (name: string): string | undefined =>
    new RegExp(`\\b${name}\\s*=\\s*"([^"]+)"`).exec(value)?.[1];
  const group = of('group');
  const id =
    short?.[1] ??
    of('module') ??
    of('id') ??
    (group === undefined ? undefined : `${group}:${of('name') ?? ''}`);
  if (id === undefined) return undefined;
  const reference = of('version\\.ref') ?? /version\s*=\s*\{\s*ref\s*=\s*"([^"]+)"/.exec(value)?.[1];
  const referred = reference === undefined ? undefined : versions.get(reference);
  const version = short?.[2] ?? referred?.text ?? of('version');
  return { id, ...(version !== undefined && { version }), ...(referred && { versionLine: referred.line }) };
}
