import type { CheckDetail } from '../../model/check.js';
import { objectOf } from '../documents/json.js';
import type { Manifest } from '../documents/manifest.js';
import type { DockerfileView } from './dockerfile/dockerfile-view.js';

/** Somebody's word that a rule does not hold at a place, and why. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  /** Object or line that it is about. */
  readonly covers: (detail: CheckDetail) => boolean;
}

const key = 'drydock.dev/ignore';

/**
 * `drydock.dev/ignore: "rule-id: reason; other-rule: reason"` as an annotation of an object or of its pod template.
 */
export function suppressionsOf(manifest: Manifest): Suppression[] {
  const value = objectOf(objectOf(manifest.value.metadata).annotations)[key];
  if (typeof value !== 'string') return [];
  const line = manifest.lineOf(['metadata', 'annotations', key]);
  return parse(value).map((item) => ({
    ...item,
    file: manifest.file,
    line,
    covers: (detail) => detail.subject === manifest.subject && detail.file === manifest.file,
  }));
}

/** `# drydock.dev/ignore rule-id: reason` on the line above an instruction, or above the first FROM for the file. */
export function suppressionsIn(view: DockerfileView): Suppression[] {
  const first = view.steps[0]?.line ?? 1;
  return view.comments.flatMap(({ line, text }) => {
    const match = /^\s*drydock\.dev\/ignore:?\s+(.*)$/.exec(text);
    if (!match) return [];
    const next = view.steps.find((step) => step.line > line)?.line;
    return parse(match[1] ?? '').map((item) => ({
      ...item,
      file: view.file,
      line,
      covers: (detail: CheckDetail) => line < first || detail.line === next,
    }));
  });
}

/** An entry without a reason is none: the reason is what the next reader needs. */
function parse(text: string): { rule: string; reason: string }[] {
  return text.split(';').flatMap((item) => {
    const match = /^\s*(?:policy\/)?([\w-]+)\s*:\s*(\S.*?)\s*$/.exec(item);
    return match ? [{ rule: `policy/${match[1] ?? ''}`, reason: match[2] ?? '' }] : [];
  });
}
