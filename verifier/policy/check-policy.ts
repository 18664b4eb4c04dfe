import type { CheckDetail, CheckResult } from '../../model/check.js';
import { sortBy } from '../../model/order.js';
import type { InputFile, Manifest } from '../documents/manifest.js';
import { decodeUtf8 } from '../documents/decode.js';
import { toDetail } from '../documents/violation.js';
import { viewDockerfile } from './dockerfile/dockerfile-view.js';
import { dockerfileRules } from './dockerfile-rules.js';
import { manifestRules } from './manifest-rules.js';
import { toManifestSet } from './manifest-set.js';
import { suppressionsIn, suppressionsOf } from './suppression.js';
import type { Suppression } from './suppression.js';
import { policyTexts as texts } from './texts.js';

/** Judges manifests that are applied together; one result per file, plus one per suppressed rule. */
export function checkManifestPolicy(files: readonly string[], manifests: readonly Manifest[]): CheckResult[] {
  const start = performance.now();
  const set = toManifestSet(manifests);
  const details: CheckDetail[] = [];
  for (const rule of manifestRules) {
    for (const { manifest, severity, ...violation } of rule.inspect(set)) {
      const meta = { rule: `policy/${rule.id}`, severity: severity ?? rule.severity };
      details.push(toDetail(manifest, { hint: rule.fix, ...violation }, meta));
    }
  }
  const durationMs = Math.round((performance.now() - start) / Math.max(files.length, 1));
  const detailsOf = groupByFile(details);
  const manifestsOf = groupByFile(manifests);
  return files.flatMap((file) => {
    const own = manifestsOf.get(file) ?? [];
    const rest = {
      suppressions: own.flatMap(suppressionsOf),
      facts: { objects: own.length },
      durationMs,
    };
    return toResults(file, detailsOf.get(file) ?? [], rest);
  });
}

/** A directory can hold thousands of files: each is looked up, not searched for. */
function groupByFile<T extends { readonly file: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.file);
    if (group) group.push(item);
    else groups.set(item.file, [item]);
  }
  return groups;
}

/** Judges one Dockerfile. */
export function checkDockerfilePolicy(input: InputFile): CheckResult[] {
  const start = performance.now();
  const decoded = decodeUtf8(input.bytes);
  if (!('text' in decoded)) {
    const reason = texts.notUtf8(decoded.brokenLine);
    return [{ check: 'policy', target: input.path, status: 'errored', reason, details: [], durationMs: 0 }];
  }
  const view = viewDockerfile(input.path, decoded.text);
  const details = dockerfileRules.flatMap((rule) =>
    Array.from(rule.inspect(view), (hit): CheckDetail => ({
      rule: `policy/${rule.id}`,
      severity: hit.severity ?? rule.severity,
      file: input.path,
      line: hit.line,
      message: hit.message,
      hint: hit.hint ?? rule.fix,
    })),
  );
  const durationMs = Math.round(performance.now() - start);
  return toResults(input.path, details, {
    suppressions: suppressionsIn(view),
    facts: { stages: view.stages.length },
    durationMs,
  });
}

function toResults(
  file: string,
  details: readonly CheckDetail[],
  rest: { suppressions: readonly Suppression[]; facts: Readonly<Record<string, number>>; durationMs: number },
): CheckResult[] {
  const ignoredBy = (detail: CheckDetail) =>
    rest.suppressions.find((item) => item.file === file && item.rule === detail.rule && item.covers(detail));
  const kept = details.filter((detail) => ignoredBy(detail) === undefined);
  const used = new Set(details.flatMap((detail) => ignoredBy(detail) ?? []));
  const failed = kept.some(({ severity }) => severity === 'error');
  return [
    {
      check: 'policy',
      target: file,
      status: failed ? 'failed' : 'passed',
      details: sortBy(kept, (detail) => [detail.line ?? 0, detail.rule, detail.message.en]),
      facts: rest.facts,
      durationMs: rest.durationMs,
    },
    ...Array.from(used, (item): CheckResult => ({
      check: 'policy',
      target: `${file}:${item.line}`,
      status: 'skipped',
      reason: texts.suppressed(item.rule, item.reason),
      details: [],
      durationMs: 0,
    })),
  ];
}
