/** What stands where a secret stood. */
export const mask = '***';

/** How a line is read: in code only quoted literals are values; elsewhere whatever follows the key is. */
export interface MaskOptions {
  readonly syntax?: 'code' | 'configuration';
  /** The lines before, nearest last: a `<name>` on one line can make the `<value>` on the next a secret. */
  readonly before?: readonly string[];
}

const secretWords =
  'pass(?:word|wd|phrase|code)?|pwd|pw|secret|salt|credentials?|token|private[-_.]?key|(?:api|app|access|account|auth|secret|sign(?:ing)?|encrypt(?:ion)?|encryptor|cipher|aes|des|rsa|hmac|jwt|master|shared|session|logged[-_]in|nonce|security|admin|site|crypt|cookie|md5|hash)[-_.]?key(?:[-_.]?secret)?|requirepass|master(?:auth|pass)|passwords|passphrases|密码|口令|密钥';
const keyTail = '(?:[-_.]?(?:value|text|default|plain|\\d+))?';
const secretKey = new RegExp(`(?:${secretWords})${keyTail}$`, 'i');
/** A key as part of a longer line: its last word is secret. */
const keyCharacter = '[\\w.$\\-\\[\\]\\u4e00-\\u9fff]';
const key = `(?<!${keyCharacter})${keyCharacter}*(?:${secretWords})${keyTail}`;

/** True if a setting of that name (`db.password`, `DB_PASSWD`, `secretKey`) holds a secret. */
export function isSecretKey(name: string): boolean {
  return secretKey.test(name.replace(/['"\]]+$/, ''));
}

/** A reference to a value that stands elsewhere is no secret; its default may be. */
function maskValue(value: string): string {
  const bare = value.trim();
  if (bare === '' || /^(?:null|nil|none|undefined)$/i.test(bare)) return value;
  const reference = /^(\$\{[^:}]+)(?::(.*))?\}$/.exec(bare);
  if (reference) return reference[2] ? `${reference[1]}:${mask}}` : value;
  if (/^(?:#\{.*\}|@[\w.-]+@|%[\w()]+%|\$\w+|\$\(\w+\)|\*+|<[\w -]+>)$/.test(bare)) return value;
  return mask;
}

type Rule = readonly [RegExp, (...groups: string[]) => string];

const quoted = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'`;
const maskQuoted = (literal: string): string =>
  literal.length < 3 ? literal : `${literal.charAt(0)}${maskValue(literal.slice(1, -1))}${literal.charAt(0)}`;
const second = new RegExp(`(,\\s*(?:\\w+\\s*=\\s*)?)(${quoted})`);

/** Masks the n-th and later quoted arguments of a call that takes credentials. */
function maskArguments(call: string, from: number): string {
  let position = 0;
  return call.replace(new RegExp(`[,(]\\s*(?:${quoted})|[,(]`, 'g'), (argument) => {
    const index = position++;
    return index >= from && /["']/.test(argument)
      ? argument.replace(new RegExp(quoted), maskQuoted)
      : argument;
  });
}

const everywhere: readonly Rule[] = [
  // user:password@host in any URL, and Oracle's thin:user/password@host
  [
    /([a-z][\w+.-]*:\/\/[^\s:/@"'<>]*:)([^\s/"'<>]+)(@)/gi,
    (_, a = '', b = '', c = '') => a + maskValue(b) + c,
  ],
  [/(jdbc:oracle:\w+:[^/\s"']+\/)([^@\s"']+)(@)/gi, (_, a = '', b = '', c = '') => a + maskValue(b) + c],
  // parameters of a URL or a connection string: ?password=x&  ;pwd=x;
  [
    new RegExp(`([?&;](?:amp;)?\\s*${key}\\s*=)([^&;"'<>\\s]+)`, 'gi'),
    (_, a = '', b = '') => a + maskValue(b),
  ],
  // well-known forms of secrets, whatever the key
  [/\b(?:AKIA|ASIA|LTAI|AKID)[0-9A-Za-z]{12,}\b/g, () => mask],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, () => mask],
  [/\bgh[pousr]_\w{20,}|\bxox[abprs]-[\w-]{10,}|\bsk_live_\w{10,}/g, () => mask],
  [/(\b(?:Basic|Bearer)\s+)([A-Za-z0-9+/_.=-]{8,})/g, (_, a = '') => a + mask],
  [/\$(?:apr1|2[aby]|[156]|P|H)\$[\w./$]{8,}/g, () => mask],
  [/\{(?:S?SHA|S?MD5|CRYPT|XOR|AES|3DES)[^}]*\}[\w+/=]{4,}/gi, () => mask],
  // calls that take user and password
  [
    /\b(?:mysqli?_p?connect|mysqli_real_connect|new\s+mysqli|new\s+PDO|oci_p?connect|ocilogon|mssql_p?connect|sybase_p?connect|odbc_p?connect|db2_p?connect|ibase_p?connect|getConnection|ftp_login|ldap_bind|imap_open|ssh2_auth_password|UsernamePasswordCredentials|UsernamePasswordAuthenticationToken|PasswordAuthentication)\s*\(.*/gi,
    (call) =>
      maskArguments(
        call,
        /PDO|getConnection|mysql|mssql|sybase|odbc|db2|ibase|ftp_|ldap_|imap|ssh2/i.test(call) ? 2 : 1,
      ),
  ],
  // SQL: IDENTIFIED BY 'x', WITH PASSWORD 'x'
  [
    /(\b(?:IDENTIFIED\s+(?:WITH\s+\S+\s+)?BY|(?:WITH|ENCRYPTED)\s+PASSWORD)\s+(?:PASSWORD\s+)?)('[^']+'|"[^"]+")/gi,
    (_, a = '', b = '') => a + maskQuoted(b),
  ],
  // SQL: MD5('x') of a first password
  [
    /(\b(?:MD5|SHA1?|SHA2|PASSWORD|OLD_PASSWORD)\s*\(\s*)('[^']+')(?=\s*[,)])/g,
    (_, a = '', b = '') => a + maskQuoted(b),
  ],
  // define('DB_PASSWORD', 'x'), put("password", "x"), setProperty("password", "x")
  [
    new RegExp(`((["'])${key}\\2)(\\s*,\\s*(?:${quoted}))`, 'gi'),
    (_, a = '', __, b = '') => a + b.replace(second, (___, c: string, d: string) => c + maskQuoted(d)),
  ],
  // password = "x", "password": "x", 'password' => 'x', setPassword("x"), $cfg['password'] = 'x', env.PASSWORD ?? 'x'
  [
    new RegExp(`(${key}["']?\\]?\\s*(?::=|=>|\\?\\?=?|\\|\\|=?|\\?:|[=:(])\\s*@?)(${quoted})`, 'gi'),
    (_, a = '', b = '') => a + maskQuoted(b),
  ],
  [
    new RegExp(`(${key}\\)?\\.equals(?:IgnoreCase)?\\()(${quoted})`, 'gi'),
    (_, a = '', b = '') => a + maskQuoted(b),
  ],
  [
    new RegExp(`(${quoted})(\\.equals(?:IgnoreCase)?\\(${key})`, 'gi'),
    (_, a = '', b = '') => maskQuoted(a) + b,
  ],
];

/** What stands in an element, plain or as CDATA. */
const content = '<!\\[CDATA\\[.*?\\]\\]>|[^<]+';

const configuration: readonly Rule[] = [
  // <property name="password" value="x"/> in either order, <entry key="password">x</entry>
  [
    new RegExp(
      `(\\b(?:name|key|id)\\s*=\\s*["']${key}["'][^>]*?\\b(?:value|default)\\s*=\\s*)(${quoted})`,
      'gi',
    ),
    (_, a = '', b = '') => a + maskQuoted(b),
  ],
  [
    new RegExp(`(\\bvalue\\s*=\\s*)(${quoted})([^>]*?\\b(?:name|key|id)\\s*=\\s*["']${key}["'])`, 'gi'),
    (_, a = '', b = '', c = '') => a + maskQuoted(b) + c,
  ],
  [
    new RegExp(`(\\b(?:name|key|id)\\s*=\\s*["']${key}["'][^>]*>(?:\\s*<value>)?)([^<]+)`, 'gi'),
    (_, a = '', b = '') => a + maskValue(b),
  ],
  // <param-name>password</param-name><param-value>x</param-value>, env-entry, <name>password</name><value>x</value>
  [
    new RegExp(
      `(<(?:[\\w-]+:)?(?:[\\w-]*name|key)>\\s*(?:[^<]*/)?${key}\\s*</[\\w:-]+>(?:\\s*<([\\w:-]*type|description)>[^<]*</\\2>)*\\s*<[\\w:-]*value[^>]*>)(${content})`,
      'gi',
    ),
    (_, a = '', __, b = '') => a + maskValue(b),
  ],
  // the same with the value first
  [
    new RegExp(
      `(<[\\w:-]*value>)(${content})(</[\\w:-]*value>(?:\\s*<([\\w:-]*type|description)>[^<]*</\\4>)*\\s*<(?:[\\w-]+:)?(?:[\\w-]*name|key)>\\s*(?:[^<]*/)?${key}\\s*<)`,
      'gi',
    ),
    (_, a = '', b = '', c = '') => a + maskValue(b) + c,
  ],
  // <password>x</password>, <db:password>
  [
    new RegExp(`(<(?:[\\w-]+:)?${key}(?:\\s[^>]*)?>)(${content})`, 'gi'),
    (_, a = '', b = '') => a + maskValue(b),
  ],
  // { name: DB_PASSWORD, value: x }
  [
    new RegExp(`(\\bname["']?\\s*:\\s*["']?${key}["']?\\s*,?\\s+["']?value["']?\\s*:\\s*)([^\\s,}]+)`, 'gi'),
    (_, a = '', b = '') => a + maskValue(b),
  ],
  // Dockerfile: ENV DB_PASSWORD x
  [new RegExp(`(^\\s*ENV\\s+${key}\\s+)(\\S.*)$`, 'i'), (_, a = '', b = '') => a + maskValue(b)],
  // -Ddb.password=x --password=x --password x
  [
    new RegExp(`((?<=[\\s"'=,[(]|^)(?=-)${key}(?:=|\\s+))(?!-)([^\\s"']+)`, 'gi'),
    (_, a = '', b = '') => a + maskValue(b),
  ],
  [/(\bmysql\w*\s.*?\s-p)([^\s-]\S*)/g, (_, a = '') => a + mask],
  [/(\b(?:redis-cli|ldap\w+)\s(?:.*\s)?-[aw]\s+)(\S+)/g, (_, a = '', b = '') => a + maskValue(b)],
  [/(\bsshpass\s+-p\s*)(\S+)/g, (_, a = '', b = '') => a + maskValue(b)],
  // Oracle's tools take user/password@service
  [
    /(\b(?:sqlplus|exp|imp|expdp|impdp|sqlldr)\s+(?:-\w+\s+)*\w+\/)([^\s@/]+)/gi,
    (_, a = '', b = '') => a + maskValue(b),
  ],
  [/(\s(?:-u|--user)[ =][^\s:]+:)(\S+)/g, (_, a = '') => a + mask],
  // password=x, password: x
  [
    new RegExp(
      `^(\\s*(?:[-+!#;*/]+\\s*)?(?:(?:export|set|env)\\s+|Environment\\s*=\\s*)?["']?${key}["']?\\s*[=:]\\s*)([^\\s"'][^]*)$`,
      'i',
    ),
    (_, a = '', b = '') => a + maskValue(b),
  ],
  // redis.conf, haproxy.cfg, snmpd.conf: a directive and its argument
  [
    /^(\s*(?:requirepass|masterauth|masteruser|(?:sentinel\s+auth-pass\s+\S+)|auth_pass|(?:user\s+\S+\s+)?(?:insecure-)?password|rootpw|bindpw)\s+)(\S+)/i,
    (_, a = '', b = '') => a + maskValue(b),
  ],
];

/** Replaces every secret in a line by `***`. A line that is nothing but a long Base64 text is taken for a key. */
export function maskSecrets(line: string, options: MaskOptions = {}): string {
  if (/^\s*[A-Za-z0-9+/]{48,}={0,2}\s*$/.test(line)) return mask;
  let masked = line;
  for (const [pattern, replace] of everywhere) masked = masked.replace(pattern, replace);
  if (options.syntax !== 'code') {
    for (const [pattern, replace] of configuration) masked = masked.replace(pattern, replace);
  }
  return followsSecretName(options.before ?? []) ? maskElements(masked) : masked;
}

const opensSecret = new RegExp(
  `(?:<(?:[\\w-]+:)?(?:param-name|name|key|env-entry-name|config-property-name)>\\s*${key}\\s*</|\\b(?:name|key|id)\\s*=\\s*["']${key}["'][^>/]*>?\\s*$|<(?:[\\w-]+:)?${key}>\\s*$|\\bname["']?\\s*[:=]\\s*["']?${key}["']?,?\\s*$|^\\s*["']?${key}["']?\\s*:\\s*[|>][+-]?\\s*$)`,
  'i',
);

/** The nearest line before that says anything names a secret and leaves its value to the next line. */
function followsSecretName(before: readonly string[]): boolean {
  const nearest = before.findLast((line) => line.trim() !== '');
  return (
    nearest !== undefined &&
    opensSecret.test(nearest) &&
    !/<\/(?:property|entry|context-param|init-param)>/.test(nearest)
  );
}

function maskElements(line: string): string {
  const setting = /^(\s*["']?(?:value|default)["']?\s*[:=]\s*)(.+)$/i.exec(line);
  if (setting) return `${setting[1]}${maskValue(setting[2] ?? '')}`;
  return line
    .replace(/(<[\w:-]*value[^>]*>)([^<]+)/i, (_, a: string, b: string) => a + maskValue(b))
    .replace(
      new RegExp(`(\\bvalue\\s*=\\s*)(${quoted})`, 'i'),
      (_, a: string, b: string) => a + maskQuoted(b),
    )
    .replace(/^(\s*)([^\s<][^<]*)/, (_, a: string, b: string) => a + maskValue(b));
}
