import { UsageError } from '../../model/errors.js';
import { knownVersions } from '../../verifier/host/schema-data/load.js';
import { valueOf } from '../command.js';
import type { OptionValues } from '../command.js';
import { planTexts as texts } from '../texts/plan.js';

/**
 * The version that was asked for, `1.34` or `1.34.4`; undefined when none was.
 *
 * @throws UsageError for one that there are no schemas for.
 */
export function askedKubernetesVersion(options: OptionValues): string | undefined {
  const asked = valueOf(options, 'kubernetesVersion')?.replace(/^v/, '');
  if (asked === undefined) return undefined;
  const known = knownVersions();
  const minor = /^(\d+\.\d+)(?:\.\d+)?$/.exec(asked)?.[1];
  if (minor !== undefined && known.includes(minor)) return asked;
  throw new UsageError(texts.unknownKubernetes(asked), { hint: texts.unknownKubernetesHint(known) });
}

/**
 * The version that manifests are for: the newest that there are schemas for unless one was asked for. A cluster is not asked,
 * so that the same input gives the same plan everywhere.
 */
export function chooseKubernetesVersion(options: OptionValues): string {
  const newest = knownVersions().at(-1);
  if (newest === undefined) throw new Error('there are no schemas of Kubernetes');
  return askedKubernetesVersion(options) ?? newest;
}
