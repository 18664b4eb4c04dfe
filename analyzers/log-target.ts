/** Where a log goes, told by the path that it is given: the standard streams have paths of their own. */
export function logTargetOf(path: string): 'stdout' | 'stderr' | 'syslog' | 'file' {
  if (path === 'syslog') return 'syslog';
  const stream = /^\/(?:dev|proc\/self\/fd)\/(?:fd\/)?(stdout|stderr|1|2)$/.exec(path)?.[1];
  if (stream === undefined) return 'file';
  return stream === 'stdout' || stream === '1' ? 'stdout' : 'stderr';
}
