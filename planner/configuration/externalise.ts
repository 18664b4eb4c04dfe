import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { ConfigChange, ConfigFilePlan, EnvPlan, SecretPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { isActive } from '../dependencies/profiles.js';
import { externalised, insideJarDetail, insideJarTitle, wholeFileSecret } from '../texts/configuration.js';
import { fillIn } from './filtered.js';
import type { FilteredSecret } from './filtered.js';
import { isSpringConfig, mountPathOf } from './mount-path.js';
import type { MountSettings } from './mount-path.js';
import { environmentName, placeholderFor, secretKey } from './secret-names.js';

export interface Externalised {
  readonly configFiles: readonly ConfigFilePlan[];
  readonly secrets: readonly SecretPlan[];
  readonly env: readonly EnvPlan[];
  /** Files of the source that must not get into the image. */
  readonly remove: readonly string[];
}

interface Given {
  readonly dependencies: readonly NamedDependency[];
  readonly profile: string | undefined;
  readonly mount: MountSettings;
  /** Files that read one which is supplied, and where: addresses that they set on later lines are only defaults. */
  readonly readFirstBy?: readonly { readonly path: string; readonly line: number }[];
}

/** Takes configuration that differs between environments out of the image, and secrets out of the configuration. */
export function externaliseConfiguration(context: ComponentContext, given: Given): Externalised {
  const files = dedupeByPath(
    context
      .all('config-file')
      // A file that the code reads and the input lacks has no path.
      .filter((fact) => fact.value.path !== '')
      .filter((fact) => fact.value.environmentSpecific || fact.value.containsSecrets),
  );
  const active = files.filter((fact) => isActive(fact.value.profile, given.profile));
  // What a profile says comes last and wins, as it does in the application.
  const ordered = sortBy(active, (fact) => [fact.value.profile === undefined ? 0 : 1, fact.value.path]);
  const planned = ordered.flatMap((fact) => planFile(context, { fact, ...given }) ?? []);
  const names = uniqueNames(planned.map((one) => one.file));
  return {
    configFiles: sortBy(
      planned.map((one, i) => ({ ...one.file, name: names[i] ?? one.file.name })),
      (file) => [file.mountPath],
    ),
    secrets: mergeSecrets(planned.flatMap((one) => one.secrets)),
    env: sortBy(
      uniqueBy(
        planned.flatMap((one) => one.env),
        (env) => env.name,
      ),
      (env) => [env.name],
    ),
    remove: [
      ...new Set([
        ...removable(
          files,
          planned.map((one) => one.file.from ?? ''),
        ),
        ...hostFilesWithSecrets(context),
      ]),
    ].sort(),
  };
}

function dedupeByPath(facts: readonly FactOf<'config-file'>[]): FactOf<'config-file'>[] {
  return uniqueBy(facts, (fact) => fact.value.path);
}

/** Mounted files leave the image; so do other environments' files that hold secrets. */
function removable(files: readonly FactOf<'config-file'>[], mounted: readonly string[]): string[] {
  const paths = files
    .filter((fact) => mounted.includes(fact.value.path) || fact.value.containsSecrets)
    .map((fact) => fact.value.path);
  return [...new Set(paths)].sort();
}

/** What an old machine's process manager or scheduler read: units, crontabs, Compose files. No container reads them. */
const hostFiles =
  /\.(?:service|timer|socket)$|(?:^|\/)crontab[^/]*$|(?:^|\/)cron\.d\/|(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$|(?:^|\/)supervisord?\.conf$/;

function hostFilesWithSecrets(context: ComponentContext): string[] {
  return context
    .all('credential')
    .flatMap(({ evidence }) => evidence.map(({ file }) => file))
    .filter((file) => hostFiles.test(file));
}

interface PlannedFile {
  readonly file: ConfigFilePlan;
  readonly secrets: readonly SecretPlan[];
  readonly env: readonly EnvPlan[];
}

function planFile(
  context: ComponentContext,
  given: Given & { fact: FactOf<'config-file'> },
): PlannedFile | undefined {
  const { path, readFrom } = given.fact.value;
  const mountPath = mountPathOf(readFrom === undefined ? { path } : { path, readFrom }, given.mount);
  if (mountPath === undefined) {
    context.decider.askPerson({
      component: context.component.id,
      title: insideJarTitle({ path }),
      detail: insideJarDetail({ path }),
      evidence: given.fact.evidence,
    });
    return undefined;
  }
  const substitutes = given.mount.springBoot && isSpringConfig(path);
  const filled = fillIn(context, { path, dependencies: given.dependencies });
  const secretChanges = [
    ...changesForSecrets(context, { ...given, path, substitutes }),
    ...filled.secrets.map((one) => secretFilledIn(context, { ...one, substitutes })),
  ];
  const changes = sortBy(
    [
      ...secretChanges.map((one) => one.change),
      ...changesForHosts(path, given.dependencies),
      ...filled.changes,
    ],
    (change) => [change.line, change.key],
  );
  const first = given.readFirstBy?.find((one) => one.path === path);
  if (first && changes.every((change) => !change.secret && change.line > first.line)) return undefined;
  const store = !substitutes && secretChanges.length > 0 ? 'secret' : 'config-map';
  context.decide(`configFiles.${path}`, store, {
    because: store === 'secret' ? wholeFileSecret({ path }) : externalised({ path }),
    evidence: evidenceOf(given.fact),
  });
  return {
    file: { name: path.split('/').at(-1) ?? path, from: path, mountPath, store, changes },
    secrets: secretChanges.map((one) => one.secret),
    env: secretChanges.flatMap((one) => one.env ?? []),
  };
}

interface SecretChange {
  readonly change: ConfigChange;
  readonly secret: SecretPlan;
  readonly env?: EnvPlan;
}

/** A secret that the build took from its own properties. */
function secretFilledIn(
  context: ComponentContext,
  { fact, line, substitutes }: FilteredSecret & { substitutes: boolean },
): SecretChange {
  const { name, token } = fact.value;
  const key = secretKey(name);
  const secret = `${context.component.id}-secrets`;
  const variable = environmentName(name);
  const value = substitutes ? `\${${variable}}` : placeholderFor(secret, key);
  return {
    change: { line, key: name, value, oldValue: token, secret: true },
    secret: { name: secret, keys: [{ key, purpose: 'other', foundAt: placeOf(fact) }] },
    ...(substitutes ? { env: { name: variable, secret, key } } : {}),
  };
}

function changesForSecrets(
  context: ComponentContext,
  given: { path: string; substitutes: boolean; dependencies: readonly NamedDependency[] },
): SecretChange[] {
  const here = context.all('credential').flatMap((fact) => {
    const place = fact.evidence.find((one) => one.file === given.path);
    return place?.line === undefined ? [] : [{ fact, line: place.line, place }];
  });
  // Of several profiles' passwords under one key, the last is named as the place: the one that is used.
  const ordered = sortBy(here, ({ fact, line }) => [
    isActive(fact.value.profile, context.profile) ? 1 : 0,
    line,
  ]);
  return ordered.map(({ fact, line, place }) => {
    const target = secretFor(context, { ...given, fact, line });
    const secret = {
      name: target.secret,
      keys: [
        { key: target.key, purpose: fact.value.purpose, foundAt: placeOf({ ...fact, evidence: [place] }) },
      ],
    };
    const name = environmentName(fact.value.key);
    const value = given.substitutes ? `\${${name}}` : placeholderFor(target.secret, target.key);
    const change = { line, key: fact.value.key, value, secret: true };
    return given.substitutes
      ? { change, secret, env: { name, secret: target.secret, key: target.key } }
      : { change, secret };
  });
}

/** A database's password belongs to the database's own Secret, so that both sides read one value. */
function secretFor(
  context: ComponentContext,
  given: { fact: FactOf<'credential'>; line: number; path: string; dependencies: readonly NamedDependency[] },
): { secret: string; key: string } {
  const { purpose, key } = given.fact.value;
  const own = { secret: `${context.component.id}-secrets`, key: secretKey(key) };
  if (purpose !== 'database' && purpose !== 'cache') return own;
  const candidates = given.dependencies.filter(
    ([, plan]) => (plan.service === 'redis' || plan.service === 'memcached') === (purpose === 'cache'),
  );
  const distance = ([, , need]: NamedDependency): number =>
    Math.min(
      ...need.facts
        .flatMap((fact) => fact.evidence)
        .map((one) => (one.file === given.path ? Math.abs((one.line ?? 0) - given.line) : 1e6)),
    );
  const [nearest] = sortBy(candidates, (candidate) => [distance(candidate), candidate[0]]);
  return nearest?.[1].secret === undefined ? own : { secret: nearest[1].secret, key: 'password' };
}

/** Fixed addresses of what the plan knows become Service names, which every environment defines for itself. */
function changesForHosts(path: string, dependencies: readonly NamedDependency[]): ConfigChange[] {
  const changes = dependencies.flatMap(([, plan, need]) =>
    need.facts.flatMap((fact) => {
      const host = fact.value.host;
      if (host === undefined || host === '' || host.includes('${')) return [];
      return fact.evidence
        .filter((one) => one.file === path && one.line !== undefined && one.excerpt?.includes(host))
        .map((one) => ({
          line: one.line ?? 0,
          key: 'host',
          value: plan.serviceName,
          oldValue: host,
          secret: false,
        }));
    }),
  );
  return uniqueBy(changes, (change) => `${change.line} ${change.oldValue}`);
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** Two files of one name in different folders need different keys in the ConfigMap. */
function uniqueNames(files: readonly ConfigFilePlan[]): string[] {
  return files.map((file) => {
    const same = files.filter((other) => other.name === file.name);
    return same.length === 1
      ? file.name
      : file.mountPath.replace(/^\/+/, '').replace(/[^A-Za-z0-9._-]+/g, '-');
  });
}

/** Secrets of one name are one, with all their keys. */
export function mergeSecrets(secrets: readonly SecretPlan[]): SecretPlan[] {
  const names = [...new Set(secrets.map((secret) => secret.name))].sort();
  return names.map((name) => ({
    name,
    keys: sortBy(
      uniqueBy(
        secrets.filter((secret) => secret.name === name).flatMap((secret) => secret.keys),
        (one) => one.key,
      ),
      (one) => [one.key],
    ),
  }));
}
