import type { FactValues } from '../../model/fact-values.js';
import type { RewritePlan } from '../../model/plan-component.js';

interface Place {
  /** Of the .htaccess, relative to the document root. */
  readonly directory: string;
  /** File name of the front controller, which gets what is no file anyway. */
  readonly controller: string | undefined;
}

/** A rule in nginx's words; `covered` when the generated configuration does the same already, `unknown` when a person must look. */
export function translateRule(
  value: FactValues['rewrite-rule'],
  place: Place,
): RewritePlan | 'covered' | 'unknown' {
  const rule = value.rule.trim();
  if (value.engine === 'nginx') return fromNginx(rule);
  if (value.engine !== 'htaccess') return 'unknown';
  const lines = rule.split('\n');
  const match = /^RewriteRule\s+(\S+)\s+(\S+)(?:\s+\[([^\]]*)\])?$/.exec(lines.at(-1) ?? '');
  if (!match) return 'unknown';
  const [, pattern = '', target = '', flags = ''] = match;
  const names = flags.split(',').map((flag) => flag.trim().toUpperCase());
  const conditions = lines.slice(0, -1);
  if (isFrontController(target, conditions, place)) return 'covered';
  if (conditions.length > 0) return 'unknown';
  return fromApache({ pattern, target, names, directory: place.directory });
}

/** What is no file goes to the front controller: `index.php`, with the path behind it or not. A query would have to be made. */
function isFrontController(target: string, conditions: readonly string[], place: Place): boolean {
  const onlyMissing = conditions.every((one) =>
    /^RewriteCond\s+\S*\{REQUEST_FILENAME\}\S*\s+!-[fdls]\b/.test(one),
  );
  const own = /^(?:\.?\/)?([\w.-]+\.php)(?:\/\$\d)?$/.exec(target)?.[1];
  const untouched = target === '-' && conditions.length === 0;
  return untouched || (place.controller !== undefined && own === place.controller && onlyMissing);
}

const flagsKnown = /^(|L|END|QSA|NC|PT|R(=30[1278])?)$/;

/** https://httpd.apache.org/docs/2.4/rewrite/flags.html */
function fromApache(rule: {
  pattern: string;
  target: string;
  names: readonly string[];
  directory: string;
}): RewritePlan | 'unknown' {
  const { names, directory, target } = rule;
  const outside = /^https?:\/\//.test(target);
  const redirect = names.find((name) => /^R(=|$)/.test(name));
  if (names.some((name) => !flagsKnown.test(name))) return 'unknown';
  if (target === '-' || rule.pattern.startsWith('!') || /%\{|%\d/.test(target)) return 'unknown';
  if (outside && redirect === undefined) return 'unknown';
  const prefix = directory === '' ? '' : `${directory.replace(/[.+*?()[\]{}^$|\\]/g, '\\$&')}/`;
  const anchored = rule.pattern.startsWith('^');
  const body = anchored ? rule.pattern.slice(1).replace(/^\/\??/, '') : `.*${rule.pattern}`;
  const insensitive = names.includes('NC') ? '(?i)' : '';
  const local =
    target.startsWith('/') || outside
      ? target
      : `/${directory === '' ? '' : `${directory}/`}${target.replace(/^\.\//, '')}`;
  // nginx adds the query of the request unless a question mark ends the target; Apache does so with QSA only.
  const replaces = target.includes('?') && !names.includes('QSA');
  return {
    pattern: `${insensitive}^/${prefix}${body}`,
    target: replaces ? `${local}?` : local,
    flag: redirect === undefined ? 'last' : /=30[18]$/.test(redirect) ? 'permanent' : 'redirect',
  };
}

function fromNginx(rule: string): RewritePlan | 'unknown' {
  const match = /^rewrite (\S+) (\S+)(?: (last|redirect|permanent))?;(?: # location \/)?$/.exec(rule);
  if (!match) return 'unknown';
  const [, pattern = '', target = '', flag] = match;
  return { pattern, target, flag: flag === 'redirect' || flag === 'permanent' ? flag : 'last' };
}

/** The directory of a file, `''` for the top. */
export function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
