import type { Text } from '../model/text.js';

/** What runs at the moment, for a live display. */
export interface VerifyProgress {
  readonly check: string;
  readonly target: string;
  readonly message: Text;
}

export type ReportProgress = (progress: VerifyProgress) => void;
