import { isDeepStrictEqual } from 'node:util';
import type { Application } from '../../model/analysis.js';
import type { Fact } from '../../model/fact.js';
import { placeOf } from './print-analysis.js';

/** What a person knows of a sample: test/golden/<sample>/truth.yaml. Paths may be shortened to their end. */
export interface Truth {
  /** Component → fact kind → all its facts: the fields that matter, and `at`, one place or several. */
  readonly facts: Readonly<Record<string, Readonly<Record<string, readonly Expected[]>>>>;
  /** Component → rule → all its places. */
  readonly findings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** `code file:line` of all. */
  readonly problems: readonly string[];
}

type Expected = Readonly<Record<string, unknown>> & { readonly at: string | readonly string[] };

/** Everything in which an analysis is not what the truth says, missing or too much; empty when all is true. */
export function compareWithTruth(application: Application, truth: Truth): string[] {
  const components = new Set([...application.components.map(({ id }) => id), ...Object.keys(truth.facts)]);
  const problems = application.problems.map((problem) => `${problem.code} ${placeOf(problem)}`);
  const differences = [
    ...truth.problems.filter((one) => !problems.includes(one)).map((one) => `problem is missing: ${one}`),
    ...problems.filter((one) => !truth.problems.includes(one)).map((one) => `problem is too much: ${one}`),
  ];
  const told = [...components]
    .sort()
    .flatMap((component) => [
      ...compareFacts(component, application.facts, truth.facts[component] ?? {}),
      ...compareFindings(component, application, truth.findings[component] ?? {}),
    ]);
  return [...told, ...differences];
}

function compareFacts(
  component: string,
  facts: readonly Fact[],
  truth: Readonly<Record<string, readonly Expected[]>>,
): string[] {
  return Object.entries(truth).flatMap(([kind, expected]) => {
    const left = new Set(facts.filter((fact) => fact.component === component && fact.kind === kind));
    const missing = expected.filter((one) => {
      const found = [...left].find((fact) => isFact(fact, one));
      if (found) left.delete(found);
      return !found;
    });
    return [
      ...missing.map((one) => `${component} ${kind} is missing: ${JSON.stringify(one)}`),
      ...[...left].map(
        (fact) =>
          `${component} ${kind} is too much: ${JSON.stringify(fact.value)} at ${placesOf(fact).join(' ')}`,
      ),
    ];
  });
}

function isFact(fact: Fact, { at, ...fields }: Expected): boolean {
  const value = new Map(Object.entries(fact.value));
  const wanted = typeof at === 'string' ? [at] : at;
  return (
    Object.entries(fields).every(([name, field]) => isDeepStrictEqual(value.get(name), field ?? undefined)) &&
    wanted.every((place) => placesOf(fact).some((known) => isPlace(known, place)))
  );
}

function placesOf(fact: Fact): string[] {
  return fact.evidence.map(placeOf);
}

function isPlace(known: string, wanted: string): boolean {
  return known === wanted || known.endsWith(`/${wanted}`);
}

function compareFindings(
  component: string,
  { findings }: Application,
  truth: Readonly<Record<string, readonly string[]>>,
): string[] {
  const left = new Set(findings.filter((finding) => finding.component === component));
  const missing = Object.entries(truth).flatMap(([rule, places]) =>
    places
      .filter((place) => {
        const found = [...left].find(
          (finding) => finding.rule === rule && isPlace(placeOf(finding.evidence), place),
        );
        if (found) left.delete(found);
        return !found;
      })
      .map((place) => `${component} finding is missing: ${rule} at ${place}`),
  );
  const extra = [...left].map(
    ({ rule, evidence }) => `${component} finding is too much: ${rule} at ${placeOf(evidence)}`,
  );
  return [...missing, ...extra];
}
