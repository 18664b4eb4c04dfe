import type { Analysis, Application, Component } from '../model/analysis.js';
import { factsOf } from '../model/fact.js';
import { sortBy } from '../model/order.js';
import type { ComponentPlan } from '../model/plan-component.js';
import type { DependencyPlan } from '../model/plan-dependency.js';
import type { Plan } from '../model/plan.js';
import { askAboutBrokenLinks } from './broken-links.js';
import { createComponentContext } from './context.js';
import type { ComponentContext, PlanningOptions } from './context.js';
import { createDecider } from './decider.js';
import type { Decider } from './decider.js';
import type { NamedDependency } from './dependencies/collect.js';
import { planDependencies } from './dependencies/plan-dependencies.js';
import { decideProfile } from './dependencies/profiles.js';
import { planJar } from './java/plan-jar.js';
import { askAboutLogFiles } from './java/logs.js';
import { planWar } from './java/plan-war.js';
import { connectComponents } from './links/connect-components.js';
import { connectRoutes } from './links/connect-routes.js';
import type { PlannedComponent } from './links/connect-components.js';
import { planZooKeeper } from './middleware/plan-zookeeper.js';
import { planNode, planStatic } from './node/plan-node.js';
import { planPhp } from './php/plan-php.js';
import { notPlannedTitle, productNotPlanned } from './texts/plan.js';

/** From facts to a plan. Pure: the same analysis and options give the same plan. */
export function createPlan(analysis: Analysis, options: PlanningOptions): Plan {
  const decider = createDecider();
  const planned = analysis.applications.map((application) =>
    planApplication(application, { options, decider }),
  );
  return {
    version: 1,
    settings: options.settings,
    components: sorted(
      connectRoutes(
        connectComponents(
          planned.flatMap((one) => one.components),
          analysis.links,
        ),
      ).map(({ context, plan }): [string, ComponentPlan] => [context.component.id, plan]),
    ),
    dependencies: sorted(planned.flatMap((one) => one.dependencies)),
    decisions: decider.decisions(),
    manual: decider.manual(),
  };
}

function planApplication(
  application: Application,
  shared: { options: PlanningOptions; decider: Decider },
): { components: PlannedComponent[]; dependencies: [string, DependencyPlan][] } {
  const contexts = application.components.map((component) => {
    const context = createComponentContext(application, component, shared);
    return { ...context, profile: decideProfile(context) };
  });
  const profiles = new Map(contexts.map((context) => [context.component.id, context.profile]));
  const dependencies = planDependencies(application, { ...shared, profileOf: (id) => profiles.get(id) });
  const components = contexts.flatMap((context) => {
    const { component } = context;
    const mine = dependencies.filter(([, , need]) => need.components.includes(component.id));
    const plan = planComponent(context, { dependencies: mine, profile: profiles.get(component.id) });
    return plan ? [{ context, plan }] : [];
  });
  askAboutBrokenLinks(contexts, application.problems);
  const used = dependencies.filter(([, plan]) =>
    plan.usedBy.some((id) => components.some((one) => one.context.component.id === id)),
  );
  return { components, dependencies: used.map(([id, plan]) => [id, plan]) };
}

function planComponent(
  context: ComponentContext,
  given: { dependencies: readonly NamedDependency[]; profile: string | undefined },
): ComponentPlan | undefined {
  const { component } = context;
  const refusal = component.notGenerated;
  if (refusal) refuse(context, refusal);
  switch (refusal ? 'refused' : context.best('packaging')?.value.type) {
    case 'war':
      askAboutLogFiles(context);
      return planWar(context, given);
    case 'executable-jar':
      askAboutLogFiles(context);
      return planJar(context, given);
    case 'php':
      return planPhp(context, given);
    case 'node':
      return planNode(context, given);
    case 'static':
      return planStatic(context);
    case 'middleware':
      return planMiddleware(context);
    default:
      return undefined;
  }
}

function planMiddleware(context: ComponentContext): ComponentPlan | undefined {
  const [fact] = factsOf(context.facts, 'middleware');
  if (fact?.value.product === 'zookeeper') return planZooKeeper(context, fact);
  refuse(context, productNotPlanned({ product: fact?.value.product ?? 'unknown' }));
  return undefined;
}

function refuse(context: ComponentContext, why: NonNullable<Component['notGenerated']>): void {
  context.decider.askPerson({
    component: context.component.id,
    title: notPlannedTitle({ id: context.component.id }),
    detail: why,
    evidence: context.all('packaging').flatMap((fact) => fact.evidence),
  });
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(sortBy(entries, ([id]) => [id]));
}
