import type { FactValues } from '../../model/fact-values.js';
import type { DatabaseProduct } from '../../model/product.js';
import { isDatabase } from '../../model/product.js';
import type { SettingEntry } from '../connection-settings.js';
import { groupSettings } from '../connection-settings.js';
import { emitGroup, isSecretValue, keyOf } from '../connection-facts.js';
import { isPlain } from '../connection-url.js';
import { isSecretKey } from '../../workspace/mask.js';
import type { SourceFile } from '../../workspace/project.js';
import { isWithin, joinPath } from '../paths.js';
import { productDirectories } from '../php-products.js';
import type { PhpContext } from './context.js';
import { databaseOfCode } from './database-calls.js';
import { settingsOfCode } from './settings.js';

type Purpose = FactValues['config-file']['purpose'];
type Format = FactValues['config-file']['format'];

const exampleName = /(^|[.\-_/])(example|sample|dist|default|template|tpl|bak|orig)([.\-_]|$)/i;
const configName =
  /(^|\/)(config(uration)?|conf|cfg|settings?|setting|parameters|database|db|dbconfig|conn(ect(ion)?)?|local(settings)?|env(ironment)?|constants?|params|main-local|params-local|web|console|main)([.\-_][\w.-]*)?\.(php|inc|ya?ml|ini|json|xml|conf)$|(^|\/)(config|conf|etc|settings)\/[^/]+\.(php|inc|ya?ml|ini|json|xml)$|(^|\/)[\w-]*(config|settings)[\w.-]*\.(php|inc|ini|ya?ml|xml)$/i;
const dataFiles = [
  '**/*.ini',
  '**/*.{yml,yaml}',
  '**/{config,conf,etc,settings}/**/*.json',
  '**/*{config,settings,parameters,database}*.json',
];
const notConfiguration =
  /(^|\/)(composer|package|package-lock|tsconfig|phpcs|phpunit|phpstan|bower|docker-compose[\w.-]*|compose)(\.\w+)+$|(^|\/)(\.github|\.gitlab|node_modules|tests?|locales?|lang|languages?|localization|i18n|translations?|migrations)\//i;

/** Emits what configuration in code and in data files says: databases, services, credentials, and the files themselves. */
export function extractConfiguration(context: PhpContext): readonly DatabaseProduct[] {
  const assumed = databaseOfCode(context) ?? databaseOfProduct(context);
  const databases: DatabaseProduct[] = [];
  const files = [
    ...context.sources.map((source) => ({ file: source.file, entries: settingsOfCode(context, source) })),
    ...dataSettings(context),
  ];
  for (const { file, entries } of files) {
    const example = exampleName.test(file.name);
    const told = new Set<SettingEntry>();
    const services = groupSettings(entries).flatMap((group) => {
      const options = { collector: context.collector, by: context.by, unit: context.unit, example };
      const service = emitGroup(
        group,
        assumed === undefined ? options : { ...options, assumedDatabase: assumed },
      );
      if (service === undefined) return [];
      for (const entry of group.entries.values()) told.add(entry);
      return [service];
    });
    databases.push(...services.filter((service) => isDatabase(service)));
    const secrets = example
      ? []
      : entries.filter((entry) => !told.has(entry) && isSecretSetting(entry, file));
    for (const secret of secrets) emitSecret(context, secret);
    const settingsOnly = isSettingsOnly(context, file);
    if (settingsOnly && (services.length > 0 || configName.test(file.path))) {
      const database = services.some((service) => isDatabase(service));
      emitConfigFile(context, file, {
        database,
        services: services.length,
        secrets: secrets.length,
        entries,
      });
    }
  }
  return databases;
}

function databaseOfProduct(context: PhpContext): DatabaseProduct | undefined {
  return productDirectories(context.project).find(
    (product) => isWithin(product.root, context.unit) && product.rule.database !== undefined,
  )?.rule.database;
}

/** A class called `Config` is code, a file of constants and arrays is configuration. */
function isSettingsOnly(context: PhpContext, file: SourceFile): boolean {
  const php = context.sources.find((source) => source.file === file)?.php;
  if (!php) return true;
  const settings = php.constants.length + php.returned.length + php.assignments.length;
  return (
    php.classes.length === 0 && php.functions.length === 0 && settings > 0 && settings * 2 > php.calls.length
  );
}

/** Settings in INI, YAML and JSON files of the application. */
function dataSettings(context: PhpContext): { file: SourceFile; entries: SettingEntry[] }[] {
  return context.project
    .find(dataFiles)
    .filter((file) => isOfApplication(context, file) && !notConfiguration.test(file.path))
    .map((file) => ({ file, entries: entriesOf(file) }));
}

function isOfApplication(context: PhpContext, file: SourceFile): boolean {
  return file.archive === '' && (context.unit === '' || file.path.startsWith(`${context.unit}/`));
}

function entriesOf(file: SourceFile): SettingEntry[] {
  if (/\.ini$/i.test(file.name)) return iniEntries(file);
  if (!/\.(ya?ml|json)$/i.test(file.name)) return [];
  return file.yaml().flatMap((document) =>
    document.entries.map((entry) => {
      const variable = /^%env\((?:\w+:)*(\w+)\)%$|^\$\{(\w+)(?::-?([^}]*))?\}$/.exec(String(entry.value));
      const value = variable ? variable[3] : entry.value === null ? undefined : String(entry.value);
      const name = variable?.[1] ?? variable?.[2];
      return {
        file,
        line: entry.line,
        path: entry.path.split('.'),
        ...(value === undefined ? {} : { value }),
        ...(name === undefined ? {} : { configuredBy: name }),
      };
    }),
  );
}

function iniEntries(file: SourceFile): SettingEntry[] {
  let section: string[] = [];
  return file.lines().flatMap((text, index) => {
    const header = /^\s*\[([^\]]+)\]/.exec(text);
    if (header) section = (header[1] ?? '').split(/[:.]/).map((part) => part.trim());
    const setting = /^\s*([\w.[\]-]+)\s*=\s*(.*?)\s*$/.exec(text);
    if (!setting || /^\s*[;#]/.test(text)) return [];
    const value = (setting[2] ?? '').replace(/^(["'])(.*)\1$/, '$2');
    return [{ file, line: index + 1, path: [...section, ...(setting[1] ?? '').split('.')], value }];
  });
}

/** Passwords and logins of services are told with their service; these are the others: keys, salts, tokens. */
function isSecretSetting(entry: SettingEntry, file: SourceFile): boolean {
  const key = entry.path.at(-1) ?? '';
  const named = isSecretKey(key) && !/pass(word|wd)?$|pwd$/i.test(key) && entry.path.length < 6;
  const code = /\.(php\d?|inc|phtml)$/i.test(file.name);
  const constantLike = !code || entry.path.length > 1 || /^[A-Z_]/.test(key) || configName.test(file.path);
  return (
    named &&
    constantLike &&
    isSecretValue(entry.value) &&
    (entry.value ?? '').length >= 6 &&
    !/\s/.test(entry.value ?? '')
  );
}

function emitSecret(context: PhpContext, entry: SettingEntry): void {
  const key = keyOf(entry);
  const purpose = /session|cookie/i.test(key)
    ? 'session'
    : /api|token|app|access|client|secret/i.test(key)
      ? 'api'
      : 'other';
  context.collector.add(
    'credential',
    context.unit,
    { key, purpose },
    entry.file.evidence(context.by, entry.line),
  );
}

function emitConfigFile(
  context: PhpContext,
  file: SourceFile,
  found: { database: boolean; services: number; secrets: number; entries: readonly SettingEntry[] },
): void {
  const passwords = found.entries.filter(
    (entry) => isSecretKey(entry.path.at(-1) ?? '') && isSecretValue(entry.value),
  );
  const addresses = found.entries.some(
    (entry) => isPlain(entry.value) && /^(https?:\/\/|\d+\.\d+\.\d+\.\d+)/.test(entry.value),
  );
  const secret =
    found.secrets > 0 || (passwords.length > 0 && (found.services > 0 || configName.test(file.path)));
  context.collector.add(
    'config-file',
    context.unit,
    {
      path: file.path,
      format: formatOf(file.name),
      purpose: purposeOf(file, found.database),
      containsSecrets: secret && !exampleName.test(file.name),
      environmentSpecific: found.services > 0 || secret || addresses,
    },
    file.evidence(context.by, found.entries[0]?.line ?? 1),
    found.services > 0 ? 'declared' : 'inferred',
  );
}

function purposeOf(file: SourceFile, database: boolean): Purpose {
  if (/log(ging|ger|4php)?\.(php|ya?ml|xml|ini)$/i.test(file.name)) return 'logging';
  if (/^(cache|redis|memcached?)\./i.test(file.name)) return 'cache';
  return database && !/^(config|settings|app|application|parameters|local|main|web)\b/i.test(file.name)
    ? 'database'
    : 'application';
}

function formatOf(name: string): Format {
  const extension = joinPath(name).split('.').at(-1)?.toLowerCase() ?? '';
  if (/^(php\d?|inc|phtml)$/.test(extension)) return 'php';
  if (/^ya?ml$/.test(extension)) return 'yaml';
  return extension === 'ini' || extension === 'json' || extension === 'xml' ? extension : 'other';
}
