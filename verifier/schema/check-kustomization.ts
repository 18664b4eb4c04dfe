import { posix } from 'node:path';
import type { CheckDetail, CheckResult } from '../../model/check.js';
import type { Text } from '../../model/text.js';
import { isObject, listOf, objectOf } from '../documents/json.js';
import type { FieldPath } from '../documents/manifest.js';
import type { ManifestFile } from '../documents/read-manifests.js';
import { nearest } from '../../model/nearest.js';
import { schemaTexts as texts } from './texts.js';

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ and `types.Kustomization` of kustomize 5. */
const fields = new Set(
  (
    'apiVersion kind metadata resources bases components crds patches patchesStrategicMerge patchesJson6902 ' +
    'configMapGenerator secretGenerator generatorOptions images namespace namePrefix nameSuffix commonLabels ' +
    'commonAnnotations labels replicas replacements vars configurations generators transformers validators openapi ' +
    'helmCharts helmGlobals helmChartInflationGenerator buildMetadata sortOptions inventory'
  ).split(' '),
);
/** Lists of files and directories; a patch may stand in the list itself. */
const lists = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'patchesStrategicMerge',
] as const;

/** What is known of the tree around a kustomization. */
export interface KnownTree {
  readonly files: ReadonlySet<string>;
  /** Directories of which every manifest is in `files`. */
  readonly directories: readonly string[];
}

/** Judges a kustomization: its fields are known, and what it lists exists where all files are known. */
export function checkKustomization(
  { file, document }: Extract<ManifestFile, { is: 'kustomization' }>,
  tree: KnownTree,
): CheckResult {
  const start = performance.now();
  const details: CheckDetail[] = [];
  const blame = (rule: string, path: FieldPath, { message, hint }: { message: Text; hint?: Text }): void => {
    const line = document.lineOf(path);
    details.push({ rule, severity: 'error', file, line, message, ...(hint && { hint }) });
  };
  const value = objectOf(document.value);
  for (const field of Object.keys(value)) {
    if (fields.has(field)) continue;
    const meant = nearest(field, [...fields]);
    const message = texts.unknownField(field, 'Kustomization');
    blame('schema/unknown-field', [field], meant ? { message, hint: texts.didYouMean(meant) } : { message });
  }
  const references = referencesOf(value);
  for (const { path, target } of references) {
    if (isMissing(posix.join(posix.dirname(file), target), tree))
      blame('schema/missing-file', path, { message: texts.missingFile(target) });
  }
  return {
    check: 'schema',
    target: file,
    status: details.length > 0 ? 'failed' : 'passed',
    details,
    facts: { references: references.length },
    durationMs: Math.round(performance.now() - start),
  };
}

function referencesOf(value: Readonly<Record<string, unknown>>): { path: FieldPath; target: string }[] {
  const listed = lists.flatMap((field) =>
    listOf(value[field]).map((target, index) => ({ path: [field, index] as FieldPath, target })),
  );
  const patches = listOf(value.patches).map((patch, index) => ({
    path: ['patches', index, 'path'] as FieldPath,
    target: isObject(patch) ? patch.path : undefined,
  }));
  return [...listed, ...patches].flatMap(({ path, target }) =>
    typeof target === 'string' && isLocal(target) ? [{ path, target }] : [],
  );
}

/** Neither an address nor an inline patch. */
function isLocal(target: string): boolean {
  return target !== '' && !/[\n{]|:\/\/|^git@|^github\.com\/|\?ref=|\.git(\/|$)/.test(target);
}

function isMissing(path: string, { files, directories }: KnownTree): boolean {
  const isKnown = directories.some((directory) => {
    if (directory === '') return !path.startsWith('..') && !path.startsWith('/');
    return path === directory || path.startsWith(`${directory.replace(/\/$/, '')}/`);
  });
  if (!isKnown || files.has(path)) return false;
  const directory = path === '.' || path === '' ? '' : `${path.replace(/\/$/, '')}/`;
  return !['kustomization.yaml', 'kustomization.yml', 'Kustomization', 'kustomization'].some((name) =>
    files.has(directory + name),
  );
}
