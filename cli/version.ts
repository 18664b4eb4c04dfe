import { existsSync, readFileSync } from 'node:fs';

/** Our version, from package.json: beside the sources in a checkout, above `dist` once compiled. */
export function readVersion(): string {
  const places = ['../../package.json', '../package.json'].map((path) => new URL(path, import.meta.url));
  const found = places.find((place) => existsSync(place));
  const manifest: unknown = found && JSON.parse(readFileSync(found, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) {
    throw new Error('package.json is missing');
  }
  return String(manifest.version);
}
