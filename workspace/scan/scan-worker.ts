import { parentPort, workerData } from 'node:worker_threads';
import { scanShare } from './scan-share.js';
import type { ScanJob } from './scan-share.js';

/** A result on its way to the first thread: text crosses threads faster than objects, and much of it is never unpacked. */
export interface PostedResult {
  readonly task: number;
  readonly found: readonly number[];
  readonly lines: number;
  readonly json?: string;
}

// The second thread: takes its share and answers in portions, so that nothing waits for the end.
const results: PostedResult[] = [];
scanShare(workerData as ScanJob, ({ parsed, ...rest }) => {
  results.push(parsed === undefined ? rest : { ...rest, json: JSON.stringify(parsed) });
  if (results.length >= 200) parentPort?.postMessage(results.splice(0));
});
parentPort?.postMessage(results);
