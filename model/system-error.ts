/** `ENOENT` and the like of a system's error, `''` for any other; asks by shape, since modules can live in realms of their own. */
export function errorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
