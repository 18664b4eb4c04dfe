import type { Text } from '../../model/text.js';
import { objectOf, textOf } from '../documents/json.js';
import type { FieldPath, JsonObject } from '../documents/manifest.js';
import type { Snapshot } from './snapshot.js';

/** Why a workload is not ready. */
export interface Diagnosis {
  /** `image-pull`, `crash`, `probe`, … */
  readonly rule: string;
  /** False for what may still mend itself: it counts only when the time is up. */
  readonly final: boolean;
  readonly message: (lastWords: string) => Text;
  readonly hint: Text;
  /** Where in the object the cause stands. */
  readonly path: FieldPath;
  /** Whose log has the last words. */
  readonly log?: { readonly pod: string; readonly container: string; readonly previous: boolean };
}

/** Events about an object, the newest first. */
export function eventsAbout(
  snapshot: Snapshot,
  matches: (kind: string, name: string) => boolean,
): JsonObject[] {
  const about = snapshot.events.filter((event) => {
    const { kind, name } = objectOf(event.involvedObject);
    return matches(textOf(kind), textOf(name));
  });
  return about.sort((a, b) => timeOf(b) - timeOf(a));
}

function timeOf(event: JsonObject): number {
  const time =
    event.lastTimestamp ??
    event.eventTime ??
    event.firstTimestamp ??
    objectOf(event.metadata).creationTimestamp;
  return Date.parse(textOf(time)) || 0;
}
