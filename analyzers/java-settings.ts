import type { Project, SourceFile } from '../workspace/project.js';

/** One setting of a Java application's configuration file, whatever its format. */
export interface JavaSetting {
  readonly file: SourceFile;
  readonly line: number;
  /** As written, nested keys joined by dots: `spring.datasource.url`. */
  readonly key: string;
  /** As written, placeholders and all. */
  readonly value: string;
  /** The profile in which it holds, by the file's name, its folder or its document; absent: always. */
  readonly profile?: string;
}

/** A key as Spring compares them: no case, dashes or underscores. */
export function canonicalKey(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}

/** Whether a path belongs to tests only. */
export function isTestPath(path: string): boolean {
  return /(?:^|\/)(?:src\/(?:test|it|integration-?test|testFixtures)|test|tests|test-classes)\//i.test(path);
}

/** Files that Spring Boot finds by itself. */
export function isBootFile(name: string): boolean {
  return /^(?:application|bootstrap)(?:-[\w.-]+)?\.(?:properties|ya?ml)$/.test(name);
}

const environments =
  'dev|develop|development|local|test|testing|sit|uat|pre|preprod|stage|staging|beta|prod|production|prd|pro|online|release';

/** Environments in which nobody's production runs. */
export function isDevelopment(profile: string | undefined): boolean {
  return (
    profile !== undefined &&
    /^(?:dev|develop|development|local|test|testing|sit|uat|qa|junit)\b/i.test(profile)
  );
}

/** The profile that a file's name (`application-prod.yml`, `jdbc_test.properties`) or its folder (`config/prod/`) stands for. */
export function profileOfFile(file: SourceFile): string | undefined {
  if (isBootFile(file.name)) return /^(?:application|bootstrap)-([\w.-]+)\.\w+$/.exec(file.name)?.[1];
  const byName = new RegExp(`[-_.](${environments})\\.\\w+$`, 'i').exec(file.name)?.[1];
  const byFolder = new RegExp(`(?:^|/)(?:env-|config-|filter-)?(${environments})$`, 'i').exec(
    file.directory,
  )?.[1];
  return (byName ?? byFolder)?.toLowerCase();
}

const cache = new WeakMap<SourceFile, readonly JavaSetting[]>();

/** The settings of a `.properties` or YAML file, in file order; of YAML that does not parse, what its lines say. */
export function readSettings(file: SourceFile): readonly JavaSetting[] {
  const known = cache.get(file);
  if (known) return known;
  const raw = file.name.endsWith('.properties') ? readProperties(file) : readYaml(file);
  const profile = profileOfFile(file);
  const settings = raw.flatMap((document) => {
    const own = profileOfDocument(document) ?? profile;
    return document.map((entry) => ({ file, ...entry, ...(own !== undefined && { profile: own }) }));
  });
  cache.set(file, settings);
  return settings;
}

interface Entry {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

function profileOfDocument(entries: readonly Entry[]): string | undefined {
  const names = entries
    .filter(({ key }) => /^spring\.(?:config\.activate\.on-?profile|profiles)(?:\[\d+\])?$/i.test(key))
    .map(({ value }) => value.trim())
    .filter((value) => value !== '');
  return names.length === 0 ? undefined : names.join(',');
}

/** `#---` parts documents. https://docs.spring.io/spring-boot/docs/2.7.x/reference/html/features.html#features.external-config.files.multi-document */
function readProperties(file: SourceFile): readonly (readonly Entry[])[] {
  const separators = file.lines().flatMap((text, index) => (/^[#!]---\s*$/.test(text) ? [index + 1] : []));
  const bounds = [0, ...separators, Infinity];
  return bounds.slice(1).map((end, index) => {
    const start = bounds[index] ?? 0;
    return file.properties().filter(({ line }) => line > start && line < end);
  });
}

function readYaml(file: SourceFile): readonly (readonly Entry[])[] {
  const texts = splitDocuments(file.lines());
  const documents = file.yaml();
  const parsed = documents.filter(({ entries }) => entries.length > 0);
  if (parsed.length < texts.length) return texts.map(readYamlLines);
  return parsed.map(({ entries }) =>
    entries.map(({ path, value, line }) => ({ key: path, value: value === null ? '' : String(value), line })),
  );
}

type Numbered = readonly { readonly text: string; readonly line: number }[];

/** The documents of a YAML text that say anything. */
function splitDocuments(lines: readonly string[]): readonly Numbered[] {
  const documents: { text: string; line: number }[][] = [[]];
  lines.forEach((text, index) => {
    if (/^---(?:\s|$)/.test(text)) documents.push([]);
    else documents.at(-1)?.push({ text, line: index + 1 });
  });
  return documents.filter((one) => one.some(({ text }) => /^[^#]*\w[^#]*:/.test(text)));
}

/** What a YAML text says line by line, for texts that are YAML only after a build's filter: mappings and lists of scalars. */
function readYamlLines(lines: Numbered): readonly Entry[] {
  const entries: Entry[] = [];
  const open: { indent: number; key: string; items: number }[] = [];
  for (const { text, line } of lines) {
    const match = /^(\s*)(-\s+)?(?:(["']?)([\w.$@/[\]-]+)\3\s*:(?=\s|$))?\s*(.*?)\s*$/.exec(
      text.replace(/(^|\s)#.*$/, ''),
    );
    const [, blanks = '', dash, , name, value = ''] = match ?? [];
    if (name === undefined && dash === undefined) continue;
    const indent = blanks.length + (dash === undefined ? 0 : 1);
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const above = open.at(-1);
    if (dash !== undefined && above) above.items++;
    const item = above && above.items > 0 ? `[${above.items - 1}]` : '';
    const key = [above ? above.key + item : '', name ?? ''].filter((part) => part !== '').join('.');
    if (value !== '') entries.push({ key, value: value.replace(/^(["'])(.*)\1$/, '$2'), line });
    else if (name !== undefined) open.push({ indent, key, items: 0 });
  }
  return entries;
}

const settingGlobs = [
  '**/*.properties',
  '**/{application,bootstrap}*.{yml,yaml}',
  '**/{config,conf,resources}/**/*.{yml,yaml}',
];

const languages =
  'ar|bg|ca|cs|da|de|el|en|es|et|eu|fa|fi|fr|gl|he|hi|hr|hu|hy|id|it|iw|ja|ka|kk|ko|lt|lv|mk|mn|ms|nb|nl|nn|pl|pt|ro|ru|sk|sl|sq|sr|sv|sw|th|tr|uk|ur|uz|vi|zh';
const bundle = new RegExp(
  `^(?:(?:messages|i18n|ValidationMessages|ApplicationResources)(?:[-_.].*)?|.*_(?:${languages})(?:_[A-Z]{2})?\\b.*)\\.properties$`,
  'i',
);

/** True for texts in a language: `messages_ur.properties`. */
function isBundle(name: string): boolean {
  return bundle.test(name);
}

/** Files that may hold an application's own settings: not translations, not a build's or an IDE's. */
export function settingFiles(project: Project): readonly SourceFile[] {
  return project
    .find(settingGlobs)
    .filter(
      (file) =>
        !isTestPath(file.path) &&
        !/(?:^|[/!])(?:META-INF|\.settings|\.mvn|gradle|nbproject|node_modules|i18n|lang|locale|messages)\//.test(
          file.path,
        ) &&
        !isBundle(file.name) &&
        !/^(?:log4j2?|logging|gradle|gradle-wrapper|build|ant|pom|git|struts)\b.*\.properties$/i.test(
          file.name,
        ),
    );
}
