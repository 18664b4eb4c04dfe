import type { Component } from '../../model/analysis.js';
import { factsOf } from '../../model/fact.js';
import type { Fact, FactKind, FactOf } from '../../model/fact.js';
import type { Text } from '../../model/text.js';
import { sameText } from '../../model/text.js';
import { earNotGenerated, libraryOnly, nothingRecognised, unknownContent } from './texts.js';

/** How people write the names that facts write in lower case. */
const displayNames: ReadonlyMap<string, string> = new Map([
  ['java', 'Java'],
  ['php', 'PHP'],
  ['node', 'Node.js'],
  ['static', 'HTML'],
  ['spring-boot', 'Spring Boot'],
  ['spring', 'Spring'],
  ['spring-mvc', 'Spring MVC'],
  ['struts', 'Struts'],
  ['struts2', 'Struts 2'],
  ['tomcat', 'Tomcat'],
  ['jetty', 'Jetty'],
  ['undertow', 'Undertow'],
  ['wildfly', 'WildFly'],
  ['jboss', 'JBoss'],
  ['weblogic', 'WebLogic'],
  ['websphere', 'WebSphere'],
  ['glassfish', 'GlassFish'],
  ['resin', 'Resin'],
  ['php-fpm', 'PHP-FPM'],
  ['apache', 'Apache'],
  ['iis', 'IIS'],
  ['zookeeper', 'ZooKeeper'],
]);

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
  const parts =
    type === 'middleware'
      ? [middlewareSummary(facts)]
      : [
          runtimeSummary(facts, type),
          ['war', 'ear', 'jar'].includes(type) ? type.toUpperCase() : '',
          frameworkSummary(facts),
          serverSummary(facts),
        ];
  return sameText(parts.filter((part) => part !== '').join(' · '));
}

/** What it runs on; pages that were built with Node.js run on any web server. */
function runtimeSummary(facts: readonly Fact[], type: string): string {
  const language = type === 'static' ? 'static' : undefined;
  const runtimes = facts.filter(
    (fact) => fact.kind !== 'runtime' || language === undefined || fact.value.language === language,
  );
  const runtime = first(runtimes, 'runtime')?.value;
  if (!runtime) return language === undefined ? '' : displayName(language);
  const { version = runtime.constraint } = runtime;
  // Java 2 to 4 were called 1.2 to 1.4.
  const old = runtime.language === 'java' && /^[1-4]$/.test(version ?? '');
  return named(runtime.language, old ? `1.${version ?? ''}` : version);
}

function middlewareSummary(facts: readonly Fact[]): string {
  const middleware = first(facts, 'middleware')?.value;
  if (!middleware) return 'middleware';
  const name = named(middleware.product, middleware.version);
  return middleware.members.length > 1 ? `${name} × ${middleware.members.length}` : name;
}

function frameworkSummary(facts: readonly Fact[]): string {
  const names = factsOf(facts, 'framework').map(({ value }) => named(value.name, value.version));
  return [...new Set(names)].slice(0, 3).join(', ');
}

function serverSummary(facts: readonly Fact[]): string {
  const api = first(facts, 'servlet-api')?.value;
  const server = first(facts, 'server')?.value;
  const nameless = server === undefined || server.product === 'unknown' || server.product === 'node';
  const name = nameless ? '' : named(server.product, server.version);
  if (!api) return name;
  return name === '' ? `${api.namespace}.servlet` : `${name} (${api.namespace}.servlet)`;
}

function named(name: string, version: string | undefined): string {
  return version === undefined || version === '' ? displayName(name) : `${displayName(name)} ${version}`;
}

function displayName(name: string): string {
  return displayNames.get(name) ?? name;
}

/** The surest fact of a kind: declared before inferred, then in order. */
function first<K extends FactKind>(facts: readonly Fact[], kind: K): FactOf<K> | undefined {
  const found = factsOf(facts, kind);
  return found.find((fact) => fact.certainty !== 'inferred') ?? found[0];
}
