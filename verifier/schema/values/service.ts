import { isObject, listOf, objectOf, textOf } from '../../documents/json.js';
import { printPath } from '../../documents/manifest.js';
import type { FieldPath, JsonObject, Manifest } from '../../documents/manifest.js';
import { isLabel, isPortName, isSubdomain } from '../names.js';
import type { SchemaViolation } from '../schema-violation.js';
import { grammarTexts, schemaTexts as texts } from '../texts.js';
import { checkBounds } from './bounds.js';

/** Ports and types of a Service. */
export function* checkService(manifest: Manifest): Generator<SchemaViolation> {
  if (manifest.kind !== 'Service' || manifest.apiVersion !== 'v1') return;
  const spec = objectOf(manifest.value.spec);
  const type = textOf(spec.type) || 'ClusterIP';
  const ports = listOf(spec.ports).filter(isObject);
  if (type === 'ExternalName') yield* checkExternalName(spec);
  else if (ports.length === 0 && spec.clusterIP !== 'None') {
    yield { rule: 'required', path: ['spec'], message: texts.missing('spec.ports') };
  }
  const names = new Set<string>();
  for (const [i, port] of ports.entries()) {
    const path = ['spec', 'ports', i];
    yield* checkPort(port, path, { type, needsName: ports.length > 1 });
    const name = textOf(port.name);
    if (name !== '' && names.has(name)) {
      yield { rule: 'duplicate-item', path: [...path, 'name'], message: texts.duplicateName('ports', name) };
    }
    names.add(name);
  }
}

function* checkExternalName(spec: JsonObject): Generator<SchemaViolation> {
  const name = textOf(spec.externalName);
  const path = ['spec', 'externalName'];
  if (name === '') yield { rule: 'required', path: ['spec'], message: texts.missing('spec.externalName') };
  else if (!isSubdomain(name.replace(/\.$/, '').toLowerCase())) {
    yield { rule: 'name', path, message: texts.badValue('spec.externalName', name, grammarTexts.host()) };
  }
}

function* checkPort(
  port: JsonObject,
  path: FieldPath,
  service: { type: string; needsName: boolean },
): Generator<SchemaViolation> {
  yield* checkBounds(port, path, [
    ['port', 1, 65_535],
    ['targetPort', 1, 65_535],
  ]);
  // The range is the default one: whoever runs the cluster may have chosen another.
  for (const violation of checkBounds(port, path, [['nodePort', 30_000, 32_767]])) {
    yield { ...violation, severity: 'warning' };
  }
  const name = textOf(port.name);
  if (name === '' && service.needsName) {
    yield { rule: 'required', path, message: texts.missing(printPath([...path, 'name'])) };
  }
  if (name !== '' && !isLabel(name)) {
    yield {
      rule: 'name',
      path: [...path, 'name'],
      message: texts.badValue(printPath([...path, 'name']), name, grammarTexts.label()),
    };
  }
  if (typeof port.targetPort === 'string' && !isPortName(port.targetPort)) {
    const at = [...path, 'targetPort'];
    yield {
      rule: 'name',
      path: at,
      message: texts.badValue(printPath(at), port.targetPort, grammarTexts.portName()),
    };
  }
  if (port.nodePort !== undefined && !['NodePort', 'LoadBalancer'].includes(service.type)) {
    yield { rule: 'node-port', path: [...path, 'nodePort'], message: texts.misplacedNodePort() };
  }
}
