/**
 * Writes v<minor>.json beside this file from the published source of one Kubernetes release: facts only (property names,
 * types, required fields, list keys, allowed values), no prose. Needs `go` and a Go module proxy.
 *
 *   node verifier/host/schema-data/generate.mjs 1.34.4
 *
 * Property types come from api/openapi-spec/swagger.json; allowed values only stand in the generated Go source
 * (pkg/generated/openapi/zz_generated.openapi.go), since the published specification leaves them out.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, exit, stderr } from 'node:process';
import { URL } from 'node:url';

const version = argv[2];
if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) {
  stderr.write('usage: generate.mjs MAJOR.MINOR.PATCH\n');
  exit(2);
}

const source = downloadModule(`k8s.io/kubernetes@v${version}`);
const swagger = JSON.parse(readFileSync(join(source, 'api/openapi-spec/swagger.json'), 'utf8'));
const enums = readEnums(readFileSync(join(source, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8'));
const minor = version.split('.').slice(0, 2).join('.');
writeFileSync(new URL(`v${minor}.json`, import.meta.url), print(compact()));

function downloadModule(module) {
  const directory = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    const answer = execFileSync('go', ['mod', 'download', '-json', module], {
      cwd: directory,
      encoding: 'utf8',
    });
    return JSON.parse(answer).Dir;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** `core.v1.ServiceSpec/type` → allowed values, from the Go source's literal structures. */
function readEnums(go) {
  const found = new Map();
  let type = '';
  let property = '';
  for (const line of go.split('\n')) {
    const start = /^func schema_(\w+)\(ref/.exec(line);
    if (start) type = start[1];
    const named = /^\t{5}"([^"]+)": \{$/.exec(line);
    if (named) property = named[1];
    const values = /^\t+Enum: +\[\]interface\{\}\{(.*)\},$/.exec(line);
    if (values) found.set(`${type}/${property}`, JSON.parse(`[${values[1]}]`));
  }
  return found;
}

function compact() {
  const types = {};
  for (const [name, definition] of Object.entries(swagger.definitions)) {
    if (!definition.properties || isScalar(name)) continue;
    const required = new Set(definition.required ?? []);
    const properties = Object.entries(definition.properties).map(([property, schema]) => [
      property,
      expression(schema, name, property) + (required.has(property) ? '!' : ''),
    ]);
    types[shortName(name)] = Object.fromEntries(properties.sort(byKey));
  }
  return { version, kinds: kinds(), types: Object.fromEntries(Object.entries(types).sort(byKey)) };
}

function kinds() {
  const namespaced = new Set();
  const served = new Set();
  for (const [path, operations] of Object.entries(swagger.paths)) {
    for (const operation of Object.values(operations)) {
      const gvk = operation['x-kubernetes-group-version-kind'];
      if (!gvk || path.split('/').includes('watch')) continue;
      const parts = path.split('/').slice(path.startsWith('/api/') ? 3 : 4);
      const inNamespace = parts[1] === '{namespace}';
      // Subresources such as pods/eviction have kinds of their own which nobody writes into a file.
      if (parts.length > (inNamespace ? 4 : 2)) continue;
      served.add(identity(gvk));
      if (inNamespace) namespaced.add(identity(gvk));
    }
  }
  const result = {};
  for (const [name, definition] of Object.entries(swagger.definitions)) {
    for (const gvk of definition['x-kubernetes-group-version-kind'] ?? []) {
      const id = identity(gvk);
      if (!served.has(id) || name.includes('.meta.v1.')) continue;
      result[id] = { type: shortName(name), namespaced: namespaced.has(id) };
    }
  }
  return Object.fromEntries(Object.entries(result).sort(byKey));
}

function identity({ group, version: apiVersion, kind }) {
  return `${group ? `${group}/` : ''}${apiVersion} ${kind}`;
}

/** `string`, `core.v1.Container[name]` (list keyed by name), `string{}` (map), `=Always|Never` (allowed values). */
function expression(schema, owner, property) {
  const allowed = enums.get(`${goName(owner)}/${property}`);
  if (schema.$ref) return reference(schema.$ref);
  if (schema.type === 'array') {
    const items = allowed ? `=${allowed.join('|')}` : expression(schema.items, owner, '');
    return `${items}[${listKeys(schema)}]`;
  }
  if (schema.type === 'object')
    return schema.additionalProperties ? `${expression(schema.additionalProperties, owner, '')}{}` : 'object';
  if (schema.type === 'string')
    return allowed ? `=${allowed.join('|')}` : schema.format === 'byte' ? 'bytes' : 'string';
  return schema.type ?? 'any';
}

function listKeys(schema) {
  if (schema['x-kubernetes-list-type'] === 'map') return schema['x-kubernetes-list-map-keys'].join(',');
  return schema['x-kubernetes-list-type'] === 'set' ? '*' : '';
}

function reference(ref) {
  const name = ref.replace('#/definitions/', '');
  return isScalar(name) ? scalar(name) : shortName(name);
}

function isScalar(name) {
  return scalar(name) !== undefined;
}

function scalar(name) {
  const last = name.split('.').at(-1);
  if (last === 'Quantity') return 'quantity';
  if (last === 'IntOrString') return 'int-or-string';
  if (last === 'Time' || last === 'MicroTime') return 'time';
  if (/^(FieldsV1|Patch|RawExtension|JSON|JSONSchemaPropsOr\w+)$/.test(last)) return 'any';
  return swagger.definitions[name].properties ? undefined : 'any';
}

function shortName(name) {
  return name
    .replace(/^io\.k8s\.(api|kube-aggregator\.pkg\.apis|apiextensions-apiserver\.pkg\.apis)\./, '')
    .replace(/^io\.k8s\.apimachinery\.pkg\.(apis\.)?/, '');
}

/** io.k8s.api.core.v1.Pod → k8sio_api_core_v1_Pod, the form in the Go function's name. */
function goName(name) {
  return name
    .replace(/^io\.k8s\./, 'k8sio.')
    .replaceAll('-', '_')
    .replaceAll('.', '_');
}

function byKey([a], [b]) {
  return a < b ? -1 : 1;
}

/** One kind or type a line, so that a change of version can be reviewed. */
function print({ version: exact, kinds: kindList, types }) {
  const lines = (object) =>
    Object.entries(object)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{\n  "version": "${exact}",\n  "kinds": {\n${lines(kindList)}\n  },\n  "types": {\n${lines(types)}\n  }\n}\n`;
}
