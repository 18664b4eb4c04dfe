import type { FactValues } from '../../model/fact-values.js';
import { isSecretKey } from '../../workspace/mask.js';
import type { SourceFile } from '../../workspace/project.js';
import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { emitGroup, isSecretValue } from '../connection-facts.js';
import { groupSettings } from '../connection-settings.js';
import type { SettingEntry } from '../connection-settings.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import { phpApplicationOf } from '../php-application.js';

const by = 'dotenv';
const example =
  /\.(example|sample|dist|template|tpl|defaults?)$|^(example|sample)\.env|env\.(example|sample)/i;

/** Reads .env files. https://github.com/vlucas/phpdotenv and https://github.com/motdotla/dotenv */
export const dotenvAnalyzer: Analyzer = {
  id: by,
  title: { en: '.env files', 'zh-CN': '.env 文件' },
  files: ['**/.env', '**/.env.*', '**/*.env', '**/env.example', '**/env'],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) {
      const entries = entriesOf(file);
      if (entries.length === 0 || isProgram(file)) continue;
      const unit = phpApplicationOf(project, file.path) ?? file.directory;
      emitFile(file, { unit, collector, entries, isExample: example.test(file.name) });
    }
    return collector.result();
  },
};

/** What a shell or an interpreter runs sets variables for itself; ZooKeeper's `java.env` is such a script. */
function isProgram(file: SourceFile): boolean {
  const byName = /\.(js|ts|php|sh|md|json)$|^java\.env$/i.test(file.name);
  return byName || (file.lines()[0] ?? '').startsWith('#!');
}

/** `NAME=value` lines; `[section]` headers of ThinkPHP's files become a prefix, as it names its variables. */
function entriesOf(file: SourceFile): (SettingEntry & { readonly name: string })[] {
  let section = '';
  return file.lines().flatMap((text, index) => {
    const header = /^\s*\[(\w+)\]\s*$/.exec(text)?.[1];
    if (header !== undefined) section = `${header}_`;
    const match = /^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*(.*?)\s*$/.exec(text);
    if (!match?.[1] || /^\s*[#;]/.test(text)) return [];
    const name = `${section}${match[1]}`;
    const raw = match[2] ?? '';
    const quoted = /^(["'])(.*)\1/.exec(raw)?.[2];
    const value = quoted ?? raw.replace(/\s+#.*$/, '');
    return [{ file, line: index + 1, path: [name], name, value, configuredBy: name }];
  });
}

interface Given {
  readonly unit: string;
  readonly collector: FactCollector;
  readonly entries: readonly (SettingEntry & { readonly name: string })[];
  readonly isExample: boolean;
}

function emitFile(file: SourceFile, { unit, collector, entries, isExample }: Given): void {
  const certainty = isExample ? 'inferred' : 'declared';
  for (const entry of entries) {
    const value = entry.value ?? '';
    const shown = isSecretKey(entry.name) || value === '' ? {} : { default: withoutPassword(value) };
    const evidence = file.evidence(by, entry.line);
    const fact = { name: entry.name, ...shown, required: false, source: 'environment' } as const;
    collector.add('env-var', unit, fact, evidence, certainty);
    emitMeaning(entry, { unit, collector });
  }
  const told = new Set<SettingEntry>();
  for (const group of groupSettings(entries)) {
    if (emitGroup(group, { collector, by, unit, example: isExample }) === undefined) continue;
    for (const entry of group.entries.values()) told.add(entry);
  }
  const secrets = isExample
    ? []
    : entries.filter((entry) => isSecretKey(entry.name) && isSecretValue(entry.value));
  for (const entry of secrets.filter((one) => !told.has(one))) {
    const purpose = /mail|smtp/i.test(entry.name)
      ? 'mail'
      : /redis|cache/i.test(entry.name)
        ? 'cache'
        : /APP_(KEY|SECRET)|session|cookie/i.test(entry.name)
          ? 'session'
          : 'api';
    collector.add('credential', unit, { key: entry.name, purpose }, file.evidence(by, entry.line));
  }
  collector.add(
    'config-file',
    unit,
    {
      path: file.path,
      format: 'env',
      purpose: 'application',
      containsSecrets: secrets.length > 0,
      environmentSpecific: true,
    },
    file.evidence(by, 1),
    certainty,
  );
}

function withoutPassword(value: string): string {
  return value.replace(/(:\/\/[^:@/\s]*:)[^@/\s]+@/, '$1***@');
}

type Store = FactValues['session-state']['store'];
const stores: ReadonlyMap<string, Store> = new Map<string, Store>([
  ['file', 'file'],
  ['native', 'file'],
  ['redis', 'redis'],
  ['database', 'jdbc'],
  ['pdo', 'jdbc'],
  ['memcached', 'memcached'],
  ['memcache', 'memcached'],
  ['cookie', 'none'],
  ['array', 'memory'],
]);

/** Variables whose names mean the same everywhere: Laravel's and Symfony's. */
function emitMeaning(
  entry: SettingEntry & { readonly name: string },
  { unit, collector }: { unit: string; collector: FactCollector },
): void {
  const value = (entry.value ?? '').toLowerCase();
  const evidence = entry.file.evidence(by, entry.line);
  const store = /^SESSION_(DRIVER|STORE|TYPE)$/i.test(entry.name) ? stores.get(value) : undefined;
  if (store) collector.add('session-state', unit, { store }, evidence);
  if (/^LOG_CHANNEL$/.test(entry.name)) {
    const target = value === 'stderr' ? 'stderr' : value === 'syslog' ? 'syslog' : 'file';
    const path = target === 'file' ? { path: 'storage/logs/laravel.log' } : {};
    collector.add('log-sink', unit, { target, ...path, framework: 'monolog' }, evidence, 'inferred');
  }
  if (/^(QUEUE_CONNECTION|QUEUE_DRIVER)$/.test(entry.name) && !/^(sync|null|)$/.test(value)) {
    collector.add('worker', unit, { name: 'queue', command: 'php artisan queue:work' }, evidence, 'inferred');
  }
  if (/^(APP_TIMEZONE|TZ)$/.test(entry.name) && value !== '')
    collector.add('timezone', unit, { zone: entry.value ?? '' }, evidence);
}
