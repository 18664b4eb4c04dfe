import { isObject, listOf, objectOf, textOf } from '../../documents/json.js';
import { printPath } from '../../documents/manifest.js';
import type { FieldPath, JsonObject } from '../../documents/manifest.js';
import type { ContainerView, PodView } from '../../documents/pods.js';
import { isEnvName, isLabel, isPortName } from '../names.js';
import { quantityValue } from '../quantity.js';
import type { SchemaViolation } from '../schema-violation.js';
import { grammarTexts, schemaTexts as texts } from '../texts.js';
import { checkBounds, checkExactlyOne, maxInt32 } from './bounds.js';

/** What the API server refuses in a container although its types are right. */
export function* checkContainer(container: ContainerView, pod: PodView): Generator<SchemaViolation> {
  const { value, path } = container;
  if (container.name !== '' && !isLabel(container.name)) {
    const message = texts.badValue(printPath([...path, 'name']), container.name, grammarTexts.label());
    yield { rule: 'name', path: [...path, 'name'], message };
  }
  if (textOf(value.image).trim() === '') {
    yield { rule: 'required', path, message: texts.missing(printPath([...path, 'image'])) };
  }
  yield* checkPorts(container);
  yield* checkEnv(container);
  yield* checkResources(container);
  yield* checkMounts(container, pod);
  yield* checkProbes(container);
}

function* items(
  value: JsonObject,
  field: string,
  path: FieldPath,
): Generator<{ item: JsonObject; at: FieldPath }> {
  for (const [i, item] of listOf(value[field]).entries()) {
    if (isObject(item)) yield { item, at: [...path, field, i] };
  }
}

function* checkPorts({ value, path }: ContainerView): Generator<SchemaViolation> {
  const names = new Set<string>();
  for (const { item, at } of items(value, 'ports', path)) {
    yield* checkBounds(item, at, [
      ['containerPort', 1, 65_535],
      ['hostPort', 1, 65_535],
    ]);
    const name = textOf(item.name);
    if (name !== '' && !isPortName(name)) {
      const message = texts.badValue(printPath([...at, 'name']), name, grammarTexts.portName());
      yield { rule: 'name', path: [...at, 'name'], message };
    }
    if (name !== '' && names.has(name)) {
      yield { rule: 'duplicate-item', path: [...at, 'name'], message: texts.duplicateName('ports', name) };
    }
    names.add(name);
  }
}

function* checkEnv({ value, path }: ContainerView): Generator<SchemaViolation> {
  for (const { item, at } of items(value, 'env', path)) {
    const name = textOf(item.name);
    if (name !== '' && !isEnvName(name)) {
      const message = texts.badValue(printPath([...at, 'name']), name, grammarTexts.envName());
      yield { rule: 'name', path: [...at, 'name'], message };
    }
    if (item.valueFrom === undefined) continue;
    const sources = ['configMapKeyRef', 'secretKeyRef', 'fieldRef', 'resourceFieldRef', 'fileKeyRef'];
    yield* checkExactlyOne(objectOf(item.valueFrom), [...at, 'valueFrom'], sources);
    if (textOf(item.value) !== '') yield* checkExactlyOne(item, at, ['value', 'valueFrom']);
  }
}

function* checkResources({ value, path }: ContainerView): Generator<SchemaViolation> {
  const resources = objectOf(value.resources);
  const limits = objectOf(resources.limits);
  for (const [resource, request] of Object.entries(objectOf(resources.requests))) {
    const [wanted, allowed] = [quantityValue(request), quantityValue(limits[resource])];
    if (wanted === undefined || allowed === undefined || wanted <= allowed) continue;
    const message = texts.aboveLimit(resource, String(request), String(limits[resource]));
    yield { rule: 'resources', path: [...path, 'resources', 'requests', resource], message };
  }
}

function* checkMounts({ value, path }: ContainerView, pod: PodView): Generator<SchemaViolation> {
  const volumes = new Set(listOf(pod.spec.volumes).map((volume) => textOf(objectOf(volume).name)));
  const claims = listOf(objectOf(pod.manifest.value.spec).volumeClaimTemplates);
  for (const claim of claims) volumes.add(textOf(objectOf(objectOf(claim).metadata).name));
  for (const { item, at } of items(value, 'volumeMounts', path)) {
    const name = textOf(item.name);
    if (name !== '' && !volumes.has(name)) {
      yield { rule: 'volume-mount', path: [...at, 'name'], message: texts.unknownVolume(name) };
    }
    const mountPath = textOf(item.mountPath);
    if (mountPath.includes(':')) {
      const message = texts.badValue(printPath([...at, 'mountPath']), mountPath, grammarTexts.absolutePath());
      yield { rule: 'volume-mount', path: [...at, 'mountPath'], message };
    }
  }
}

function* checkProbes({ value, path }: ContainerView): Generator<SchemaViolation> {
  for (const field of ['startupProbe', 'readinessProbe', 'livenessProbe'] as const) {
    const probe = value[field];
    if (!isObject(probe)) continue;
    const at = [...path, field];
    yield* checkExactlyOne(probe, at, ['exec', 'httpGet', 'tcpSocket', 'grpc']);
    yield* checkBounds(probe, at, [
      ['initialDelaySeconds', 0, maxInt32],
      ['periodSeconds', 1, maxInt32],
      ['timeoutSeconds', 1, maxInt32],
      ['failureThreshold', 1, maxInt32],
    ]);
    if (field !== 'readinessProbe' && (probe.successThreshold ?? 1) !== 1) {
      yield { rule: 'range', path: [...at, 'successThreshold'], message: texts.probeOnce() };
    }
    yield* checkHandlerPort(probe, at);
  }
}

function* checkHandlerPort(probe: JsonObject, path: FieldPath): Generator<SchemaViolation> {
  for (const handler of ['httpGet', 'tcpSocket', 'grpc'] as const) {
    const value = probe[handler];
    if (!isObject(value)) continue;
    const at = [...path, handler, 'port'];
    yield* checkBounds(value, [...path, handler], [['port', 1, 65_535]]);
    if (typeof value.port === 'string' && !isPortName(value.port)) {
      yield {
        rule: 'name',
        path: at,
        message: texts.badValue(printPath(at), value.port, grammarTexts.portName()),
      };
    }
  }
}
