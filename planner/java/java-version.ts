import type { FactOf } from '../../model/fact.js';
import type { Text } from '../../model/text.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { javaDefault, javaFromEvidence, newerJava, removedApi } from '../texts/java.js';
import { compareVersions, javaFeature, linesOf, satisfies } from '../versions.js';

export interface JavaChoice {
  /** Feature version: `8`, `17`. */
  readonly version: string;
  readonly because: Text;
  readonly facts: readonly FactOf<'runtime'>[];
}

/** Levels that bind the run time, the strongest evidence first. A source level alone binds too: it is the least that compiles. */
const bindingOrder: readonly string[] = [
  'class-file',
  'release',
  'target-level',
  'source-level',
  'toolchain',
  'api',
  'syntax',
  'script',
  'document',
];

/** The smallest Java of the catalogue that is at least what the application was compiled for and that no constraint forbids. */
export function chooseJava(context: ComponentContext, options: { atLeast?: number } = {}): JavaChoice {
  const facts = context.all('runtime').filter((fact) => fact.value.language === 'java');
  const needed = strongest(facts);
  const floor = Math.max(needed?.feature ?? 8, options.atLeast ?? 8);
  const constraints = facts.flatMap((fact) => fact.value.constraint ?? []);
  const lines = linesOf(context.options.catalog, 'eclipse-temurin-jre');
  const high = lines.filter((line) => Number(line) >= floor);
  const version =
    high.find((line) => constraints.every((constraint) => satisfies(line, constraint))) ??
    high[0] ??
    lines.at(-1) ??
    '17';
  const evidence = needed ? [needed.fact, ...facts.filter((fact) => fact !== needed.fact)] : facts;
  return {
    version,
    because: needed
      ? javaFromEvidence({ level: String(needed.feature), place: placeOf(needed.fact), version })
      : javaDefault({ version }),
    facts: evidence,
  };
}

function strongest(
  facts: readonly FactOf<'runtime'>[],
): { feature: number; fact: FactOf<'runtime'> } | undefined {
  const known = facts.flatMap((fact) => {
    const feature = fact.value.version === undefined ? undefined : javaFeature(fact.value.version);
    return feature === undefined ? [] : [{ feature, fact }];
  });
  const binding = known.filter(
    ({ fact }) => fact.value.basis !== 'document' && fact.value.basis !== 'script',
  );
  return (binding.length > 0 ? binding : known).reduce<
    { feature: number; fact: FactOf<'runtime'> } | undefined
  >((best, one) => {
    if (!best || one.feature > best.feature) return one;
    const rank = (fact: FactOf<'runtime'>): number => bindingOrder.indexOf(fact.value.basis);
    return one.feature === best.feature && rank(one.fact) < rank(best.fact) ? one : best;
  }, undefined);
}

/** The next Java of the catalogue, as an alternative to offer. */
export function laterJava(context: ComponentContext, version: string): { choice: string; whyNot: Text }[] {
  const next = linesOf(context.options.catalog, 'eclipse-temurin-jre').find(
    (line) => compareVersions(line, version) > 0,
  );
  if (next === undefined) return [];
  const against = context
    .all('runtime')
    .find(
      ({ value }) =>
        value.language === 'java' && value.constraint !== undefined && !satisfies(next, value.constraint),
    );
  const whyNot = against
    ? removedApi({ version: next, place: placeOf(against) })
    : newerJava({ version: next });
  return [{ choice: next, whyNot }];
}

/** Records the decision on `runtime.java`. */
export function decideJava(context: ComponentContext, options: { atLeast?: number } = {}): string {
  const choice = chooseJava(context, options);
  return context.decide('runtime.java', choice.version, {
    because: choice.because,
    evidence: evidenceOf(...choice.facts),
    alternatives: laterJava(context, choice.version),
  });
}
