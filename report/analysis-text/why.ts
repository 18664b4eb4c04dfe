import type { Analysis } from '../../model/analysis.js';
import type { Fact } from '../../model/fact.js';
import { compareStrings, sortBy } from '../../model/order.js';
import { paint, say } from './layout.js';
import type { AnalysisTextOptions } from './layout.js';
import { analysisTexts as texts } from './texts.js';

/** Kinds of facts that an analysis holds, sorted. */
export function factKinds({ applications }: Analysis): string[] {
  return [...new Set(applications.flatMap(({ facts }) => facts.map(({ kind }) => kind)))].sort(
    compareStrings,
  );
}

/** The facts of one kind, each with where it comes from. Ends in a newline. */
export function printWhy(
  analysis: Analysis,
  options: AnalysisTextOptions & { readonly kind: string; readonly component: string | undefined },
): string {
  const { kind, component } = options;
  return `${printFacts(analysis, {
    ...options,
    accept: (fact) => fact.kind === kind && (component === undefined || fact.component === component),
  }).join('\n')}\n`;
}

/** All facts by component, or those that are accepted. */
export function printFacts(
  { applications }: Analysis,
  options: AnalysisTextOptions & { readonly accept?: (fact: Fact) => boolean },
): string[] {
  const facts = applications.flatMap((application) => application.facts);
  const wanted = facts.filter((fact) => options.accept?.(fact) ?? true);
  const components = [...new Set(wanted.map(({ component }) => component))].sort(compareStrings);
  return components.flatMap((component) => [
    ` ${paint(component, 1, options)}`,
    ...sortBy(
      wanted.filter((fact) => fact.component === component),
      ({ kind }) => [kind],
    ).flatMap((fact) => printFact(fact, options)),
  ]);
}

function printFact(fact: Fact, options: AnalysisTextOptions): string[] {
  const certainty = paint(say(texts[fact.certainty](), options), 90, options);
  return [
    `   ${fact.kind}  ${printValue(fact.value)}  ${certainty}`,
    ...fact.evidence.map(({ file, line, excerpt }) => {
      const place = line === undefined ? file : `${file}:${line}`;
      return `      ${place}${excerpt === undefined ? '' : `  ${paint(excerpt, 90, options)}`}`;
    }),
  ];
}

/** `port=8081 protocol=http`: every field, in the order of its shape. */
function printValue(value: object): string {
  return Object.entries(value)
    .map(([name, field]) => `${name}=${typeof field === 'string' ? field : JSON.stringify(field)}`)
    .join(' ');
}
