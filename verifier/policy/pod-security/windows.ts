import { objectOf } from '../../documents/json.js';
import type { PodView } from '../../documents/pods.js';

/** Pods for Windows are exempt from the controls that only Linux has. */
export function isWindows(pod: PodView): boolean {
  return objectOf(pod.spec.os).name === 'windows';
}
