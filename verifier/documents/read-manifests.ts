import type { Text } from '../../model/text.js';
import { decodeUtf8 } from './decode.js';
import { isObject, listOf, objectOf, textOf } from './json.js';
import type { InputFile, JsonObject, Manifest } from './manifest.js';
import { parseYaml } from './parse-yaml.js';
import type { ParsedDocument } from './parse-yaml.js';
import { documentTexts as texts } from './texts.js';

/** What a YAML or JSON file turned out to be. */
export type ManifestFile =
  | {
      readonly is: 'manifests';
      readonly file: string;
      readonly manifests: readonly Manifest[];
      readonly faults: readonly DocumentFault[];
    }
  /** A list of manifests for kustomize. */
  | { readonly is: 'kustomization'; readonly file: string; readonly document: ParsedDocument }
  /** Recognised, but not for us to judge: a Helm template. */
  | { readonly is: 'skipped'; readonly file: string; readonly reason: Text }
  | { readonly is: 'broken'; readonly file: string; readonly line: number; readonly reason: Text }
  /** Some other YAML. */
  | { readonly is: 'other'; readonly file: string };

/** A fault of the file's form that leaves the rest of it readable. */
export interface DocumentFault {
  readonly rule: 'duplicate-key' | 'type-meta';
  readonly line: number;
  readonly message: Text;
}

const kustomizeGroup = 'kustomize.config.k8s.io/';

/** True for names that may hold Kubernetes objects. */
export function mayHoldManifests(path: string): boolean {
  return /\.(ya?ml|json)$|(^|\/)kustomization$/i.test(path);
}

/** Reads those files of a tree that may hold Kubernetes objects. */
export function readManifestFiles(files: readonly InputFile[]): ManifestFile[] {
  const charts = findCharts(files.map(({ path }) => path));
  return files.filter(({ path }) => mayHoldManifests(path)).map((file) => readManifests(file, charts));
}

/** The objects of all the files, in their order. */
export function manifestsOf(files: readonly ManifestFile[]): Manifest[] {
  return files.flatMap((file) => (file.is === 'manifests' ? file.manifests : []));
}

/** Reads the Kubernetes objects of one file; never throws. */
export function readManifests(input: InputFile, charts: ReadonlySet<string>): ManifestFile {
  const file = input.path;
  const decoded = decodeUtf8(input.bytes);
  const looksLikeManifest = mentionsTypeMeta(
    'text' in decoded ? decoded.text : new TextDecoder('latin1').decode(input.bytes),
  );
  const isKustomization = /(^|\/)kustomization(\.ya?ml)?$/i.test(file);
  if (!looksLikeManifest && !isKustomization) return { is: 'other', file };
  if (inChart(file, charts)) return { is: 'skipped', file, reason: texts.helmTemplate() };
  if (!('text' in decoded)) return { is: 'broken', file, line: decoded.brokenLine, reason: texts.notUtf8() };
  if (
    !file.toLowerCase().endsWith('.json') &&
    /^[^#\n]*\{\{-?\s*(\.|include|if|range|with|template|\$)/m.test(decoded.text)
  ) {
    return { is: 'skipped', file, reason: texts.helmTemplate() };
  }
  const documents = parseYaml(decoded.text);
  return (isKustomization ? toKustomization(file, documents) : undefined) ?? fromDocuments(file, documents);
}

/** A kustomization's type may be left out; the file's name tells. */
function toKustomization(file: string, documents: readonly ParsedDocument[]): ManifestFile | undefined {
  const [document] = documents;
  if (documents.length !== 1 || !document || document.errors.length > 0) return undefined;
  const { apiVersion } = objectOf(document.value);
  const isTyped = apiVersion === undefined || textOf(apiVersion).startsWith(kustomizeGroup);
  return isTyped ? { is: 'kustomization', file, document } : undefined;
}

/** A chart's directory has a Chart.yaml; its templates are no YAML until they are rendered. */
export function findCharts(paths: Iterable<string>): Set<string> {
  const charts = new Set<string>();
  for (const path of paths) {
    if (/(^|\/)Chart\.ya?ml$/.test(path)) charts.add(path.replace(/\/?Chart\.ya?ml$/, ''));
  }
  return charts;
}

function inChart(file: string, charts: ReadonlySet<string>): boolean {
  const match = /^(?:(.*)\/)?templates\//.exec(file);
  for (let at = match; at !== null; at = /^(?:(.*)\/)?templates\//.exec(at[1] ?? '')) {
    if (charts.has(at[1] ?? '')) return true;
  }
  return /(^|\/)Chart\.ya?ml$/.test(file);
}

function mentionsTypeMeta(text: string): boolean {
  return (
    (/^\s*(?:- )?["']?apiVersion["']?\s*:/m.test(text) && /^\s*(?:- )?["']?kind["']?\s*:/m.test(text)) ||
    /"apiVersion"\s*:[^]*"kind"\s*:|"kind"\s*:[^]*"apiVersion"\s*:/.test(text)
  );
}

function fromDocuments(file: string, documents: readonly ParsedDocument[]): ManifestFile {
  const manifests: Manifest[] = [];
  const faults: DocumentFault[] = [];
  for (const document of documents) {
    const syntax = document.errors.find((error) => error.code !== 'DUPLICATE_KEY');
    if (syntax) return { is: 'broken', file, line: syntax.line, reason: texts.brokenYaml(syntax.message) };
    for (const error of document.errors) {
      faults.push({ rule: 'duplicate-key', line: error.line, message: texts.duplicateKey() });
    }
    const found = manifestsIn(file, document);
    if (found.length === 0)
      faults.push({ rule: 'type-meta', line: document.lineOf([]), message: texts.noTypeMeta() });
    manifests.push(...found);
  }
  const [document] = documents;
  const isKustomization = manifests.some(({ apiVersion }) => apiVersion.startsWith(kustomizeGroup));
  if (isKustomization && document) return { is: 'kustomization', file, document };
  // A file none of whose documents is an object only mentions the words.
  return manifests.length === 0 ? { is: 'other', file } : { is: 'manifests', file, manifests, faults };
}

function manifestsIn(
  file: string,
  document: ParsedDocument,
  path: readonly (string | number)[] = [],
): Manifest[] {
  const value = path.reduce<unknown>(
    (at, part) => (Array.isArray(at) ? at[part as number] : objectOf(at)[part]) as unknown,
    document.value,
  );
  if (!isObject(value)) return [];
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
  if (kind.endsWith('List') && Array.isArray(value.items)) {
    return listOf(value.items).flatMap((_, i) => manifestsIn(file, document, [...path, 'items', i]));
  }
  return [toManifest(file, { apiVersion, kind, value }, (inner) => document.lineOf([...path, ...inner]))];
}

function toManifest(
  file: string,
  typed: { apiVersion: string; kind: string; value: JsonObject },
  lineOf: Manifest['lineOf'],
): Manifest {
  const metadata = objectOf(typed.value.metadata);
  const name = textOf(metadata.name) || textOf(metadata.generateName);
  return {
    file,
    ...typed,
    name,
    namespace: textOf(metadata.namespace),
    subject: `${typed.kind}/${name}`,
    lineOf,
  };
}
