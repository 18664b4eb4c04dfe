import { describe, expect, test } from '@jest/globals';
import { at, generateObjects, planned } from '../../test/plans/generated-objects.js';
import type { Generated } from '../../test/plans/generated-objects.js';
import type { EnsemblePlan } from '../../model/plan-component.js';

function zk(more: Partial<EnsemblePlan> = {}): Generated {
  const component = planned('zk');
  if (!component.ensemble) throw new Error('no ensemble');
  return generateObjects({
    components: { zk: { ...component, ensemble: { ...component.ensemble, ...more } } },
  });
}

function zooCfg(generated: Generated): string {
  return (generated.object('ConfigMap', 'zk-files').data as Record<string, string>)['zoo.cfg'] ?? '';
}

const document = (generated: Generated): string =>
  generated.artefacts.find(({ path }) => path === 'zk/MIGRATION.md')?.content ?? '';

describe('zoo.cfg', () => {
  test('keeps settings, order and what it does not know; members become DNS names', () => {
    expect(zooCfg(zk()).split('\n')).toEqual([
      'tickTime=2000',
      'initLimit=10',
      'syncLimit=5',
      'dataDir=/data',
      'clientPort=2181',
      'maxClientCnxns=200',
      'some.unknown.setting=kept',
      'dataLogDir=/datalog',
      '4lw.commands.whitelist=ruok, srvr',
      'quorumListenOnAllIPs=true',
      'autopurge.snapRetainCount=5',
      'autopurge.purgeInterval=24',
      'admin.enableServer=false',
      'server.1=zk-0.zk-headless:2888:3888',
      'server.2=zk-1.zk-headless:2888:3888',
      'server.3=zk-2.zk-headless:2888:3888',
      '',
    ]);
  });

  test('what is set already and does no harm stays', () => {
    const text = zooCfg(
      zk({
        firstId: 5,
        members: 1,
        settings: [
          { name: '4lw.commands.whitelist', value: 'stat,ruok' },
          { name: 'autopurge.purgeInterval', value: '12' },
          { name: 'admin.enableServer', value: 'true' },
        ],
      }),
    );
    expect(text).toContain(
      '4lw.commands.whitelist=stat, ruok, srvr\nautopurge.purgeInterval=12\nadmin.enableServer=true\n',
    );
    expect(text).toContain('server.5=zk-0.');
    expect(zooCfg(zk({ settings: [{ name: '4lw.commands.whitelist', value: '*' }] }))).toContain(
      'whitelist=*\n',
    );
  });

  test('each change is in the document with the old value and the reason', () => {
    expect(document(zk())).toContain('| dataDir | /var/lib/zookeeper | /data | Data and transaction logs');
    expect(document(zk())).toContain('| server.1 | 10.8.0.21:2888:3888 | zk-0.zk-headless:2888:3888 |');
    const reconfigured = zk({ settings: [{ name: 'dynamicConfigFile', value: '/x' }] });
    expect(zooCfg(reconfigured)).not.toContain('dynamicConfigFile');
    expect(document(reconfigured)).toContain('| dynamicConfigFile | /x | — |');
  });
});

describe('the set', () => {
  const set = zk().object('StatefulSet', 'zk');

  test('starts its members together, and each keeps data and log on volumes of its own', () => {
    expect(at(set, 'spec.podManagementPolicy')).toBe('Parallel');
    expect(at(set, 'spec.replicas')).toBe(3);
    expect(
      (at(set, 'spec.volumeClaimTemplates') as { metadata: { name: string } }[]).map(
        (one) => one.metadata.name,
      ),
    ).toEqual(['data', 'datalog']);
    expect(at(zk().object('Service', 'zk-headless'), 'spec')).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
    });
  });

  test('the heap is below the limit', () => {
    expect(at(zk().object('ConfigMap', 'zk-env'), 'data.ZK_SERVER_HEAP')).toBe('307');
  });

  test.each([
    [3, 1],
    [5, 2],
    [7, 3],
  ])('of %d members %d may be away', (members, away) => {
    expect(at(zk({ members }).object('PodDisruptionBudget', 'zk'), 'spec.maxUnavailable')).toBe(away);
  });

  test('peers reach each other, and nobody else reaches them', () => {
    const policy = zk().object('NetworkPolicy', 'zk');
    const self = {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'zk', 'app.kubernetes.io/instance': 'zk' } },
    };
    expect(at(policy, 'spec.ingress')).toEqual([
      {
        from: [self],
        ports: [
          { port: 2888, protocol: 'TCP' },
          { port: 3888, protocol: 'TCP' },
        ],
      },
    ]);
  });
});

test('a backup is made every night, and the document says how to restore it', () => {
  const generated = zk();
  const job = JSON.stringify(generated.object('CronJob', 'zk-backup'));
  expect(job).toContain('"data-zk-0"');
  expect(job).toContain('"statefulset.kubernetes.io/pod-name":"zk-0"');
  const scripts = generated.object('ConfigMap', 'zk-scripts').data as Record<string, string>;
  expect(scripts['backup.sh']).toContain('cp /datalog/version-2/log.* "$part/log/"');
  expect(document(generated)).toContain('kind: Job');
});
