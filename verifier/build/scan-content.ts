import { findSecrets } from '../secrets/find-secrets.js';
import { zipEntries } from './zip-entries.js';

/** A secret that the scan of the application found; kept in memory only, never printed. */
export interface KnownSecret {
  readonly value: string;
  /** The setting's name: what is shown instead of the value. */
  readonly key: string;
  /** It stands in the application's own code, which nobody but its authors can change. */
  readonly inCode?: boolean;
}

/** A secret inside an image. `path` names members of archives as `app.war!/WEB-INF/x`. */
export interface LayerHit {
  readonly path: string;
  readonly line?: number;
  readonly key: string;
  /** known: one that the application has; code: one in its code, so in every image of it; private-key: a key file; setting: a line that looks like one. */
  readonly kind: 'known' | 'code' | 'private-key' | 'setting';
}

/** Short values (`root`, `123456`) stand in many files by chance; they count only beside their setting's name. */
const distinctive = 8;
const archives = /\.(jar|war|ear|zip)$/i;
const configuration =
  /(\.(properties|ya?ml|xml|ini|conf|cfg|cnf|env|toml|json)|\.env[^/]*|(^|\/)(wp-config|config|database|settings|parameters|db|local)[^/]*\.php)$/i;
const keyFiles = /\.(pem|key|ppk)$|(^|\/)id_(rsa|dsa|ecdsa|ed25519)$/i;
/** Texts that people see, and build descriptions: `password=Password` and `<token>x</token>` are no secrets there. */
const texts =
  /(^|\/)(i18n|l10n|nls|locales?|lang|languages?|META-INF\/maven)\/|(^|\/)[^/]*(messages?|labels?|_[a-z]{2}(_[A-Z]{2})?)\.(properties|xml|json|ya?ml)$/;
/** In a library's archive only what is named like the configuration of a running system may hold somebody's secret. */
const running =
  /(^|[-_./])(application|bootstrap|config\w*|conf|settings?|database|db|jdbc|datasources?|hibernate|persistence|context|redis|mail|env|server|shiro|security|credentials?|secrets?)([-_.][^/]*)?$/i;
/** Where packages of the distribution put their own files and examples. */
const system =
  /^(etc|lib\d*|s?bin|usr\/(s?bin|lib\d*|libexec|include|src)|usr\/share\/(?!nginx\/html)|usr\/local\/(s?bin|lib|include|share|etc|tomcat\/(lib|conf|bin))|var\/(lib|cache|log)|opt\/java|root\/\.m2)\//;

/** Looks for secrets in one file of a layer; archives are looked into, two deep. */
export function scanContent(
  path: string,
  bytes: Buffer,
  known: readonly KnownSecret[],
  depth = 0,
): LayerHit[] {
  const hits = findKnown(path, bytes, known);
  const own = !system.test(path);
  if (own && keyFiles.test(path) && bytes.includes('PRIVATE KEY-----')) {
    hits.push({ path, key: 'private key', kind: 'private-key' });
  } else if (
    own &&
    mayHoldSettings(path) &&
    hits.length === 0 &&
    bytes.length < 1_000_000 &&
    !bytes.includes(0)
  ) {
    for (const { line, key, kind } of findSecrets(bytes.toString('utf8'))) {
      hits.push({ path, line, key, kind: kind === 'private-key' ? 'private-key' : 'setting' });
    }
  }
  if (depth < 2 && archives.test(path)) hits.push(...scanArchive(path, bytes, known, depth));
  return hits;
}

function mayHoldSettings(path: string): boolean {
  if (!configuration.test(path) || texts.test(path)) return false;
  return !/\.jar!\//i.test(path) || running.test(path);
}

function scanArchive(path: string, bytes: Buffer, known: readonly KnownSecret[], depth: number): LayerHit[] {
  return zipEntries(bytes).flatMap(({ name, size, read }) => {
    const nested = archives.test(name);
    const wanted = nested || configuration.test(name) || keyFiles.test(name);
    if (!wanted || size > 64_000_000) return [];
    const content = read();
    return content === undefined
      ? []
      : scanContent(`${path}!/${name}`, content, known, nested ? depth + 1 : 2);
  });
}

function findKnown(path: string, bytes: Buffer, known: readonly KnownSecret[]): LayerHit[] {
  return known.flatMap(({ value, key, inCode }): LayerHit[] => {
    if (value === '') return [];
    const at = value.length >= distinctive ? bytes.indexOf(value) : findBesideKey(bytes, value, key);
    return at < 0 ? [] : [{ path, line: lineOf(bytes, at), key, kind: inCode === true ? 'code' : 'known' }];
  });
}

function findBesideKey(bytes: Buffer, value: string, key: string): number {
  const name = key.split('.').at(-1) ?? key;
  for (let at = bytes.indexOf(value); at >= 0; at = bytes.indexOf(value, at + 1)) {
    const start = bytes.lastIndexOf(0x0a, at) + 1;
    const end = bytes.indexOf(0x0a, at);
    const line = bytes.subarray(start, end < 0 ? bytes.length : Math.min(end, at + 500)).toString('latin1');
    if (line.length < 1000 && line.includes(name)) return at;
  }
  return -1;
}

function lineOf(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line++;
  return line;
}
