import type { EnvPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { flagsKept, flagsLeftDetail, flagsLeftTitle, heapKept, loggedToOutput } from '../texts/middleware.js';

/** Options that every JVM since 11 knows and that mean the same in a container. */
const kept =
  /^-XX:\+Use(G1|Parallel|Serial)GC$|^-XX:(MaxGCPauseMillis|ParallelGCThreads|ConcGCThreads)=|^-D(zookeeper|jute)\.(?!.*(log|root))/i;

/** The heap is a variable of its own; the log goes where the image sends it; these were for a terminal or an old JVM. */
const replaced =
  /^-Xm[sxn]|^-(server|client|d64)$|^-D(zookeeper\.(log|root)|log4j|java\.awt\.headless)|^-XX:\+?(Max)?(Perm|Metaspace)|^-XX:[+-]Print|^-Xloggc|CMS|ConcMarkSweep|UseParNewGC|GCLogFile/i;

/** Heap and JVM options of the old servers, as variables of zkEnv.sh; where the log went is told as a decision. */
export function planServerEnvironment(context: ComponentContext): EnvPlan[] {
  const log = context.all('writable-path').find((fact) => fact.value.use === 'log');
  if (log) {
    const because = loggedToOutput({ path: log.value.path, place: placeOf(log) });
    context.decide('logging', 'stdout', { because, evidence: evidenceOf(log) });
  }
  return [...heap(context), ...flags(context)];
}

function heap(context: ComponentContext): EnvPlan[] {
  const [largest] = context
    .all('memory')
    .filter((fact) => fact.value.kind === 'heap-max')
    .sort((a, b) => b.value.bytes - a.value.bytes);
  if (!largest) return [];
  const value = String(Math.round(largest.value.bytes / 1024 ** 2));
  context.decide('env.ZK_SERVER_HEAP', value, {
    because: heapKept({ heap: value, place: placeOf(largest) }),
    evidence: evidenceOf(largest),
  });
  return [{ name: 'ZK_SERVER_HEAP', value }];
}

function flags(context: ComponentContext): EnvPlan[] {
  const facts = context.all('start-option').filter((fact) => fact.value.option.startsWith('-'));
  const known = facts.filter((fact) => kept.test(fact.value.option));
  const left = facts.filter((fact) => !known.includes(fact) && !replaced.test(fact.value.option));
  if (left.length > 0) {
    context.decider.askPerson({
      component: context.component.id,
      title: flagsLeftTitle(),
      detail: flagsLeftDetail({ options: [...new Set(left.map((fact) => fact.value.option))].join(' ') }),
      evidence: evidenceOf(...left),
    });
  }
  const value = [...new Set(known.map((fact) => fact.value.option))].sort().join(' ');
  if (value === '') return [];
  const because = flagsKept({ place: placeOf(known[0]) });
  context.decide('env.SERVER_JVMFLAGS', value, { because, evidence: evidenceOf(...known) });
  return [{ name: 'SERVER_JVMFLAGS', value }];
}
