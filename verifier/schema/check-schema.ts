import type { CheckDetail, CheckResult } from '../../model/check.js';
import { sortBy } from '../../model/order.js';
import type { Manifest } from '../documents/manifest.js';
import type { ManifestFile } from '../documents/read-manifests.js';
import { toDetail } from '../documents/violation.js';
import { checkStructure } from './check-structure.js';
import { findRemoval } from './removed-versions.js';
import type { SchemaData } from './schema-data.js';
import type { SchemaViolation } from './schema-violation.js';
import { schemaTexts as texts } from './texts.js';
import { checkClaim } from './values/claim.js';
import { checkConfiguration } from './values/configuration.js';
import { checkMetadata } from './values/metadata.js';
import { checkNetworking } from './values/networking.js';
import { checkPod } from './values/pod.js';
import { checkScaling } from './values/scaling.js';
import { checkService } from './values/service.js';
import { checkWorkload } from './values/workload.js';

const valueChecks = [
  checkMetadata,
  checkWorkload,
  checkPod,
  checkService,
  checkConfiguration,
  checkNetworking,
  checkScaling,
  checkClaim,
] as const;

/** Judges one file's objects against one Kubernetes version, offline. */
export function checkSchema(file: Extract<ManifestFile, { is: 'manifests' }>, data: SchemaData): CheckResult {
  const start = performance.now();
  const unknown = file.manifests.filter((manifest) => isCustom(manifest, data));
  const details: CheckDetail[] = file.faults.map((fault) => ({
    rule: `schema/${fault.rule}`,
    severity: 'error',
    file: file.file,
    line: fault.line,
    message: fault.message,
  }));
  for (const manifest of file.manifests) {
    for (const violation of violationsOf(manifest, data)) {
      details.push(
        toDetail(manifest, violation, {
          rule: `schema/${violation.rule}`,
          severity: violation.severity ?? 'error',
        }),
      );
    }
  }
  const failed = details.some(({ severity }) => severity === 'error');
  const ids = [...new Set(unknown.map(identityOf))];
  // A file with one object that nobody could judge must not read as passed.
  const status = failed ? 'failed' : unknown.length > 0 ? 'skipped' : 'passed';
  return {
    check: 'schema',
    target: file.file,
    status,
    ...(ids.length > 0 && { reason: texts.noSchema(ids) }),
    details: sortBy(details, (detail) => [detail.line ?? 0, detail.rule, detail.message.en]),
    facts: { objects: file.manifests.length, kubernetes: data.version },
    durationMs: Math.round(performance.now() - start),
  };
}

function identityOf(manifest: Manifest): string {
  return `${manifest.apiVersion} ${manifest.kind}`;
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** Neither known, nor of a group that Kubernetes itself serves, nor one that it used to serve. */
function isCustom(manifest: Manifest, data: SchemaData): boolean {
  if (data.kinds[identityOf(manifest)] || findRemoval(manifest.apiVersion, manifest.kind)) return false;
  const group = groupOf(manifest.apiVersion);
  return !Object.keys(data.kinds).some((id) => groupOf(id.split(' ')[0] ?? '') === group);
}

function* violationsOf(manifest: Manifest, data: SchemaData): Generator<SchemaViolation> {
  const id = identityOf(manifest);
  const known = data.kinds[id];
  if (known === undefined) {
    if (!isCustom(manifest, data)) yield unserved(manifest, data);
    return;
  }
  yield* checkStructure(data, known.type, manifest.value);
  for (const check of valueChecks) yield* check(manifest, data);
}

function unserved(manifest: Manifest, data: SchemaData): SchemaViolation {
  const id = identityOf(manifest);
  const removal = findRemoval(manifest.apiVersion, manifest.kind);
  const rule = 'api-version';
  if (removal) {
    const message = texts.replacedKind(id, removal.replacement, removal.since);
    return {
      rule,
      path: ['apiVersion'],
      message,
      ...(removal.replacement && { hint: texts.useInstead(removal.replacement) }),
    };
  }
  const served = Object.keys(data.kinds).filter((kind) => kind.endsWith(` ${manifest.kind}`));
  return { rule, path: ['apiVersion'], message: texts.unservedVersion(id, served) };
}
