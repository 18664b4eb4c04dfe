import { compareStrings } from '../../model/order.js';
import { reportPlan } from '../generation.js';
import type { ComponentScope } from '../generation.js';
import { builtInExtensions, extensionAliases, phpExtensions } from './php-extensions.js';
import type { DebianRelease, PhpExtension } from './php-extensions.js';
import { extensionGone, extensionGoneHint, extensionUnknown, extensionUnknownHint } from './texts.js';

/** What the template needs to install extensions; undefined when there are none to install. */
export interface ExtensionInstall {
  /** The release's packages have moved to Debian's archive. */
  readonly archived: boolean;
  readonly packages: readonly string[];
  readonly purge: readonly string[];
  readonly configure: readonly string[];
  readonly core: readonly string[];
  readonly pecl: readonly string[];
  readonly enable: readonly string[];
}

/** `tag` tells PHP's version and the Debian release: `8.2.27-fpm-bookworm`. */
export function installExtensions(
  scope: ComponentScope,
  extensions: readonly string[],
  tag: string,
): ExtensionInstall | undefined {
  const names = [...new Set(extensions.map(normalise))].sort(compareStrings);
  const wanted = names.flatMap((name) => lookUp(scope, name, tag));
  if (wanted.length === 0) return undefined;
  const release = (['stretch', 'bullseye'] as const).find((name) => tag.includes(name)) ?? 'bookworm';
  const build = collect(wanted, ({ how }) => how.build ?? []);
  const run = collect(wanted, ({ how }) => runPackages(how, release));
  const pecl = wanted.filter(({ how }) => how.pecl !== undefined);
  // pecl compiles with what PHP itself was compiled with; the images name it in a variable.
  const compilers = pecl.length > 0 ? ['$PHPIZE_DEPS'] : [];
  return {
    archived: release === 'stretch',
    packages: [...compilers, ...build, ...run],
    purge: [...compilers, ...build],
    configure: wanted.flatMap(({ name, how }) =>
      how.configure === undefined
        ? []
        : [
            `docker-php-ext-configure ${name} ${how.configure[isBefore(tag, '7.4') ? 'before74' : 'since74']}`,
          ],
    ),
    core: wanted.flatMap(({ name, how }) => (how.pecl === undefined ? [name] : [])),
    pecl: pecl.flatMap(({ how }) => how.pecl?.[isBefore(tag, '7.0') ? 'php5' : 'php7'] ?? []),
    enable: pecl.map(({ name }) => name),
  };
}

interface Wanted {
  readonly name: string;
  readonly how: PhpExtension;
}

function normalise(extension: string): string {
  const name = extension.toLowerCase().replace(/^ext-/, '');
  return extensionAliases[name] ?? name;
}

function lookUp(scope: ComponentScope, name: string, tag: string): Wanted[] {
  if (builtInExtensions.has(name)) return [];
  const how = phpExtensions[name];
  if (!how) {
    reportPlan(scope, {
      code: 'php-extension-unknown',
      message: extensionUnknown({ id: scope.id, extension: name }),
      hint: extensionUnknownHint(),
    });
    return [];
  }
  if (how.gone && !isBefore(tag, how.gone.since)) {
    reportPlan(scope, {
      code: 'php-extension-gone',
      message: extensionGone({ id: scope.id, extension: name, ...how.gone }),
      hint: extensionGoneHint(),
    });
    return [];
  }
  // PHP 5 had ereg compiled in.
  return name === 'ereg' ? [] : [{ name, how }];
}

function isBefore(tag: string, version: string): boolean {
  const [major = 0, minor = 0] = tag.split('.').map((part) => Number.parseInt(part, 10));
  const [otherMajor = 0, otherMinor = 0] = version.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

function runPackages(how: PhpExtension, release: DebianRelease): readonly string[] {
  if (how.run === undefined) return [];
  return 'bookworm' in how.run ? how.run[release] : how.run;
}

function collect(wanted: readonly Wanted[], packagesOf: (one: Wanted) => readonly string[]): string[] {
  return [...new Set(wanted.flatMap(packagesOf))].sort(compareStrings);
}
