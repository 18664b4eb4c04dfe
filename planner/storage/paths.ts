/** Where relative and symbolic paths of a component lead in its container. */
export interface PathRoots {
  readonly workingDirectory: string;
  readonly documentRoot: string;
  /** Nothing is mounted over the program's own directories: a volume there would hide the program. */
  readonly keepProgram?: boolean;
}

export type ResolvedPath =
  | { readonly kind: 'path'; readonly path: string }
  /** Below a directory that a system property names: `${appserver.base}/logs`. */
  | { readonly kind: 'property'; readonly property: string; readonly below: string }
  /** `D:\upload`: there is no such path in a container. */
  | { readonly kind: 'windows' }
  | { readonly kind: 'unknown' };

const knownProperties: Readonly<Record<string, string>> = {
  'catalina.base': '/usr/local/tomcat',
  'catalina.home': '/usr/local/tomcat',
  'java.io.tmpdir': '/tmp',
  'user.home': '/home/app',
  HOME: '/home/app',
  TMPDIR: '/tmp',
};

/** Resolves a path as the application writes it. Files become the directory that holds them. */
export function resolvePath(written: string, roots: PathRoots): ResolvedPath {
  const path = written.replaceAll('\\', '/').replace(/^file:(\/\/)?/, '');
  if (/^[A-Za-z]:/.test(path)) return { kind: 'windows' };
  const variable = /^(?:\$\{(?:sys:|env:)?([\w.-]+)(?::[^}]*)?\}|%([\w.]+)%|~)(\/.*)?$/.exec(path);
  if (variable) return resolveVariable(variable[1] ?? variable[2] ?? 'user.home', variable[3] ?? '', roots);
  if (/[${}*?<>|]/.test(path)) return { kind: 'unknown' };
  if (path.startsWith('webapp:')) return absolute(`${roots.documentRoot}/${path.slice('webapp:'.length)}`);
  if (path.startsWith('/')) return absolute(path);
  return path === '' ? { kind: 'unknown' } : absolute(`${roots.workingDirectory}/${path}`);
}

function resolveVariable(property: string, rest: string, roots: PathRoots): ResolvedPath {
  if (/[${}*?<>|]/.test(rest)) return { kind: 'unknown' };
  if (property === 'user.dir') return absolute(`${roots.workingDirectory}${rest}`);
  const known = knownProperties[property];
  if (known !== undefined) return absolute(`${known}${rest}`);
  return { kind: 'property', property, below: directoryOf(rest.replace(/^\/+/, '')) };
}

function absolute(path: string): ResolvedPath {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const directory = directoryOf(`/${parts.join('/')}`);
  return directory === '/' || directory === '' ? { kind: 'unknown' } : { kind: 'path', path: directory };
}

/** The directory itself, or the one that holds a file: what has a short extension is taken for a file. */
function directoryOf(path: string): string {
  const last = path.split('/').at(-1) ?? '';
  return /\.[A-Za-z][A-Za-z0-9]{0,5}$/.test(last) && !last.startsWith('.')
    ? path.slice(0, path.length - last.length).replace(/\/+$/, '')
    : path;
}
