import type { DatabaseProduct } from '../../model/product.js';
import { isDatabase } from '../../model/product.js';
import type { Project } from '../../workspace/project.js';
import { emitGroup } from '../connection-facts.js';
import { groupSettings } from '../connection-settings.js';
import type { SettingEntry } from '../connection-settings.js';
import { parseConnection } from '../connection-url.js';
import { isWithin } from '../paths.js';
import { drivers } from './packages.js';
import type { NodeManifest } from './manifest.js';
import type { ServiceTarget } from './target.js';
import type { ScriptSource } from './source.js';
import type { ScriptValue } from './values.js';

const configFiles = [
  '**/config/*.{json,yml,yaml}',
  '**/config.{json,yml,yaml}',
  '**/{ormconfig,database}.json',
];

/** Emits databases and other services: from literals in code, from configuration files, and from drivers alone. */
export function extractConnections(
  {
    project,
    sources,
    manifest,
  }: { project: Project; sources: readonly ScriptSource[]; manifest: NodeManifest },
  target: ServiceTarget,
): void {
  const assumed = databaseOfDrivers(manifest);
  const groups = [
    ...sources.flatMap((source) => groupSettings(entriesOf(source))),
    ...configEntries(project, target).flatMap((file) => groupSettings(file)),
  ];
  const found = new Set<string>();
  for (const group of groups) {
    const service = emitGroup(
      group,
      assumed === undefined ? target : { ...target, assumedDatabase: assumed },
    );
    if (service !== undefined) found.add(service === 'unknown' ? (assumed ?? service) : service);
    if (service !== undefined) emitConfigFile(group.file.path, { project, target });
  }
  emitDrivers(manifest, { found, target });
}

/** The one database that a driver in the dependencies speaks to. */
function databaseOfDrivers(manifest: NodeManifest): DatabaseProduct | undefined {
  const products = new Set<DatabaseProduct>();
  for (const name of manifest.dependencies.keys()) {
    const service = drivers.get(name);
    if (service && isDatabase(service)) products.add(service);
  }
  const [only] = products;
  return products.size === 1 ? only : undefined;
}

function entriesOf(source: ScriptSource): SettingEntry[] {
  const entry = (path: readonly string[], value: ScriptValue, line: number): SettingEntry => ({
    file: source.file,
    line,
    path: path.map((part) => part.replace(/^process\.env\./, '')),
    ...(value.value === undefined ? {} : { value: value.value }),
    ...(value.variable === undefined ? {} : { configuredBy: value.variable }),
  });
  const addresses = source.calls.flatMap((call) =>
    call.arguments.flatMap((argument) => {
      const spoken =
        argument.value !== undefined &&
        parseConnection(argument.value) !== undefined &&
        argument.value.includes('://');
      const client = /(redis|ioredis|mongoose|mongoclient|amqp|sequelize|knex|pool|client)[\w.]*$/i.test(
        call.callee,
      );
      const byVariable =
        client && argument.variable !== undefined && /(url|uri|dsn)$/i.test(argument.variable);
      return spoken || byVariable ? [entry([call.callee, 'url'], argument, call.line)] : [];
    }),
  );
  return [...source.properties.map((one) => entry(one.path, one.value, one.line)), ...addresses];
}

function configEntries(project: Project, target: ServiceTarget): SettingEntry[][] {
  return project
    .find(configFiles)
    .filter((file) => isWithin(file.path, target.unit))
    .map((file) =>
      file.yaml().flatMap((document) =>
        document.entries.map((one) => ({
          file,
          line: one.line,
          path: one.path.split('.'),
          ...(one.value === null ? {} : { value: String(one.value) }),
        })),
      ),
    );
}

function emitConfigFile(
  path: string,
  { project, target }: { project: Project; target: ServiceTarget },
): void {
  const file = project.file(path);
  const extension = /\.(json|ya?ml)$/.exec(path)?.[1];
  if (!file || extension === undefined) return;
  const text = file.text() ?? '';
  target.collector.add(
    'config-file',
    target.unit,
    {
      path,
      format: extension === 'json' ? 'json' : 'yaml',
      purpose: 'application',
      containsSecrets: /"?(password|passwd|secret)"?\s*:\s*"?[^\s"$]/i.test(text),
      environmentSpecific: true,
    },
    file.evidence(target.by, 1),
  );
}

function emitDrivers(
  manifest: NodeManifest,
  { found, target }: { found: ReadonlySet<string>; target: ServiceTarget },
): void {
  for (const name of manifest.dependencies.keys()) {
    const service = drivers.get(name);
    if (!service || found.has(service)) continue;
    const line = manifest.file.lines().findIndex((text) => text.includes(`"${name}"`));
    const evidence = manifest.file.evidence(target.by, line + 1);
    if (isDatabase(service)) {
      const value = { product: service, driver: name, embedded: service === 'sqlite' };
      target.collector.add('datasource', target.unit, value, evidence, 'inferred');
    } else target.collector.add('depends-on', target.unit, { service }, evidence, 'inferred');
  }
}
