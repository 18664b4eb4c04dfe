import type { CheckDetail } from '../../model/check.js';
import type { Text } from '../../model/text.js';
import type { FieldPath, Manifest } from './manifest.js';

/** Something wrong at a place in an object; the check turns it into a detail with file and line. */
export interface Violation {
  readonly path: FieldPath;
  readonly message: Text;
  readonly hint?: Text;
}

/** The detail of a violation in a manifest. */
export function toDetail(
  manifest: Manifest,
  violation: Violation,
  rule: Pick<CheckDetail, 'rule' | 'severity'>,
): CheckDetail {
  return {
    ...rule,
    file: manifest.file,
    line: manifest.lineOf(violation.path),
    subject: manifest.subject,
    message: violation.message,
    ...(violation.hint && { hint: violation.hint }),
  };
}
