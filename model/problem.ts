import type { Text } from './text.js';

/**
 * Bad input, as data: the rest of the run goes on. `code` is stable and kebab-case, `file` relative to the
 * application's root (or the path as the user gave it), `line` 1-based, `hint` what to do about it.
 */
export interface Problem {
  readonly code: string;
  readonly file: string;
  readonly line?: number;
  readonly message: Text;
  readonly hint: Text;
}
