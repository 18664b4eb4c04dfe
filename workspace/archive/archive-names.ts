/** How an archive is packed. */
export type ArchiveKind = 'zip' | 'tar' | 'tar.gz';

/** The kind of archive that a file's name promises. */
export function archiveKindOf(path: string): ArchiveKind | undefined {
  if (/\.(?:jar|war|ear|rar|sar|har|zip|aar|jmod)$/i.test(path)) return 'zip';
  if (/\.(?:tar\.gz|tgz)$/i.test(path)) return 'tar.gz';
  return /\.tar$/i.test(path) ? 'tar' : undefined;
}

/**
 * Makes a member's name a path that stays below its archive, or answers undefined when it would not: absolute names,
 * `..`, drive letters, backslashes, control characters; and when it is nested absurdly deep.
 */
export function safeMemberPath(name: string): string | undefined {
  if (/^\/|^[A-Za-z]:|\\|\p{Cc}/u.test(name)) return undefined;
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  const isDeep = parts.length > 250;
  return parts.length === 0 || isDeep || parts.includes('..') ? undefined : parts.join('/');
}
