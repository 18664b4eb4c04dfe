import type { ServiceProduct } from '../model/product.js';
import type { SourceFile } from '../workspace/project.js';
import { parentOf } from './paths.js';

/** One setting of a configuration file or of code, whatever the format: `$db['default']['hostname']`, `DB_HOST`, `db.host`. */
export interface SettingEntry {
  readonly file: SourceFile;
  readonly line: number;
  /** The key's parts, outermost first. */
  readonly path: readonly string[];
  /** Known text only. */
  readonly value?: string;
  /** The environment variable that sets it, when it has one. */
  readonly configuredBy?: string;
}

export type SettingRole = 'host' | 'port' | 'user' | 'password' | 'name' | 'driver' | 'url' | 'charset';

/** Settings that together say how one service is reached. */
export interface SettingGroup {
  readonly file: SourceFile;
  /** Words of the keys' common part (and of the file's name), lower case: what kind of service it is. */
  readonly words: readonly string[];
  readonly entries: ReadonlyMap<SettingRole, SettingEntry>;
}

/** Words at the end of a key that say what it is; the longer ones first. */
const roles: readonly (readonly [SettingRole, string])[] = [
  [
    'host',
    'hostname|servername|hostspec|host_name|server_name|master_host|dbserver|server|address|host|addr|ip',
  ],
  ['port', 'hostport|host_port|port'],
  ['user', 'username|user_name|userid|user_id|loginname|login|user|usr|uid|account'],
  ['password', 'password|passwd|passphrase|pass_word|pass|pwd|psw|pw'],
  ['charset', 'charset|char_set|encoding'],
  ['driver', 'dbdriver|driver|dbtype|db_type|type|adapter|dialect|engine|connection_type'],
  ['url', 'dsn|url|uri|connection_string|connectionstring'],
  ['name', 'database|schema|name|db|sid|service_name'],
];

const roleAtEnd = new RegExp(
  `^(.*?)[._-]?(?:${roles.map(([role, words]) => `(?<${role}>${words})`).join('|')})$`,
);

/** Whether a key speaks of a connection at all: only then is its value worth finding out. */
export function isConnectionKey(path: readonly string[]): boolean {
  return splitKey(path) !== undefined;
}

/** Groups settings by file and by what their keys have in common. Keys that say nothing of a connection are left out. */
export function groupSettings(entries: readonly SettingEntry[]): readonly SettingGroup[] {
  const groups = new Map<
    string,
    { file: SourceFile; words: string[]; entries: Map<SettingRole, SettingEntry> }
  >();
  for (const entry of entries) {
    const key = splitKey(entry.path);
    if (!key) continue;
    const id = `${entry.file.path}\n${key.prefix}`;
    const group = groups.get(id) ?? { file: entry.file, words: wordsOf(key.prefix), entries: new Map() };
    // The first one wins: later ones are usually overrides in a branch.
    if (!group.entries.has(key.role)) group.entries.set(key.role, entry);
    groups.set(id, group);
  }
  return joinHalves([...groups.values()]);
}

function splitKey(path: readonly string[]): { prefix: string; role: SettingRole } | undefined {
  // Keys of lists of words ("E-mail Address") are nobody's setting.
  if (path.some((part) => !/^[\w.:/\\-]*$/.test(part))) return undefined;
  const parts = path.map(toSnakeCase);
  const match = roleAtEnd.exec(parts.at(-1) ?? '');
  const role = roles.find(([name]) => match?.groups?.[name] !== undefined)?.[0];
  if (!match || !role) return undefined;
  const stem = (match[1] ?? '').replace(/[._-]+$/, '');
  // `dbname` beside `host` in a section `[database]` belongs to that section.
  const repeated =
    /^(db|database|mysql)$/.test(stem) && serviceOfWords(wordsOf(parts.slice(0, -1).join('.'))) !== undefined;
  const own = repeated ? '' : stem;
  const prefix = [...parts.slice(0, -1), own].filter((part) => part !== '').join('.');
  const mailAddress = role === 'host' && /addr(ess)?$/.test(parts.at(-1) ?? '') && prefix.includes('mail');
  return mailAddress ? undefined : { prefix, role };
}

function toSnakeCase(part: string): string {
  return part.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

function wordsOf(prefix: string): string[] {
  return prefix.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

type MutableGroup = SettingGroup & { readonly entries: Map<SettingRole, SettingEntry> };

/** `$servername`, `$username` and `$dbname` of one file are one connection though their keys have nothing in common. */
function joinHalves(groups: readonly MutableGroup[]): readonly SettingGroup[] {
  const bare = groups.filter((group) => group.words.length === 0);
  const rest = groups.filter((group) => group.words.length > 0);
  return [
    ...rest,
    ...bare.filter((group) => {
      const half = rest.find(
        (other) =>
          other.file === group.file &&
          serviceOfWords(other.words) === 'unknown' &&
          other.words.length === 1 &&
          ![...group.entries.keys()].some((role) => other.entries.has(role)),
      );
      for (const [role, entry] of half ? group.entries : []) half?.entries.set(role, entry);
      return half === undefined;
    }),
  ];
}

const serviceWords: readonly (readonly [RegExp, ServiceProduct])[] = [
  [/^redis/, 'redis'],
  [/^(memcached?|mem)$/, 'memcached'],
  [/^(mail|mailer|smtp|email|phpmailer)$/, 'smtp'],
  [/^(imap|pop3)$/, 'imap'],
  [/^(ldap|ad)$/, 'ldap'],
  [/^sftp$/, 'sftp'],
  [/^ftp$/, 'ftp'],
  [/^mongo(db)?$/, 'mongodb'],
  [/^(rabbit|rabbitmq|amqp)$/, 'rabbitmq'],
  [/^(activemq|stomp)$/, 'activemq'],
  [/^(elastic|elasticsearch|es)$/, 'elasticsearch'],
  [/^(solr)$/, 'solr'],
  [/^kafka$/, 'kafka'],
  [/^(zookeeper|zk)$/, 'zookeeper'],
  [/^minio$/, 'minio'],
  [/^s3$/, 's3'],
  [/^(mysql|mysqli|mysqld)\d?$/, 'mysql'],
  [/^mariadb$/, 'mariadb'],
  [/^(pgsql|postgres|postgresql|pg)\d?$/, 'postgresql'],
  [/^(oracle|oci|oci8|ora)$/, 'oracle'],
  [/^(mssql|sqlsrv|sqlserver)$/, 'sqlserver'],
  [/^sqlite3?$/, 'sqlite'],
  [
    /^(db|db[0-9]|database|databases|sql|pdo|datasource|dbal|doctrine|dbconfig|mydb|conn|connection|connections)$/,
    'unknown',
  ],
  [/^(my|cfg|conf|the|app|site|g)?(db)(master|slave|read|write|\d)?$/, 'unknown'],
];

/**
 * The service that the words of a group's keys speak of; `unknown` is a database of which the words say no more.
 * A word for a product beats a word for databases in general.
 */
export function serviceOfWords(words: readonly string[]): ServiceProduct | undefined {
  const found = [...words]
    .reverse()
    .flatMap((word) => serviceWords.filter(([pattern]) => pattern.test(word)).map(([, service]) => service));
  return found.find((service) => service !== 'unknown') ?? found[0];
}

/** The service of a group: by its keys, its variables, its file's name, or (host, name and login together) a database. */
export function serviceOfGroup(group: SettingGroup): ServiceProduct | undefined {
  const variables = [...group.entries.values()].flatMap((entry) =>
    wordsOf((entry.configuredBy ?? '').toLowerCase()),
  );
  const byKeys = serviceOfWords(group.words) ?? serviceOfWords(variables);
  if (byKeys) return byKeys;
  const has = (role: SettingRole): boolean => group.entries.has(role);
  const login = has('user') || has('password');
  const byFile = serviceOfWords(wordsOf(group.file.name.toLowerCase().replace(/\.\w+$/, '')));
  if (byFile && has('host') && (login || has('name') || has('port'))) return byFile;
  const inDatabaseFolder = /(^|\/)(db|database)s?$/.test(parentOf(group.file.path));
  return has('host') && login && (has('name') || inDatabaseFolder) ? 'unknown' : undefined;
}
