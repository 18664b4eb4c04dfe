import type { FactOf } from '../../model/fact.js';
import type { EnsemblePlan } from '../../model/plan-component.js';
import type { Text } from '../../model/text.js';
import type { Evidence } from '../../model/evidence.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf } from '../context.js';
import {
  clientsDetail,
  clientsTitle,
  membersDisagreeDetail,
  membersDisagreeTitle,
  moveDataDetail,
  moveDataTitle,
  observersDetail,
  observersTitle,
} from '../texts/middleware.js';

/** Every pod has these of its own, or they are replaced anyway. */
const ofMember =
  /^(clientPort(Address)?|dataDir|dataLogDir|admin\.server(Port|Address)|metricsProvider\.httpPort|peerType|dynamicConfigFile)$/;

/** What nobody but a person can decide or do about an ensemble. */
export function askAboutEnsemble(
  context: ComponentContext,
  given: { fact: FactOf<'middleware'>; settings: EnsemblePlan['settings'] },
): void {
  const ask = (title: Text, detail: Text, evidence: readonly Evidence[]): void => {
    context.decider.askPerson({ component: context.component.id, title, detail, evidence });
  };
  askAboutDeviations(context, ask);
  const observers = given.fact.value.members.filter((member) => member.role === 'observer');
  if (observers.length > 0) {
    const ids = observers.map((member) => member.id).join(', ');
    ask(observersTitle({ count: observers.length }), observersDetail({ ids }), given.fact.evidence);
  }
  const setting = (name: string): string | undefined =>
    given.settings.find((one) => one.name === name)?.value;
  const data = setting('dataDir');
  if (data !== undefined) {
    const facts = context.all('setting').filter((one) => /^data(Log)?Dir$/.test(one.value.name));
    const log = setting('dataLogDir') ?? data;
    ask(moveDataTitle(), moveDataDetail({ data, log, id: context.component.id }), evidenceOf(...facts));
  }
  askAboutClients(context, { ...given, port: setting('clientPort') ?? '2181', ask });
}

type Ask = (title: Text, detail: Text, evidence: readonly Evidence[]) => void;

function askAboutClients(
  context: ComponentContext,
  given: { fact: FactOf<'middleware'>; port: string; ask: Ask },
): void {
  const old = given.fact.value.members.map(({ host, ports }) => {
    const own = ports.find((port) => port.name === 'client')?.port ?? given.port;
    return `${host}:${own}`;
  });
  const { namespace } = context.options.settings;
  const address = `${context.component.id}.${namespace}:${given.port}`;
  const detail = clientsDetail({ old: old.join(','), address, namespace });
  given.ask(clientsTitle(), detail, given.fact.evidence);
}

/** Members are told apart in the facts of a setting only where they disagree. */
function askAboutDeviations(context: ComponentContext, ask: Ask): void {
  const differing = context
    .all('setting')
    .filter((fact) => fact.value.member !== undefined && !ofMember.test(fact.value.name));
  for (const name of [...new Set(differing.map((fact) => fact.value.name))].sort()) {
    const facts = differing.filter((fact) => fact.value.name === name);
    const values = facts.map(({ value }) => `${value.member ?? ''}: ${value.value}`).join(', ');
    const chosen = facts[0]?.value.value ?? '';
    ask(
      membersDisagreeTitle({ name }),
      membersDisagreeDetail({ name, values, chosen }),
      evidenceOf(...facts),
    );
  }
}
