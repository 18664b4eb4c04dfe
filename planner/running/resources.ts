import type { ResourcesPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { memoryDefault, memoryFromHeap } from '../texts/running.js';

const mebi = 1024 * 1024;

/** Mebibytes that an application of each kind gets when nothing says more. */
const defaults = { war: 1024, java: 1024, php: 512, node: 512, static: 128, middleware: 1024 } as const;

/** What a JVM needs beside its heap at least: classes, compiled code, stacks. */
const besideHeap = 256;

/**
 * A JVM fills the heap that it may have and gives none back, so its request is its limit: less would promise the same memory
 * to others, too.
 */
const fillsMemory: ReadonlySet<string> = new Set(['war', 'java', 'middleware']);

/** Requests and limits; the memory limit from the heap it ran with, when a script says so. */
export function planResources(context: ComponentContext, kind: keyof typeof defaults): ResourcesPlan {
  const heap = context
    .all('memory')
    .filter((fact) => fact.value.kind === 'heap-max')
    .sort((a, b) => b.value.bytes - a.value.bytes)[0];
  const limit = heap ? limitFor(heap.value.bytes / mebi) : defaults[kind];
  const memory = context.decide('resources.limits.memory', `${limit}Mi`, {
    because: heap
      ? memoryFromHeap({ heap: `${Math.round(heap.value.bytes / mebi)} MiB`, place: placeOf(heap) })
      : memoryDefault(),
    evidence: evidenceOf(heap),
  });
  const light = kind === 'static';
  return {
    requests: {
      cpu: light ? '50m' : '250m',
      memory: fillsMemory.has(kind) ? memory : `${Math.round(limit / 2)}Mi`,
      ephemeralStorage: '256Mi',
    },
    limits: { cpu: light ? '500m' : '2', memory, ephemeralStorage: '2Gi' },
  };
}

/** A third more than the heap, but enough for what any JVM has beside it; in mebibytes. */
function limitFor(heap: number): number {
  return Math.ceil(Math.max((heap * 4) / 3, heap + besideHeap) / 128) * 128;
}
