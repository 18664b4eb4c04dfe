import type { CheckDetail } from '../../model/check.js';
import { isObject, listOf, objectOf, textOf } from '../documents/json.js';
import type { FieldPath, JsonObject, Manifest } from '../documents/manifest.js';
import { toDetail } from '../documents/violation.js';
import { isNotServed } from '../host/cluster/objects.js';
import type { ApiAnswer } from '../host/cluster/send-request.js';
import { apiTexts as texts } from './texts.js';

/** What the API server refused in an object, each at its line. `below` is where the refused part stands. */
export function refusalsOf(
  answer: ApiAnswer,
  manifest: Manifest,
  options: { readonly check: string; readonly below?: FieldPath },
): CheckDetail[] {
  if (answer.status < 300) return [];
  const detail = (
    rule: string,
    path: FieldPath,
    message: CheckDetail['message'],
    hint?: CheckDetail['hint'],
  ) =>
    toDetail(
      manifest,
      { path: [...(options.below ?? []), ...path], message, ...(hint && { hint }) },
      {
        rule: `${options.check}/${rule}`,
        severity: 'error',
      },
    );
  if (isNotServed(answer)) {
    return [
      detail(
        'kind',
        ['apiVersion'],
        texts.notServed(manifest.apiVersion, manifest.kind),
        texts.notServedHint(),
      ),
    ];
  }
  const status = parseStatus(answer.body);
  const message = textOf(status.message) || `HTTP ${answer.status}`;
  const security = /violates PodSecurity "[^"]*": (.*)$/s.exec(message);
  if (security)
    return [detail('pod-security', [], texts.podSecurity(security[1] ?? ''), texts.podSecurityHint())];
  if (message.includes('exceeded quota'))
    return [detail('quota', [], texts.quota(message), texts.quotaHint())];
  const causes = listOf(objectOf(status.details).causes).filter(isObject);
  if (causes.length > 0) {
    return causes.map((cause) =>
      detail('invalid', parsePath(textOf(cause.field)), texts.refused(textOf(cause.message))),
    );
  }
  if (answer.status === 403) return [detail('forbidden', [], texts.refused(message), texts.forbiddenHint())];
  return [detail('invalid', pathIn(message), texts.refused(message))];
}

/** Advice that the API server sends along with what it accepts: versions that will go, fields without effect. */
export function warningsOf(answer: ApiAnswer): string[] {
  const header = answer.headers.warning;
  if (header === undefined) return [];
  return [...header.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map((match) =>
    (match[1] ?? '').replace(/\\(.)/g, '$1'),
  );
}

function parseStatus(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    return objectOf(value);
  } catch {
    return { message: body.slice(0, 500) };
  }
}

/** `spec.ports[0].port` → `['spec', 'ports', 0, 'port']`; what stands in brackets may also be a key. */
export function parsePath(field: string): FieldPath {
  return [...field.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map((match) => {
    const inner = match[1];
    if (inner === undefined) return match[0];
    return /^\d+$/.test(inner) ? Number(inner) : inner.replace(/^"|"$/g, '');
  });
}

/** The path inside sentences such as `.spec.foo: field not declared in schema` or `unknown field "spec.foo"`. */
function pathIn(message: string): FieldPath {
  const match =
    /(?:^|[\s:])\.((?:spec|data|metadata|stringData)[\w.[\]"=,/-]*)/.exec(message) ??
    /unknown field "([^"]+)"/.exec(message);
  // A list item is named by its key there ([name="app"]), which no line can be found for: stop before it.
  return parsePath((match?.[1] ?? '').replace(/\[[^\]\d][^]*$/, '').replace(/[.:]+$/, ''));
}
