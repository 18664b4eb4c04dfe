import { isObject, objectOf, textOf, valueAt } from '../../documents/json.js';
import type { FieldPath, Manifest } from '../../documents/manifest.js';
import { printPath } from '../../documents/manifest.js';
import { templatePathOf } from '../../documents/pods.js';
import { isLabel, isLabelValue, isQualifiedName, isServiceName, isSubdomain } from '../names.js';
import type { SchemaViolation } from '../schema-violation.js';
import { grammarTexts, schemaTexts as texts } from '../texts.js';

/** Names, namespaces, labels and annotations of the object and of its pod template. */
export function* checkMetadata(manifest: Manifest): Generator<SchemaViolation> {
  yield* checkName(manifest);
  yield* checkKeys(manifest, ['metadata']);
  const template = templatePathOf(manifest);
  if (template !== undefined && template.length > 0) yield* checkKeys(manifest, [...template, 'metadata']);
}

function* checkName(manifest: Manifest): Generator<SchemaViolation> {
  const metadata = objectOf(manifest.value.metadata);
  const path = ['metadata', 'name'];
  const name = textOf(metadata.name);
  if (name === '') {
    // Reviews are questions to the API server; they are answered, not stored.
    if (!textOf(metadata.generateName) && !manifest.kind.endsWith('Review'))
      yield { rule: 'required', path, message: texts.missing('metadata.name') };
  } else {
    const grammar = nameGrammar(manifest);
    if (!grammar.accepts(name)) {
      yield { rule: 'name', path, message: texts.badValue('metadata.name', name, grammar.text()) };
    }
  }
  if (manifest.namespace !== '' && !isLabel(manifest.namespace)) {
    const message = texts.badValue('metadata.namespace', manifest.namespace, grammarTexts.label());
    yield { rule: 'name', path: ['metadata', 'namespace'], message };
  }
}

function nameGrammar({ apiVersion, kind }: Manifest) {
  if (kind === 'Service') return { accepts: isServiceName, text: grammarTexts.serviceName };
  if (kind === 'Namespace') return { accepts: isLabel, text: grammarTexts.label };
  // Names of RBAC objects may hold anything that fits into a URL's path.
  if (apiVersion.startsWith('rbac.')) return { accepts: isPathSegment, text: grammarTexts.subdomain };
  return { accepts: isSubdomain, text: grammarTexts.subdomain };
}

function isPathSegment(name: string): boolean {
  return name !== '.' && name !== '..' && !/[/%]/.test(name);
}

function* checkKeys(manifest: Manifest, path: FieldPath): Generator<SchemaViolation> {
  const metadata = objectOf(valueAt(manifest.value, path));
  for (const field of ['labels', 'annotations'] as const) {
    const map = metadata[field];
    if (!isObject(map)) continue;
    for (const [key, value] of Object.entries(map)) {
      const at = [...path, field, key];
      if (!isQualifiedName(key)) {
        const message = texts.badValue(printPath([...path, field]), key, grammarTexts.qualifiedName());
        yield { rule: 'label', path: at, message };
      }
      if (field === 'labels' && typeof value === 'string' && !isLabelValue(value)) {
        yield {
          rule: 'label',
          path: at,
          message: texts.badValue(printPath(at), value, grammarTexts.labelValue()),
        };
      }
    }
  }
}
