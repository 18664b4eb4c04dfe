import { factsOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { ComponentPlan, RoutePlan } from '../../model/plan-component.js';
import { evidenceOf, placeOf } from '../context.js';
import { routeKept } from '../texts/running.js';
import type { PlannedComponent } from './connect-components.js';

/** Lets the web server of a static site hand on what the old one handed to a process on the same machine. */
export function connectRoutes(planned: readonly PlannedComponent[]): PlannedComponent[] {
  return planned.map((one) => {
    const routes = one.plan.kind === 'static' ? routesOf(one, planned) : [];
    return routes.length === 0 ? one : { ...one, plan: withRoutes(one.plan, routes) };
  });
}

function routesOf({ context }: PlannedComponent, planned: readonly PlannedComponent[]): RoutePlan[] {
  const others = planned.filter(
    (one) =>
      one.context.application.id === context.application.id &&
      one.context.component.id !== context.component.id &&
      one.plan.kind !== 'static',
  );
  const routes = new Map<string, RoutePlan>();
  // The old proxy's configuration may lie in the service's own tree.
  for (const fact of factsOf(context.application.facts, 'proxy-route')) {
    const { path, port: old, upstreamPath } = fact.value;
    const target = others.find((one) => one.context.all('port').some(({ value }) => value.port === old));
    const port = target?.plan.ports.find(({ purpose }) => purpose === 'http')?.port;
    if (!target || port === undefined) continue;
    const id = target.context.component.id;
    const because = routeKept({ path, target: id, place: placeOf(fact) });
    context.decide(`routes.${path}`, `${id}:${port}`, { because, evidence: evidenceOf(fact) });
    routes.set(path, { path, target: id, port, ...(upstreamPath === undefined ? {} : { upstreamPath }) });
  }
  return sortBy([...routes.values()], (route) => [route.path]);
}

function withRoutes(plan: ComponentPlan, routes: readonly RoutePlan[]): ComponentPlan {
  const targets = [...plan.dependsOn, ...routes.map(({ target, port }) => ({ target, port }))];
  const unique = new Map(targets.map((one) => [`${one.target} ${one.port}`, one]));
  return { ...plan, routes, dependsOn: sortBy([...unique.values()], (one) => [one.target, one.port]) };
}
