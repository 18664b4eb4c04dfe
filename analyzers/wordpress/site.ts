import type { FactCollector } from '../fact-collector.js';
import { joinPath } from '../paths.js';
import type { PhpProduct } from '../php-products.js';
import type { Project, SourceFile } from '../../workspace/project.js';

/** A WordPress installation in the tree. */
export interface WordPressSite {
  readonly project: Project;
  /** The PHP application it is (part of). */
  readonly unit: string;
  readonly product: PhpProduct;
  readonly collector: FactCollector;
  readonly by: string;
}

/** A file of the installation, by its path below it. */
export function fileOf(site: WordPressSite, path: string): SourceFile | undefined {
  return site.project.file(joinPath(site.product.root, path));
}

/** A constant as a configuration file defines it, and where. */
export interface Defined {
  readonly value: string;
  readonly file: SourceFile;
  readonly line: number;
}

/** What the site's own configuration files define; the sample says nothing of this site. */
export function definedConstant(site: WordPressSite, name: string): Defined | undefined {
  const pattern = new RegExp(
    `^[^#/*]*\\bdefine\\s*\\(\\s*['"]${name}['"]\\s*,\\s*(?:['"]([^'"]*)['"]|(\\w+))`,
  );
  for (const file of configurationFiles(site)) {
    for (const [index, text] of file.lines().entries()) {
      const match = pattern.exec(text);
      if (match) return { value: match[1] ?? match[2] ?? '', file, line: index + 1 };
    }
  }
  return undefined;
}

/** wp-config.php (also one directory up, as WordPress looks for it) and Debian's files in /etc/wordpress. */
export function configurationFiles(site: WordPressSite): readonly SourceFile[] {
  const above =
    site.product.root === '' ? [] : [site.project.file(joinPath(site.product.root, '..', 'wp-config.php'))];
  return [
    fileOf(site, 'wp-config.php'),
    ...above,
    ...site.project.find(['**/etc/wordpress/config-*.php', 'etc/wordpress/config-*.php']),
  ].flatMap((file) => file ?? []);
}

/** Emits what every WordPress does: pages for probes, its own cron, no sessions of PHP's, mail. */
export function extractSite(site: WordPressSite): void {
  const { unit, collector, by } = site;
  const page = (path: string): SourceFile | undefined => fileOf(site, path);
  for (const path of ['wp-login.php', 'wp-admin/install.php']) {
    const file = page(path);
    if (!file) continue;
    collector.add('entry-page', unit, { path: `/${path}` }, file.evidence(by, 1), 'inferred');
    const value = { path: `/${path}`, probe: 'readiness', checksDependencies: true } as const;
    collector.add('health-endpoint', unit, value, file.evidence(by, 1), 'inferred');
  }
  for (const path of ['readme.html', 'license.txt', 'wp-includes/css/dashicons.min.css']) {
    const file = page(path);
    if (!file) continue;
    const value = { path: `/${path}`, probe: 'liveness', checksDependencies: false } as const;
    collector.add('health-endpoint', unit, value, file.evidence(by, 1), 'inferred');
    break;
  }
  emitCron(site);
  emitUpdates(site);
  const mail = page('wp-includes/pluggable.php');
  if (mail) {
    const line = mail.lines().findIndex((text) => /function wp_mail\b/.test(text)) + 1;
    collector.add(
      'depends-on',
      unit,
      { service: 'smtp', configuredBy: 'wp_mail' },
      mail.evidence(by, line > 0 ? line : 1),
      'inferred',
    );
  }
  const settings = page('wp-settings.php') ?? site.product.file;
  collector.add('session-state', unit, { store: 'none' }, settings.evidence(by, 1), 'inferred');
}

/** Asks wordpress.org for new versions, and downloads what an administrator installs, unless files may not be changed. */
function emitUpdates(site: WordPressSite): void {
  const file = fileOf(site, 'wp-includes/update.php');
  const line = (file?.lines().findIndex((text) => /https?:\/\/api\.wordpress\.org/.test(text)) ?? -1) + 1;
  if (!file || line === 0 || definedConstant(site, 'DISALLOW_FILE_MODS')?.value === 'true') return;
  const value = { url: 'https://api.wordpress.org/' };
  site.collector.add('outbound-url', site.unit, value, file.evidence(site.by, line), 'inferred');
}

function emitCron(site: WordPressSite): void {
  const { unit, collector, by } = site;
  const disabled = definedConstant(site, 'DISABLE_WP_CRON');
  const file = fileOf(site, 'wp-cron.php');
  if (disabled?.value === 'true' || !file) return;
  // Visits start it, in any replica; a lock in the database keeps a second run away.
  const job = { name: 'wp-cron', mechanism: 'wp-cron', inProcess: false, command: 'wp-cron.php' } as const;
  collector.add('scheduled-job', unit, job, file.evidence(by, 1), 'inferred');
}
