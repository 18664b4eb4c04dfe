import iconv from 'iconv-lite';
import type { ConfigFilePlan } from '../../model/plan-component.js';
import { reportPlan } from '../generation.js';
import type { Workshop } from '../generation.js';
import { sourceMissing, sourceMissingHint } from '../texts.js';
import { applyChanges } from './apply-changes.js';
import { changeMissed, changeMissedHint, secretReplaced, secretReplacedHint } from './texts.js';

/** Content of a ConfigMap's or Secret's key: text, or base64 where the file's encoding is not UTF-8. */
export type StoredContent =
  { readonly name: string; readonly text: string } | { readonly name: string; readonly base64: string };

/** Reads one configuration file, changes what the plan says, and keeps its encoding; undefined when it can't be read. */
export function readConfigFile(
  workshop: Workshop,
  file: ConfigFilePlan,
  where: { readonly context: string; readonly use: string },
): StoredContent | undefined {
  const original =
    file.content ?? (file.from === undefined ? '' : workshop.readSource(where.context, file.from));
  if (original === undefined) {
    reportPlan(workshop, {
      code: 'config-file-missing',
      message: sourceMissing({ file: file.from ?? file.name, use: where.use }),
      hint: sourceMissingHint(),
    });
    return undefined;
  }
  const { text, missed } = applyChanges(original, file.changes);
  for (const { change, why } of missed) {
    reportPlan(workshop, {
      code: 'config-change-missed',
      message: changeMissed({ file: file.from ?? file.name, line: change.line, key: change.key, why }),
      hint: changeMissedHint(),
    });
  }
  // Better no file than one that carries the secret it was to lose.
  if (missed.some(({ change }) => change.secret)) return undefined;
  const clean =
    file.from === undefined ? text : replaceSecrets(workshop, text, { ...where, file: file.from });
  return store(keyName(file.name), clean, file.encoding);
}

/** A secret that no change of the plan names gets a placeholder all the same: better one to fill in than one that leaks. */
function replaceSecrets(
  workshop: Workshop,
  text: string,
  where: { readonly file: string; readonly use: string },
): string {
  const found = (workshop.findSecrets?.(text, where.file) ?? []).filter(
    ({ value }) => !value.includes('DRYDOCK_PLACEHOLDER_'),
  );
  if (found.length === 0) return text;
  const lines = text.split('\n');
  for (const { line, value } of found) {
    const name = `${where.use}_${where.file.split('/').at(-1) ?? ''}_line_${line}`;
    const placeholder = `DRYDOCK_PLACEHOLDER_${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
    lines[line - 1] = (lines[line - 1] ?? '').replaceAll(value, placeholder);
    reportPlan(workshop, {
      code: 'config-secret-replaced',
      message: secretReplaced({ file: where.file, line, placeholder }),
      hint: secretReplacedHint(),
    });
  }
  return lines.join('\n');
}

/** Keys of ConfigMaps and Secrets: https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object */
export function keyName(name: string): string {
  return name.replace(/[^-._a-zA-Z0-9]/g, '-');
}

function store(name: string, text: string, encoding: string | undefined): StoredContent {
  const utf8 = encoding === undefined || /^(utf-?8|us-ascii|ascii)$/i.test(encoding);
  const plain = Buffer.byteLength(text) === text.length;
  if (utf8 || plain || !iconv.encodingExists(encoding)) return { name, text };
  return { name, base64: iconv.encode(text, encoding).toString('base64') };
}
