import type { Evidence } from '../../model/evidence.js';
import { isWithin, joinPath, parentOf, relativeTo } from '../paths.js';
import { definedConstant, fileOf } from './site.js';
import type { WordPressSite } from './site.js';
import { noTheme, noThemeHint } from './texts.js';

/**
 * Emits what is written below wp-content, and the plugins and themes that were installed. Plugins and themes belong in
 * the image, so their directories are not told as written, though WordPress's own installer would write there.
 */
export function extractContent(site: WordPressSite): void {
  const { unit, collector, by, product } = site;
  const defined = definedConstant(site, 'WP_CONTENT_DIR');
  const uploads = definedConstant(site, 'UPLOADS');
  const load = fileOf(site, 'wp-settings.php') ?? product.file;
  const evidence = defined ? defined.file.evidence(by, defined.line) : load.evidence(by, 1);
  const content = contentPath(site, defined?.value);
  if (defined && content.startsWith('/')) emitAlias(site, content, evidence);
  const write = (path: string, use: 'upload' | 'cache' | 'temp', at: Evidence): void => {
    const value = {
      path,
      use,
      persistent: use === 'upload',
      configuredBy: 'WP_CONTENT_DIR',
    } as const;
    collector.add('writable-path', unit, value, at, defined ? 'declared' : 'inferred');
  };
  const uploadsAt = uploads ? uploads.file.evidence(by, uploads.line) : evidence;
  write(
    uploads ? joinPath(relativeTo(product.root, unit) ?? '', uploads.value) : `${content}/uploads`,
    'upload',
    uploadsAt,
  );
  write(`${content}/upgrade`, 'temp', evidence);
  if (definedConstant(site, 'WP_CACHE')?.value === 'true' || hasDirectoryBelow(site, 'cache'))
    write(`${content}/cache`, 'cache', evidence);
  emitExtensions(site);
}

/** Pages link to WP_CONTENT_URL, which is `/wp-content` below the site unless it is defined, wherever the directory lies. */
function emitAlias(site: WordPressSite, content: string, evidence: Evidence): void {
  const said = definedConstant(site, 'WP_CONTENT_URL')?.value ?? '';
  const path =
    /^https?:\/\/[^/]+(\/[^?#]*)$/.exec(said)?.[1] ?? (said.startsWith('/') ? said : '/wp-content');
  const value = { url: `${path.replace(/\/+$/, '')}/`, path: content };
  site.collector.add('url-alias', site.unit, value, evidence, 'inferred');
}

/** As the code writes it: an absolute path from the configuration, else below the application. */
function contentPath(site: WordPressSite, defined: string | undefined): string {
  if (defined?.startsWith('/')) return defined.replace(/\/+$/, '');
  return joinPath(relativeTo(site.product.root, site.unit) ?? '', 'wp-content');
}

function hasDirectoryBelow(site: WordPressSite, name: string): boolean {
  return site.project.hasDirectory(joinPath(site.product.root, 'wp-content', name));
}

/** A plugin or theme says its name and version in a comment at the head of its main file. */
function emitExtensions(site: WordPressSite): void {
  const { project, unit, collector, by } = site;
  const heads = project.find(
    [
      '**/wp-content/{plugins,mu-plugins}/*.php',
      '**/wp-content/{plugins,mu-plugins}/*/*.php',
      '**/wp-content/themes/*/style.css',
    ],
    {
      origins: ['own', 'vendored'],
    },
  );
  let themes = 0;
  for (const file of heads) {
    if (!isWithin(file.path, unit)) continue;
    const lines = file.lines().slice(0, 60);
    const line = lines.findIndex((text) => /^[\s*/#@]*(Plugin|Theme) Name:/.test(text));
    const name = /(?:Plugin|Theme) Name:\s*(.+?)\s*(?:\*\/)?$/.exec(lines[line] ?? '')?.[1];
    if (name === undefined) continue;
    if (file.name === 'style.css') themes++;
    const version = lines
      .map((text) => /^[\s*/#@]*Version:\s*(\S+)/.exec(text)?.[1])
      .find((one) => one !== undefined);
    const scope = file.name === 'style.css' ? 'theme' : 'plugin';
    const group = parentOf(file.path).split('/').at(-1) ?? '';
    collector.add(
      'library',
      unit,
      { group, name, ...(version === undefined ? {} : { version }), scope, ecosystem: 'bundled' },
      file.evidence(by, line + 1),
    );
  }
  if (themes > 0) return;
  const file = site.product.file.path;
  collector.problem({ code: 'wordpress-no-theme', file, message: noTheme(), hint: noThemeHint() });
}
