import { fileOf } from './site.js';
import type { WordPressSite } from './site.js';

const notOptional = new Set(['hash', 'pcre', 'filter', 'mcrypt', 'mod_xml']);
const names: ReadonlyMap<string, string> = new Map([['libsodium', 'sodium']]);

/** Emits the PHP and the extensions that this version of WordPress asks for itself. */
export function extractRequirements(site: WordPressSite): void {
  const { unit, product, collector, by } = site;
  for (const [index, text] of product.file.lines().entries()) {
    const match = /^\s*\$required_(php|mysql)_version\s*=\s*'([\d.]+)'/.exec(text);
    if (!match) continue;
    const evidence = product.file.evidence(by, index + 1);
    const [, what, version = ''] = match;
    if (what === 'php')
      collector.add(
        'runtime',
        unit,
        { language: 'php', constraint: `>=${version}`, basis: 'constraint' },
        evidence,
      );
    else collector.add('setting', unit, { name: 'required_mysql_version', value: version }, evidence);
  }
  emitExtensions(site);
}

/** The list in the site health check, `'mbstring' => array( … 'required' => false )`; wpdb can't do without mysqli. */
function emitExtensions(site: WordPressSite): void {
  const { unit, collector, by } = site;
  const database = fileOf(site, 'wp-includes/class-wpdb.php') ?? fileOf(site, 'wp-includes/wp-db.php');
  if (database) {
    const line = database.lines().findIndex((text) => /mysqli_(init|real_connect)\s*\(/.test(text)) + 1;
    const driver = line > 0 ? 'mysqli' : 'mysql';
    collector.add(
      'php-extension',
      unit,
      { name: driver, required: true },
      database.evidence(by, line > 0 ? line : 1),
    );
  }
  const health = fileOf(site, 'wp-admin/includes/class-wp-site-health.php');
  if (!health) return;
  const lines = health.lines();
  const start = lines.findIndex((text) => /\$modules\s*=\s*array\s*\(/.test(text));
  if (start < 0) return;
  let name = '';
  let at = 0;
  for (const [offset, text] of lines.slice(start + 1, start + 140).entries()) {
    if (/^\s*\);/.test(text)) break;
    const opened = /^\s*'([\w]+)'\s*=>\s*array\s*\(/.exec(text)?.[1];
    if (opened !== undefined) [name, at] = [opened, start + offset + 2];
    const required = /'required'\s*=>\s*(true|false)/.exec(text)?.[1];
    if (required === undefined || notOptional.has(name) || name === 'mysqli') continue;
    const value = { name: names.get(name) ?? name, required: required === 'true' };
    collector.add('php-extension', unit, value, health.evidence(by, at));
  }
}
