import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckDetail } from '../../model/check.js';
import { isObject, listOf, objectOf, textOf } from '../documents/json.js';
import type { Manifest } from '../documents/manifest.js';
import { podOf } from '../documents/pods.js';
import { labelsMatch } from '../documents/selector.js';
import { toDetail } from '../documents/violation.js';
import type { ApiAnswer } from '../host/cluster/send-request.js';
import { deployTexts as texts } from './texts.js';
import type { Trial } from './trial.js';
import type { Group } from './wave.js';
import { workloadsOf } from './wave.js';

/** What a component must answer. */
export interface SmokeTest {
  readonly path: string;
  readonly status: number;
  readonly contains?: string;
  /** Name of the Service's port; absent: its HTTP port. */
  readonly port?: string;
}

export type SmokeResult =
  | { readonly passed: true; readonly status: number }
  | { readonly passed: false; readonly fault: CheckDetail };

/** Asks a component through the API server's proxy to its Service, for at most `timeoutMs`: caches may still be filling. */
export async function smokeTest(
  trial: Trial,
  group: Group,
  wanted: SmokeTest & { readonly timeoutMs: number },
): Promise<SmokeResult> {
  const target = findService(group, wanted.port);
  const [first] = workloadsOf(group);
  const manifest = target?.service ?? first?.manifest;
  if (target === undefined) {
    if (manifest === undefined) throw new Error(`group ${group.id} has no workload`);
    return fail(manifest, { rule: 'deploy/smoke', severity: 'error' }, texts.smokeNoService());
  }
  trial.progress({ check: 'deploy', target: group.id, message: texts.testing(wanted.path) });
  const base = `/api/v1/namespaces/${trial.namespace}/services/http:${target.service.name}:${target.port}/proxy`;
  const end = Date.now() + wanted.timeoutMs;
  for (;;) {
    trial.signal?.throwIfAborted();
    const answer = await ask(trial, base, wanted);
    if (fits(answer, wanted)) return { passed: true, status: answer.status };
    if (Date.now() >= end) {
      return fail(target.service, { rule: 'deploy/smoke', severity: 'error' }, explain(answer, wanted));
    }
    await sleep(1000, undefined, trial.signal ? { signal: trial.signal } : {});
  }
}

function fail(
  manifest: Manifest,
  rule: Pick<CheckDetail, 'rule' | 'severity'>,
  message: CheckDetail['message'],
): SmokeResult {
  return { passed: false, fault: toDetail(manifest, { path: [], message, hint: texts.smokeHint() }, rule) };
}

/** The Service that leads to the group's own pods, with its HTTP port: by name, else the first. */
function findService(
  group: Group,
  wanted: string | undefined,
): { service: Manifest; port: string } | undefined {
  const pods = workloadsOf(group).flatMap(({ manifest }) => podOf(manifest) ?? []);
  for (const { manifest } of group.objects) {
    if (manifest.kind !== 'Service') continue;
    const spec = objectOf(manifest.value.spec);
    const selector = objectOf(spec.selector);
    if (Object.keys(selector).length === 0 || !pods.some(({ labels }) => labelsMatch(selector, labels)))
      continue;
    const ports = listOf(spec.ports).filter(isObject);
    const port =
      ports.find(({ name }) => name === wanted) ??
      ports.find(({ name }) => name === 'http' || name === 'web') ??
      ports[0];
    if (port === undefined) continue;
    return { service: manifest, port: textOf(port.name) || String(port.port) };
  }
  return undefined;
}

type Asked = ApiAnswer | { readonly status: 0; readonly body: string };

async function ask(trial: Trial, base: string, wanted: SmokeTest): Promise<Asked> {
  let path = `${base}${wanted.path.startsWith('/') ? '' : '/'}${wanted.path}`;
  try {
    for (let hop = 0; ; hop++) {
      const answer = await trial.cluster.request({
        method: 'GET',
        path,
        accept: '*/*',
        timeoutMs: 15_000,
        ...(trial.signal && { signal: trial.signal }),
      });
      const next = hop < 5 && wanted.status < 300 ? redirectOf(answer, path, base) : undefined;
      if (next === undefined) return answer;
      path = next;
    }
  } catch (error) {
    trial.signal?.throwIfAborted();
    return { status: 0, body: error instanceof Error ? error.message : String(error) };
  }
}

/** Where a redirect leads, if it stays with the component; the API server rewrites paths that begin with `/`. */
function redirectOf(answer: ApiAnswer, from: string, base: string): string | undefined {
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status > 399 || location === undefined) return undefined;
  const url = new URL(location, `http://proxy.invalid${from}`);
  const path = url.pathname + url.search;
  if (path.startsWith(base)) return path;
  return url.hostname === 'proxy.invalid' ? base + path : undefined;
}

function fits(answer: Asked, wanted: SmokeTest): boolean {
  return (
    answer.status === wanted.status &&
    (wanted.contains === undefined || answer.body.includes(wanted.contains))
  );
}

function explain(answer: Asked, wanted: SmokeTest): CheckDetail['message'] {
  if (answer.status === 0) return texts.smokeNoAnswer(wanted.path, answer.body);
  if (answer.status !== wanted.status) {
    // The proxy answers 503 itself when it can't reach a pod, and then says why.
    const own = answer.status === 503 && answer.body.includes('"kind":"Status"');
    return own
      ? texts.smokeNoAnswer(wanted.path, textOf(objectOf(JSON.parse(answer.body)).message))
      : texts.smokeStatus(wanted.path, answer.status, wanted.status);
  }
  return texts.smokeText(wanted.path, wanted.contains ?? '');
}
