import { compileRe2 } from './regex.js';

/** What the file-name test needs to know of a file: its path relative to the location. */
interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** What exists below the location; an existing file or directory of the pattern's name switches off regex mode. */
export interface Listing {
  hasFile(path: string): boolean;
  hasDirectory(path: string): boolean;
}

/**
 * The one test that all name filters of the builtin provider share: exact file or directory, then regexp against
 * path and base name, then shell glob.
 */
export function compileFileName(pattern: string, listing: Listing): (file: NamedFile) => boolean {
  const plain = pattern.replace(/^\//, '');
  if (plain === '') return () => true;
  if (listing.hasFile(plain)) {
    return plain.includes('/')
      ? (file) => file.path === plain
      : (file) => file.path === plain || file.name === plain;
  }
  if (listing.hasDirectory(plain)) return (file) => file.path.startsWith(`${plain}/`);
  const anchored = /[*?[\]$^]/.test(pattern) ? pattern : `^${pattern}$`;
  const regex = compileRe2(anchored);
  const glob = /[*?]/.test(pattern) ? compileGlob(pattern) : undefined;
  return (file) => {
    const path = `/${file.path}`;
    if (regex && (regex.test(path) || regex.test(file.name))) return true;
    return glob !== undefined && (glob.test(path) || glob.test(file.name));
  };
}

/** Go's filepath.Match: `*` and `?` stop at a slash. Source: https://pkg.go.dev/path/filepath#Match */
function compileGlob(pattern: string): RegExp | undefined {
  const source = pattern.replace(/\\.|\[\^?[^\]]*\]|[\s\S]/g, (token) => {
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.length > 1) return token;
    return token.replace(/[.+^${}()|[\]\\]/, '\\$&');
  });
  try {
    return new RegExp(`^${source}$`);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
