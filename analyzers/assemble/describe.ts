import type { Component } from '../../model/analysis.js';
import { factsOf } from '../../model/fact.js';
import type { Fact, FactKind, FactOf } from '../../model/fact.js';
import type { Text } from '../../model/text.js';
import { sameText } from '../../model/text.js';
import { earNotGenerated, libraryOnly, nothingRecognised, unknownContent } from './texts.js';

const languageNames: Record<string, string> = {
  java: 'Java',
  php: 'PHP',
  node: 'Node.js',
  static: 'HTML',
  native: 'native',
};

/** What a component is in a few words, and why nothing can be generated for it, when that is so. */
export function describeComponent(facts: readonly Fact[]): Pick<Component, 'summary' | 'notGenerated'> {
  const packaging = first(facts, 'packaging');
  if (!packaging) return { summary: unknownContent(), notGenerated: nothingRecognised() };
  const notGenerated = refusalFor(packaging.value.type);
  const summary = summarise(facts, packaging.value.type);
  return notGenerated ? { summary, notGenerated } : { summary };
}

function refusalFor(type: string): Text | undefined {
  if (type === 'ear') return earNotGenerated();
  if (type === 'jar' || type === 'pom') return libraryOnly();
  return undefined;
}

function summarise(facts: readonly Fact[], type: string): Text {
  if (type === 'middleware') return sameText(middlewareSummary(facts));
  const runtime = first(facts, 'runtime')?.value;
  const parts = [
    runtime
      ? [languageNames[runtime.language] ?? runtime.language, runtime.version ?? runtime.constraint]
          .filter(Boolean)
          .join(' ')
      : '',
    type === 'war' || type === 'ear' || type === 'jar' ? type.toUpperCase() : '',
    frameworkSummary(facts),
    serverSummary(facts),
  ];
  return sameText(parts.filter((part) => part !== '').join(' · '));
}

function middlewareSummary(facts: readonly Fact[]): string {
  const middleware = first(facts, 'middleware')?.value;
  if (!middleware) return 'middleware';
  const name = [middleware.product, middleware.version].filter(Boolean).join(' ');
  return middleware.members.length > 1 ? `${name} × ${middleware.members.length}` : name;
}

function frameworkSummary(facts: readonly Fact[]): string {
  const names = factsOf(facts, 'framework').map((fact) =>
    [fact.value.name, fact.value.version].filter(Boolean).join(' '),
  );
  return [...new Set(names)].slice(0, 3).join(', ');
}

function serverSummary(facts: readonly Fact[]): string {
  const api = first(facts, 'servlet-api')?.value;
  const server = first(facts, 'server')?.value;
  const name =
    server && server.product !== 'unknown' ? [server.product, server.version].filter(Boolean).join(' ') : '';
  return [name, api ? `${api.namespace}.servlet` : ''].filter((part) => part !== '').join(' ');
}

/** The surest fact of a kind: declared before inferred, then in order. */
function first<K extends FactKind>(facts: readonly Fact[], kind: K): FactOf<K> | undefined {
  const found = factsOf(facts, kind);
  return found.find((fact) => fact.certainty !== 'inferred') ?? found[0];
}
