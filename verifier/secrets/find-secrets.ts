import { isPlaceholder } from './placeholder.js';
import { isSecretName } from './secret-name.js';

/** A secret in clear in a text; the value itself is kept out. */
export interface SecretHit {
  /** 1-based line. */
  readonly line: number;
  /** Name of the setting, or what kind of secret it is. */
  readonly key: string;
  readonly kind: 'assignment' | 'private-key' | 'access-key' | 'url';
}

/** Values that are secrets whatever they are called. */
const signatures: readonly (readonly [SecretHit['kind'], string, RegExp])[] = [
  ['private-key', 'private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['access-key', 'AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['access-key', 'Alibaba Cloud access key', /\bLTAI[0-9A-Za-z]{16,22}\b/],
  ['access-key', 'Tencent Cloud secret id', /\bAKID[0-9A-Za-z]{32}\b/],
  ['access-key', 'GitHub token', /\bgh[pousr]_[0-9A-Za-z]{36,}\b/],
  ['access-key', 'GitLab token', /\bglpat-[0-9A-Za-z_-]{20,}\b/],
  ['access-key', 'Slack token', /\bxox[abprs]-[0-9A-Za-z-]{10,}/],
  ['access-key', 'JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
];

/** `scheme://user:password@host`, also without a user as Redis writes it. */
const urlPassword = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"<>]*:([^\s/@'"<>]+)@/i;
const queryPassword = /[?&;](?:password|passwd|pwd)=([^&;\s'"<>]+)/i;

/** Forms in which configuration files assign a value: `[name, value]` are the groups. */
const assignments: readonly RegExp[] = [
  // properties, env, ini, YAML, JSON
  /^\s*(?:export\s+|set\s+|- )?["']?([\w.\-[\]]+)["']?\s*[=:](?!>)\s*(.+?)\s*[,;]?\s*$/g,
  // <property name="password" value="x"/>, <Resource password="x">
  /\bname=["']([^"']+)["']\s+value=["']([^"']*)["']/g,
  /\s([\w.-]+)=["']([^"']*)["']/g,
  // <password>x</password>, <entry key="password">x</entry>
  /<([\w.-]+)>([^<]+)<\/\1>/g,
  /\b(?:name|key)=["']([^"']+)["'][^>]*>([^<]+)</g,
  // define('DB_PASSWORD', 'x'); 'password' => 'x'; $password = 'x'
  /define\(\s*["'](\w+)["']\s*,\s*["']([^"']*)["']/g,
  /["']([\w.-]+)["']\s*=>\s*["']([^"']*)["']/g,
  /\$(\w+)\s*=\s*["']([^"']*)["']/g,
  // command lines: --password=x, -Ddb.password=x
  /(?:^|\s)-{1,2}D?([\w.-]+)=(\S+)/g,
];

/** True when a setting of this name has a secret for a value. */
export function isSecretSetting(name: string, value: string): boolean {
  return isSecretName(name) && looksLiteral(value);
}

/** Secrets in clear in a configuration file's text, one hit per line. */
export function findSecrets(text: string): SecretHit[] {
  const hits: SecretHit[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.length > 20_000) continue;
    const hit = hitOf(line);
    if (hit) hits.push({ line: i + 1, ...hit });
  }
  return hits;
}

function hitOf(line: string): Omit<SecretHit, 'line'> | undefined {
  for (const [kind, key, pattern] of signatures) if (pattern.test(line)) return { kind, key };
  // A comment still shows a key or token, but an assignment in it is mostly an example.
  if (/^\s*(#|\/\/|;|!|<!--|\*)/.test(line)) return undefined;
  const password = urlPassword.exec(line)?.[1] ?? queryPassword.exec(line)?.[1];
  if (password !== undefined && looksLiteral(password)) return { kind: 'url', key: 'URL' };
  for (const pattern of assignments) {
    for (const [, name = '', value = ''] of line.matchAll(pattern)) {
      if (isSecretSetting(name, value)) return { kind: 'assignment', key: name };
    }
  }
  return undefined;
}

function looksLiteral(value: string): boolean {
  const bare = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (isPlaceholder(bare)) return false;
  // Code and prose: a call, a class name, a sentence, the start of a block.
  if (/^[\w.$]+\(.*\)?$|^([a-z_]\w*\.){2,}\w+$|[<>{}[]$|\s\S+\s/.test(bare)) return false;
  // A path or a URL says where something is, a URN what it is.
  return !/^(\/[\w.-]+)+\/?$|^[a-z]+:\/\/[^@]*$|^urn:[a-z0-9-]+:/i.test(bare);
}
