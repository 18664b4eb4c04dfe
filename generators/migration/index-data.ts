import type { Artefact } from '../../model/artefact.js';
import { sortBy } from '../../model/order.js';
import { say } from '../generation.js';
import type { Workshop } from '../generation.js';
import { kindName, runtimeName } from './names.js';
import { decisionRow, manualRow } from './prose.js';

/** Data of `migration/index.*`. */
export function indexData(workshop: Workshop, artefacts: readonly Artefact[]): Record<string, unknown> {
  const { plan } = workshop;
  const components = sortBy(Object.entries(plan.components), ([id]) => [id]).map(([id, component]) => ({
    id,
    kind: say(workshop, kindName(component)),
    runtime: runtimeName(component),
    replicas: component.ensemble?.members ?? component.replicas,
    manual: plan.manual.filter((step) => step.component === id).length,
  }));
  const dependencies = sortBy(Object.entries(plan.dependencies), ([id]) => [id]).map(([id, dependency]) => ({
    id,
    service: dependency.service,
    generated: dependency.mode === 'generated',
    host: dependency.externalHost ?? '—',
    serviceName: dependency.serviceName,
    port: dependency.port,
    usedBy: dependency.usedBy.join(', '),
    secret: dependency.secret ?? '—',
  }));
  const general = plan.manual.filter((step) => plan.components[step.component] === undefined);
  const decisions = plan.decisions.filter(({ subject }) => subject.startsWith('dependencies.'));
  return {
    namespace: plan.settings.namespace,
    components: components.length > 0 && components,
    dependencies: dependencies.length > 0 && dependencies,
    decisions: decisions.length > 0 && decisions.map((one) => decisionRow(workshop, one, 'dependencies.')),
    generated: dependencies.some(({ generated }) => generated),
    manual: general.length > 0 && general.map((step) => manualRow(workshop, step)),
    todo: plan.manual.map((step) => ({ component: step.component, title: say(workshop, step.title) })),
    manifests: artefacts.some(({ path }) => path === 'kustomization.yaml'),
  };
}
