import type { Artefact } from '../../model/artefact.js';
import { sortBy } from '../../model/order.js';
import type { ComponentPlan, ConfigFilePlan } from '../../model/plan-component.js';
import { say } from '../generation.js';
import type { ComponentScope } from '../generation.js';
import { builtImage } from '../images.js';
import { placeholder } from '../kubernetes/config-objects.js';
import { serialise } from '../kubernetes/manifest.js';
import { claimName } from '../kubernetes/pod-volumes.js';
import { zooKeeperRestore } from '../zookeeper/generate-zookeeper.js';
import { zooKeeperSettings } from '../zookeeper/settings.js';
import { kindName, purposeName, runtimeName } from './names.js';
import { cell, decisionRow, manualRow } from './prose.js';

/** Data of `migration/component.*`. */
export function componentData(
  scope: ComponentScope,
  artefacts: readonly Artefact[],
): Record<string, unknown> {
  const { component, id, plan } = scope;
  const prefix = `components.${id}.`;
  const decisions = sortBy(
    plan.decisions.filter(({ subject }) => subject.startsWith(prefix)),
    ({ subject }) => [subject],
  );
  const manual = plan.manual.filter((step) => step.component === id);
  return {
    id,
    namespace: plan.settings.namespace,
    kind: say(scope, kindName(component)),
    runtime: runtimeName(component),
    java: component.runtime.java ?? false,
    replicas: component.ensemble?.members ?? component.replicas,
    single: (component.ensemble?.members ?? component.replicas) === 1,
    decisions: nonEmpty(decisions.map((decision) => decisionRow(scope, decision, prefix))),
    manual: nonEmpty(manual.map((step) => manualRow(scope, step))),
    files: nonEmpty(component.configFiles.map(fileRow)),
    secrets: nonEmpty(secretRows(scope)),
    claims: nonEmpty(
      component.volumes
        .filter(({ kind }) => kind === 'claim')
        .map((volume) => ({ ...volume, claim: claimName(id, volume) })),
    ),
    ...commandData(scope, artefacts),
    ...ensembleData(scope),
  };
}

function nonEmpty<T>(items: readonly T[]): readonly T[] | false {
  return items.length > 0 && items;
}

function fileRow(file: ConfigFilePlan): Record<string, unknown> {
  return {
    from: cell(file.from ?? file.name),
    mountPath: cell(file.mountPath),
    secret: file.store === 'secret',
    changes: nonEmpty(
      file.changes.map((change) => ({
        line: change.line,
        key: cell(change.key),
        from: change.secret ? '***' : cell(change.oldValue ?? ''),
        to: cell(change.value),
      })),
    ),
  };
}

function secretRows(scope: ComponentScope): Record<string, unknown>[] {
  const rows = scope.component.secrets.flatMap((secret) =>
    secret.keys.map(({ key, purpose, foundAt }) => ({
      name: secret.name,
      key,
      purpose: cell(say(scope, purposeName(purpose))),
      foundAt: foundAt === undefined ? '—' : `\`${cell(foundAt)}\``,
      placeholder: placeholder(secret.name, key),
    })),
  );
  return sortBy(rows, ({ name, key }) => [name, key]);
}

function commandData(scope: ComponentScope, artefacts: readonly Artefact[]): Record<string, unknown> {
  const { component, id, plan } = scope;
  const has = (path: string): boolean => artefacts.some((artefact) => artefact.path === path);
  return {
    context: component.source.context === '' ? '.' : component.source.context,
    images: nonEmpty(
      has(`${id}/Dockerfile`)
        ? component.images.map((image) => ({
            target: image.target ?? false,
            reference: builtImage(plan.settings, image),
          }))
        : [],
    ),
    caBundle: plan.settings.caBundle ?? false,
    pushed: plan.settings.registry !== undefined,
    manifests: has(`${id}/kubernetes/kustomization.yaml`),
    workload: component.kind === 'middleware' ? `statefulset/${id}` : `deployment/${id}`,
    smokeTest: component.smokeTest ?? false,
    servicePort: smokePort(component) ?? false,
  };
}

/** The port that the page for the smoke test is asked on: a health page may have one of its own. */
function smokePort(component: ComponentPlan): number | undefined {
  const found = component.ports.find(({ name }) => name === component.smokeTest?.port);
  return (found ?? component.ports.find(({ purpose }) => purpose === 'http'))?.port;
}

function ensembleData(scope: ComponentScope): Record<string, unknown> {
  const { component, id } = scope;
  const { ensemble } = component;
  if (ensemble?.product !== 'zookeeper') return { settings: false, restore: false };
  const ours = zooKeeperSettings(id, component, ensemble).changes.map((change) => ({
    name: cell(change.name),
    from: cell(change.from === '' ? '—' : change.from),
    to: cell(change.to === '' ? '—' : change.to),
    because: cell(say(scope, change.because)),
  }));
  const planned = ensemble.changed
    .filter(({ name }) => !ours.some((one) => one.name === cell(name)))
    .map(({ name, from, to, because }) => ({
      name: cell(name),
      from: cell(from),
      to: cell(to),
      because: cell(because),
    }));
  const manifest = zooKeeperRestore(scope, 0);
  return {
    settings: nonEmpty([...planned, ...ours]),
    restore: manifest ? serialise(manifest).trimEnd() : false,
    lastOrdinal: ensemble.members - 1,
    members: ensemble.members,
  };
}
