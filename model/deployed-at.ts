import type { Fact, FactOf } from './fact.js';
import { factsOf } from './fact.js';

/**
 * Which of a component's `deployed-at` facts mean this component: a proxy's configuration beside several components speaks of
 * the one whose port, and whose path where both name one, it hands requests to. `facts` are the component's own.
 */
export function addressesOf(facts: readonly Fact[]): FactOf<'deployed-at'>[] {
  const ports = factsOf(facts, 'port')
    .filter(({ value }) => value.purpose === 'application' || value.purpose === 'client')
    .map(({ value }) => value.port);
  const contextPaths = factsOf(facts, 'context-path').map(({ value }) => value.path);
  return factsOf(facts, 'deployed-at').filter(
    ({ value }) =>
      (value.port === undefined || ports.includes(value.port)) && pathAgrees(value.path, contextPaths),
  );
}

/** `/order/api` agrees with the context path `/order`; what names no path, or is served at the root, contradicts nothing. */
export function pathAgrees(path: string | undefined, contextPaths: readonly string[]): boolean {
  const named = contextPaths.filter((one) => one !== '' && one !== '/');
  if (path === undefined || named.length === 0) return true;
  const asked = `/${path.replace(/^\/+|\/+$/g, '')}`;
  return asked === '/' || named.some((one) => asked === one || asked.startsWith(`${one}/`));
}
