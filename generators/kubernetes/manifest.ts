import type { V1ObjectMeta } from './api-types.js';
import { stringify } from 'yaml';
import type { Artefact } from '../../model/artefact.js';
import { say } from '../generation.js';
import type { Workshop } from '../generation.js';
import { manifestComment } from './texts.js';

/** An object as it is written: kind, version and metadata are always there. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: V1ObjectMeta;
}

/** One file with some objects; none when there are no objects. */
export function manifestFile(
  workshop: Workshop,
  file: { readonly directory: string; readonly name: string; readonly from: string },
  objects: readonly Manifest[],
): Artefact[] {
  if (objects.length === 0) return [];
  const documents = objects.map((object) => serialise(object)).join('---\n');
  return [
    {
      path: `${file.directory}/kubernetes/${file.name}.yaml`,
      content: `# ${say(workshop, manifestComment())}\n${documents}`,
      from: `kubernetes/${file.from}`,
    },
  ];
}

/** YAML that readers of YAML 1.1 and 1.2 understand alike: `yes`, `010` and `1:30` stay text. */
export function serialise(object: object): string {
  return stringify(withoutUndefined(object), {
    lineWidth: 0,
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    blockQuote: 'literal',
  });
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, withoutUndefined(inner)]),
  );
}
