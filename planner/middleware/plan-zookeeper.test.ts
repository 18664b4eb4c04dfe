import { describe, expect, test } from '@jest/globals';
import { planInMemory } from '../../test/plan-in-memory.js';

const servers = 'server.1=10.8.1.31:2888:3888\nserver.2=10.8.1.32:2888:3888\nserver.3=10.8.1.33:2888:3888\n';
const cfg = (more = ''): string =>
  `tickTime=2000\ndataDir=/data/zk\ndataLogDir=/data2/zk\nclientPort=2181\n${more}${servers}`;
const ensemble = (more: Record<string, string> = {}, last = ''): Record<string, string> => ({
  'zk1/zoo.cfg': cfg('maxClientCnxns=60\n'),
  'zk1/myid': '1\n',
  'zk2/zoo.cfg': cfg('maxClientCnxns=60\n'),
  'zk2/myid': '2\n',
  'zk3/zoo.cfg': cfg(last === '' ? 'maxClientCnxns=60\n' : last),
  'zk3/myid': '3\n',
  ...more,
});

describe('an ensemble', () => {
  test('keeps its heap and the JVM options that still mean something', async () => {
    const { component, manual, plan } = await planInMemory(
      ensemble({
        'zk1/java.env':
          'export JVMFLAGS="-Xms2g -Xmx2g -XX:+UseG1GC -XX:+PrintGCDetails -Djute.maxbuffer=4194304 -Dcom.sun.management.jmxremote.port=9010"\n',
      }),
    );
    expect(component.env).toEqual([
      { name: 'ZK_SERVER_HEAP', value: '2048' },
      { name: 'SERVER_JVMFLAGS', value: '-Djute.maxbuffer=4194304 -XX:+UseG1GC' },
    ]);
    expect(component.resources.limits.memory).toBe('2816Mi');
    expect(manual).toContain('Look at the JVM options that were left out');
    const details = plan.manual.map(({ detail }) => detail.en).join('\n');
    expect(details).toContain('jmxremote.port=9010');
    expect(details).not.toContain('PrintGCDetails');
  });

  test('says where the servers were, and what only a person can do about data and clients', async () => {
    const { text, manual } = await planInMemory(ensemble());
    expect(manual).toEqual(['Bring the data over', 'Change the address in the clients']);
    const document = text('zookeeper/MIGRATION.md');
    expect(document).toContain(
      '| server.2 | 10.8.1.32:2888:3888 | zookeeper-1.zookeeper-headless:2888:3888 |',
    );
    expect(document).toContain('10.8.1.31:2181,10.8.1.32:2181,10.8.1.33:2181 connect to zookeeper.shop:2181');
    expect(text('config-map.yaml')).toContain('server.3=zookeeper-2.zookeeper-headless:2888:3888');
    expect(text('config-map.yaml')).not.toContain('10.8.1');
  });

  test('asks about what its members disagree on, and tells where the log went', async () => {
    const log = 'zookeeper.log.dir=/data/logs/zookeeper\nlog4j.rootLogger=INFO, ROLLINGFILE\n';
    const { manual, plan } = await planInMemory(
      ensemble({ 'zk1/log4j.properties': log }, 'maxClientCnxns=200\n'),
    );
    expect(manual).toContain('Decide on maxClientCnxns');
    expect(JSON.stringify(plan.manual)).toContain('1: 60, 2: 60, 3: 200');
    const decision = plan.decisions.find(({ subject }) => subject === 'components.zookeeper.logging');
    expect(decision?.because.en).toContain('/data/logs/zookeeper (zk1/log4j.properties:1)');
  });

  test('says that observers are not generated, and that an even number is no better', async () => {
    const observer = 'server.4=10.8.1.34:2888:3888:observer\n';
    const files = Object.fromEntries(
      Object.entries(ensemble()).map(([path, content]) => [
        path,
        path.endsWith('.cfg') ? content + observer : content,
      ]),
    );
    const { component, manual } = await planInMemory(files);
    expect(component.replicas).toBe(3);
    expect(manual).toContain('Decide on the observer');
    const two = await planInMemory({ 'zoo.cfg': cfg().replace(/server\.3.*\n/, '') });
    expect(two.manual).toContain('Reconsider 2 voting servers');
  });
});
