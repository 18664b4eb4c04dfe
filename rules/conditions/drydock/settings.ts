import type { SourceFile } from '../../../workspace/project.js';
import { remember, searchText, type Scope } from '../../engine/scope.js';
import type { Setting } from './named-value.js';
import { javaSettings, phpSettings } from './settings-in-code.js';
import { xmlSettings } from './settings-in-xml.js';

export const settingFormats = [
  'properties',
  'yaml',
  'ini',
  'env',
  'json',
  'xml',
  'php',
  'java',
  'script',
] as const;

export type SettingFormat = (typeof settingFormats)[number];

/** Settings of one format in all files of the scope; read once. Texts for people (resource bundles) are none. */
export function settingsOf(scope: Scope, format: SettingFormat): readonly Setting[] {
  return remember(scope, `settings:${format}`, () => {
    if (format === 'java') return scope.java.flatMap((file) => javaSettings(file));
    const files = format === 'php' ? scope.php : scope.files.filter((file) => names[format].test(file.name));
    const paths = remember(scope, 'paths', () => new Set(scope.files.map((file) => file.path)));
    return files.filter((file) => !isForPeople(file, paths)).flatMap((file) => readers[format](file, scope));
  });
}

const names: Readonly<Record<Exclude<SettingFormat, 'java' | 'php'>, RegExp>> = {
  properties: /\.properties$/i,
  yaml: /^(?!(docker-)?compose|openapi|swagger).*\.ya?ml$/i,
  ini: /\.(ini|cnf|conf|cfg|toml)$/i,
  env: /^\.env(\.[\w-]+)?$|\.env$/i,
  json: /^(?!(package|composer|tsconfig|bower|swagger|openapi|manifest|angular)[.\w-]*\.).*\.json$/i,
  xml: /\.(xml|config)$/i,
  script: /\.(sh|bash|ksh|bat|cmd)$/i,
};

type Reader = (file: SourceFile, scope: Scope) => readonly Setting[];

const readers: Readonly<Record<Exclude<SettingFormat, 'java'>, Reader>> = {
  properties: (file) => file.properties().map(({ key, value, line }) => ({ file, key, value, line })),
  yaml: (file) =>
    file
      .yaml()
      .flatMap((document) => document.entries)
      .filter((entry) => entry.value !== null)
      .map(({ path, value, line }) => ({ file, key: path, value: String(value), line })),
  ini: (file, scope) => readLines(file, scope, /^\s*(?:export\s+)?([\w.[\]-]+)\s*[=:]\s*(.*?)\s*$/),
  env: (file, scope) => readLines(file, scope, /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*?)\s*$/),
  script: (file, scope) =>
    readLines(file, scope, /^\s*(?:export\s+|set\s+"?|SET\s+"?)?([A-Za-z_]\w*)=(.*?)"?\s*;?\s*$/),
  json: (file, scope) => readLines(file, scope, /"([^"]+)"\s*:\s*("(?:[^"\\]|\\.)*"|[\d.]+)/),
  xml: (file) => xmlSettings(file),
  php: (file) => phpSettings(file),
};

const longestLine = 2_000;

function readLines(file: SourceFile, scope: Scope, shape: RegExp): Setting[] {
  const found: Setting[] = [];
  for (const [index, text] of searchText(scope, file).split('\n').entries()) {
    if (text.length > longestLine) continue;
    const match = shape.exec(text);
    const key = match?.[1];
    if (key === undefined) continue;
    const value = (match?.[2] ?? '').replace(/^(["'])(.*)\1$/, '$2');
    found.push({ file, key, value, line: index + 1 });
  }
  return found;
}

const languageFolders = /(^|\/)(i18n|l10n|nls|langs?|languages?|locales?|translations?|messages)\//i;
const bundleNames =
  /^(messages?|labels?|errors?|i18n|ApplicationResources?|MessageResources?|ValidationMessages|Language|lang)([_.-].*)?\.(properties|json|ya?ml|php)$|_[a-z]{2}(_[A-Za-z]{2,8})?\.(properties|json)$/i;

/** Resource bundles: by name, by folder, or because a translation stands beside the file. */
function isForPeople(file: SourceFile, paths: ReadonlySet<string>): boolean {
  if (languageFolders.test(file.path) || bundleNames.test(file.name)) return true;
  if (!file.name.endsWith('.properties')) return false;
  const stem = file.path.slice(0, -'.properties'.length);
  return ['en', 'zh', 'zh_CN', 'de', 'fr', 'en_US', 'ja', 'es'].some((code) =>
    paths.has(`${stem}_${code}.properties`),
  );
}
