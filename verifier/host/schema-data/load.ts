import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SchemaData } from '../../schema/schema-data.js';

// Beside this file in a checkout; in a build, at the same place under the package's root.
const directories = ['.', '../../../../verifier/host/schema-data'].map((relative) =>
  fileURLToPath(new URL(relative, import.meta.url)),
);
const directory = directories.find(
  (candidate) => existsSync(candidate) && readdirSync(candidate).some(isData),
);
const loaded = new Map<string, SchemaData>();

/** The facts for a Kubernetes version (`1.34` or `1.34.4`), undefined if there are none. Read on first use. */
export function loadSchemaData(version: string): SchemaData | undefined {
  const minor = version.replace(/^v/, '').split('.').slice(0, 2).join('.');
  const known = loaded.get(minor);
  if (known !== undefined || !knownVersions().includes(minor)) return known;
  const data = JSON.parse(readFileSync(`${directory ?? ''}/v${minor}.json`, 'utf8')) as SchemaData;
  loaded.set(minor, data);
  return data;
}

/** Minor versions that there are schemas for, oldest first. */
export function knownVersions(): string[] {
  const names = directory === undefined ? [] : readdirSync(directory).filter(isData);
  return names.map((name) => name.slice(1, -'.json'.length)).sort((a, b) => minorOf(a) - minorOf(b));
}

function isData(name: string): boolean {
  return /^v\d+\.\d+\.json$/.test(name);
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
