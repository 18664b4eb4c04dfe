import type { Fact } from '../../model/fact.js';
import type { Text } from '../../model/text.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import {
  claimAlone,
  claimHoldsOne,
  databaseInProcess,
  embeddedDatabase,
  inProcessJobs,
  moreWhenFixed,
  sessionsInMemory,
  twoForAvailability,
} from '../texts/running.js';

const sharedStores: ReadonlySet<string> = new Set(['redis', 'jdbc', 'memcached', 'hazelcast']);

/** One replica when something lives in the process or on its disk that two would not share, else two. */
export function decideReplicas(
  context: ComponentContext,
  storage: { hasClaims: boolean; jndiEmbedded?: boolean },
): number {
  const states = context.all('session-state');
  // Code that uses sessions looks the same whether or not a filter keeps them in Redis or a database.
  const shared = states.some(({ value }) => sharedStores.has(value.store));
  const sessions = shared
    ? undefined
    : states.find((fact) => fact.value.store === 'memory' || fact.value.store === 'file');
  const job = context.all('scheduled-job').find((fact) => fact.value.inProcess);
  const embedded = context.all('datasource').find((fact) => fact.value.embedded);
  const claim = context.all('writable-path').find((fact) => fact.value.persistent);
  const reasons: { text: Text; fact: Fact }[] = [
    ...(sessions
      ? [
          {
            text: sessionsInMemory({ store: sessions.value.store, place: placeOf(sessions) }),
            fact: sessions,
          },
        ]
      : []),
    ...(job ? [{ text: inProcessJobs({ place: placeOf(job) }), fact: job }] : []),
    ...(embedded
      ? [
          {
            text: embeddedDatabase({ product: embedded.value.product, place: placeOf(embedded) }),
            fact: embedded,
          },
        ]
      : []),
    ...(storage.hasClaims && claim ? [{ text: claimHoldsOne({ place: placeOf(claim) }), fact: claim }] : []),
  ];
  if (reasons.length === 0 && !storage.hasClaims) {
    return context.decide('replicas', 2, { because: twoForAvailability(), evidence: [] });
  }
  if (reasons.length === 0) {
    return context.decide('replicas', 1, {
      because: storage.jndiEmbedded === true ? databaseInProcess() : claimAlone(),
      evidence: [],
    });
  }
  return context.decide('replicas', 1, {
    because: {
      en: reasons.map((one) => one.text.en).join(' '),
      'zh-CN': reasons.map((one) => one.text['zh-CN']).join(''),
    },
    evidence: evidenceOf(...reasons.map((one) => one.fact)),
    alternatives: [{ choice: 2, whyNot: moreWhenFixed() }],
  });
}
