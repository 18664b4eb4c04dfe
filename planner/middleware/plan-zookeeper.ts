import type { FactOf } from '../../model/fact.js';
import type { ComponentPlan, EnsemblePlan, PortPlan } from '../../model/plan-component.js';
import { emptyComponent, sourceOf } from '../component/base.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { planResources } from '../running/resources.js';
import {
  evenMembersDetail,
  evenMembersTitle,
  lineForOld,
  lineKept,
  membersFound,
} from '../texts/middleware.js';
import { compareVersions, linesOf, pickLine } from '../versions.js';
import { planServerEnvironment } from './server-environment.js';
import { askAboutEnsemble } from './to-do.js';

/** A ZooKeeper ensemble from the configuration of one or of each of its servers. */
export function planZooKeeper(context: ComponentContext, fact: FactOf<'middleware'>): ComponentPlan {
  const version = decideLine(context, fact);
  const members = decideMembers(context, fact);
  const settings = settingsOf(context, fact);
  askAboutEnsemble(context, { fact, settings });
  const base = emptyComponent(context);
  return {
    ...base,
    kind: 'middleware',
    source: sourceOf(context),
    runtime: { image: 'zookeeper', version },
    images: [],
    replicas: members,
    ports: portsOf(settings, fact),
    exposure: 'cluster',
    env: planServerEnvironment(context),
    stop: { graceSeconds: 60, preStopSeconds: 0 },
    resources: planResources(context, 'middleware'),
    ensemble: {
      product: 'zookeeper',
      version: fact.value.version ?? version,
      members,
      firstId: firstId(fact),
      settings,
      changed: [],
      dataSize: '10Gi',
      files: [],
    },
  };
}

function decideLine(context: ComponentContext, fact: FactOf<'middleware'>): string {
  const { catalog } = context.options;
  const old = fact.value.version;
  const version = pickLine(catalog, 'zookeeper', []) ?? linesOf(catalog, 'zookeeper').at(-1) ?? '';
  const moves = old !== undefined && compareVersions(version, old.split('.').slice(0, 2).join('.')) > 0;
  return context.decide('runtime.version', version, {
    because: moves ? lineForOld({ old, version }) : lineKept({ version }),
    evidence: evidenceOf(fact),
  });
}

/** As many as the configuration has; a single server or an even number is a person's decision to change. */
function decideMembers(context: ComponentContext, fact: FactOf<'middleware'>): number {
  const count = Math.max(fact.value.members.filter((member) => member.role !== 'observer').length, 1);
  if (count % 2 === 0) {
    context.decider.askPerson({
      component: context.component.id,
      title: evenMembersTitle({ count }),
      detail: evenMembersDetail({ count }),
      evidence: fact.evidence,
    });
  }
  return context.decide('replicas', count, {
    because: membersFound({ count, place: placeOf(fact) }),
    evidence: evidenceOf(fact),
  });
}

function firstId(fact: FactOf<'middleware'>): number {
  const ids = fact.value.members
    .map((member) => Number(member.id))
    .filter((id) => Number.isInteger(id) && id >= 0);
  return ids.length > 0 ? Math.min(...ids) : 1;
}

/** In the order of the file; a setting that members disagree on has the first member's value. The old addresses come last. */
function settingsOf(context: ComponentContext, fact: FactOf<'middleware'>): EnsemblePlan['settings'] {
  const facts = [...context.all('setting')].sort(
    (a, b) => (a.evidence[0].line ?? 0) - (b.evidence[0].line ?? 0),
  );
  const seen = new Map<string, string>();
  for (const { value } of facts) if (!seen.has(value.name)) seen.set(value.name, value.value);
  const servers = fact.value.members.length < 2 ? [] : fact.value.members;
  for (const { id, host, role, ports } of servers) {
    const numbers = ['peer', 'election'].flatMap(
      (name) => ports.find((port) => port.name === name)?.port ?? [],
    );
    seen.set(`server.${id}`, [host, ...numbers, ...(role === undefined ? [] : [role])].join(':'));
  }
  return [...seen].map(([name, value]) => ({ name, value }));
}

function portsOf(settings: EnsemblePlan['settings'], fact: FactOf<'middleware'>): PortPlan[] {
  const client = Number(settings.find((setting) => setting.name === 'clientPort')?.value ?? 2181);
  const ofMembers = (name: string, fallback: number): number =>
    fact.value.members.flatMap((member) => member.ports).find((port) => port.name === name)?.port ?? fallback;
  return [
    { name: 'client', port: client, protocol: 'TCP', purpose: 'client' },
    { name: 'peer', port: ofMembers('peer', 2888), protocol: 'TCP', purpose: 'peer' },
    { name: 'election', port: ofMembers('election', 3888), protocol: 'TCP', purpose: 'election' },
  ];
}
