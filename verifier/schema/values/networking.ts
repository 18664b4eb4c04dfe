import { isObject, listOf, objectOf, textOf } from '../../documents/json.js';
import { printPath } from '../../documents/manifest.js';
import type { FieldPath, JsonObject, Manifest } from '../../documents/manifest.js';
import { isSubdomain } from '../names.js';
import type { SchemaViolation } from '../schema-violation.js';
import { grammarTexts, schemaTexts as texts } from '../texts.js';
import { checkBounds } from './bounds.js';

/** Hosts and paths of an Ingress; ports and networks of a NetworkPolicy. */
export function* checkNetworking(manifest: Manifest): Generator<SchemaViolation> {
  if (!manifest.apiVersion.startsWith('networking.k8s.io/')) return;
  if (manifest.kind === 'Ingress') yield* checkIngress(manifest);
  if (manifest.kind === 'NetworkPolicy') yield* checkNetworkPolicy(manifest);
}

function* checkIngress(manifest: Manifest): Generator<SchemaViolation> {
  const spec = objectOf(manifest.value.spec);
  for (const [i, rule] of listOf(spec.rules).entries()) {
    const path = ['spec', 'rules', i];
    const host = textOf(objectOf(rule).host);
    if (host !== '' && !isSubdomain(host.replace(/^\*\./, ''))) {
      const message = texts.badValue(printPath([...path, 'host']), host, grammarTexts.host());
      yield { rule: 'name', path: [...path, 'host'], message };
    }
    const paths = listOf(objectOf(objectOf(rule).http).paths);
    for (const [j, item] of paths.entries()) {
      if (isObject(item)) yield* checkIngressPath(item, [...path, 'http', 'paths', j]);
    }
  }
}

function* checkIngressPath(item: JsonObject, path: FieldPath): Generator<SchemaViolation> {
  const value = textOf(item.path);
  const optional = item.pathType === 'ImplementationSpecific';
  if (!value.startsWith('/') && !(optional && value === '')) {
    const message = texts.badValue(printPath([...path, 'path']), value, grammarTexts.absolutePath());
    yield { rule: 'ingress-path', path: [...path, 'path'], message };
  }
}

function* checkNetworkPolicy(manifest: Manifest): Generator<SchemaViolation> {
  const spec = objectOf(manifest.value.spec);
  for (const [direction, peersField] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const [i, rule] of listOf(spec[direction]).entries()) {
      const path = ['spec', direction, i];
      for (const [j, port] of listOf(objectOf(rule).ports).entries()) {
        if (isObject(port))
          yield* checkBounds(
            port,
            [...path, 'ports', j],
            [
              ['port', 1, 65_535],
              ['endPort', 1, 65_535],
            ],
          );
      }
      for (const [j, peer] of listOf(objectOf(rule)[peersField]).entries()) {
        yield* checkBlock(objectOf(objectOf(peer).ipBlock), [...path, peersField, j, 'ipBlock']);
      }
    }
  }
}

function* checkBlock(block: JsonObject, path: FieldPath): Generator<SchemaViolation> {
  const networks = [
    [block.cidr, 'cidr'] as const,
    ...listOf(block.except).map((item) => [item, 'except'] as const),
  ];
  for (const [network, field] of networks) {
    if (typeof network !== 'string' || isNetwork(network)) continue;
    const at = [...path, field];
    yield { rule: 'format', path: at, message: texts.badValue(printPath(at), network, grammarTexts.cidr()) };
  }
}

function isNetwork(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.split('/');
  const width = addressWidth(address);
  return rest.length === 0 && width > 0 && /^\d+$/.test(bits) && Number(bits) <= width;
}

/** Bits of an IP address, 0 if it is none. */
function addressWidth(address: string): number {
  const parts = address.split('.');
  if (parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return 32;
  return address.includes(':') && URL.canParse(`http://[${address}]/`) ? 128 : 0;
}
