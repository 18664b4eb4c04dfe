import { describe, expect, test } from '@jest/globals';
import type { FactKind, UnitFact } from '../../model/fact.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import { zookeeperAnalyzer } from './index.js';
import { parseServer } from './configuration.js';

const servers =
  'server.1=zk1.example.com:2888:3888\nserver.2=zk2.example.com:2888:3888\nserver.3=zk3.example.com:2888:3888\n';
const base = 'tickTime=2000\ninitLimit=10\nsyncLimit=5\ndataDir=/data/zk\nclientPort=2181\n';

async function run(files: Record<string, string>) {
  const project = createMemoryProject(files);
  const matched = project.find(zookeeperAnalyzer.files);
  const result = await zookeeperAnalyzer.analyze(matched, project);
  const values = <K extends FactKind>(kind: K): Extract<UnitFact, { kind: K }>[] =>
    result.facts.filter((fact): fact is Extract<UnitFact, { kind: K }> => fact.kind === kind);
  return { ...result, values };
}

describe('one file for all servers', () => {
  test('is an ensemble with members, ports and settings', async () => {
    const { values, problems } = await run({ 'conf/zoo.cfg': `${base}${servers}my.own.key=x\n` });
    const [middleware] = values('middleware');
    expect(middleware?.value.members.map((member) => [member.id, member.host])).toEqual([
      ['1', 'zk1.example.com'],
      ['2', 'zk2.example.com'],
      ['3', 'zk3.example.com'],
    ]);
    expect(middleware?.value.members[0]?.ports).toEqual([
      { name: 'client', port: 2181 },
      { name: 'peer', port: 2888 },
      { name: 'election', port: 3888 },
    ]);
    expect(middleware?.evidence[0]).toMatchObject({ file: 'conf/zoo.cfg', line: 6 });
    expect(values('port').map((fact) => [fact.value.port, fact.value.purpose])).toEqual([
      [2181, 'client'],
      [2888, 'peer'],
      [3888, 'election'],
    ]);
    expect(values('setting').find((fact) => fact.value.name === 'my.own.key')?.evidence[0].line).toBe(9);
    expect(values('writable-path')).toMatchObject([
      { value: { path: '/data/zk', use: 'data', persistent: true } },
    ]);
    expect(values('packaging')[0]).toMatchObject({
      unit: '',
      value: { type: 'middleware', name: 'zookeeper' },
    });
    expect(problems).toEqual([]);
  });

  test('a server that stands alone is one member', async () => {
    const { values } = await run({ 'zoo.cfg': base });
    expect(values('middleware')[0]?.value.members).toEqual([
      { id: '1', host: 'localhost', ports: [{ name: 'client', port: 2181 }] },
    ]);
  });
});

describe('a file for each server', () => {
  const files = {
    'estate/node1/conf/zoo.cfg': `${base}${servers}`,
    'estate/node2/conf/zoo.cfg': `${base}${servers}`,
    'estate/node3/conf/zoo.cfg': `${base.replace('2181', '2183')}${servers}`,
    'estate/node1/data/myid': '1\n',
    'estate/node2/data/myid': '2\n',
    'estate/node3/data/myid': '3\n',
  };

  test('joins them into one unit', async () => {
    const { values } = await run(files);
    expect(values('packaging').map((fact) => fact.unit)).toEqual(['estate']);
    expect(values('middleware')).toHaveLength(1);
    expect(values('config-file').map((fact) => fact.value.path)).toEqual([
      'estate/node1/conf/zoo.cfg',
      'estate/node2/conf/zoo.cfg',
      'estate/node3/conf/zoo.cfg',
    ]);
  });

  test('names the member where a setting differs, by its myid', async () => {
    const { values } = await run(files);
    const ports = values('setting').filter((fact) => fact.value.name === 'clientPort');
    expect(ports.map((fact) => [fact.value.member, fact.value.value])).toEqual([
      ['1', '2181'],
      ['2', '2181'],
      ['3', '2183'],
    ]);
    expect(values('setting').find((fact) => fact.value.name === 'tickTime')?.value).toEqual({
      name: 'tickTime',
      value: '2000',
    });
    expect(values('middleware')[0]?.value.members[2]?.ports[0]).toEqual({ name: 'client', port: 2183 });
  });

  test('files beside each other are told apart by their names', async () => {
    const { values } = await run({
      'zoo1.cfg': `${base}${servers}`,
      'zoo2.cfg': `${base.replace('/data/zk', '/data/zk2')}${servers}`,
      'zoo3.cfg': `${base}${servers}`,
    });
    expect(values('middleware')).toHaveLength(1);
    const dirs = values('setting').filter((fact) => fact.value.name === 'dataDir');
    expect(dirs.map((fact) => fact.value.member)).toEqual(['1', '2', '3']);
  });

  test('a deviating setting is a problem at its line', async () => {
    const { problems } = await run({
      ...files,
      'estate/node2/conf/zoo.cfg': `${base.replace('syncLimit=5', 'syncLimit=2')}${servers}`,
    });
    expect(problems).toMatchObject([
      { code: 'zookeeper-members-disagree', file: 'estate/node2/conf/zoo.cfg', line: 3 },
    ]);
    expect(problems[0]?.message['zh-CN']).toContain('syncLimit');
  });

  test('a deviating server line is a problem', async () => {
    const { problems } = await run({
      ...files,
      'estate/node3/conf/zoo.cfg': `${base}${servers.replace('zk2.example.com:2888:3888', 'zk2.example.com:2888:3889')}`,
    });
    expect(problems).toMatchObject([
      { code: 'zookeeper-server-lists-differ', file: 'estate/node3/conf/zoo.cfg', line: 7 },
    ]);
  });

  test('two ensembles in one tree stay two', async () => {
    const other = servers.replaceAll('example.com', 'example.org');
    const { values } = await run({ 'a/zoo.cfg': base + servers, 'b/zoo.cfg': base + other });
    expect(values('packaging').map((fact) => fact.unit)).toEqual(['a', 'b']);
  });
});

describe('everything around it', () => {
  test('a dynamic configuration file names the servers', async () => {
    const { values } = await run({
      'conf/zoo.cfg': 'tickTime=2000\ndataDir=/d\ndynamicConfigFile=/opt/zk/conf/zoo.cfg.dynamic.100\n',
      'conf/zoo.cfg.dynamic.100':
        'server.1=a:2888:3888:participant;2181\nserver.2=b:2888:3888:observer;0.0.0.0:2182\n',
    });
    const [middleware] = values('middleware');
    expect(middleware?.value.members).toEqual([
      {
        id: '1',
        host: 'a',
        role: 'participant',
        ports: [
          { name: 'client', port: 2181 },
          { name: 'peer', port: 2888 },
          { name: 'election', port: 3888 },
        ],
      },
      {
        id: '2',
        host: 'b',
        role: 'observer',
        ports: [
          { name: 'client', port: 2182 },
          { name: 'peer', port: 2888 },
          { name: 'election', port: 3888 },
        ],
      },
    ]);
    expect(middleware?.evidence[0]).toMatchObject({ file: 'conf/zoo.cfg.dynamic.100', line: 1 });
  });

  test('heap, flags and log directory come from java.env and zkEnv.sh', async () => {
    const { values } = await run({
      'conf/zoo.cfg': base,
      'conf/java.env':
        '#!/bin/sh\nexport JVMFLAGS="-Xms512m -Xmx1g -Dzookeeper.4lw.commands.whitelist=ruok"\n',
      'conf/zookeeper-env.sh': 'ZOO_LOG_DIR=/var/log/zookeeper\nZK_SERVER_HEAP=2048\n',
    });
    expect(values('memory').map((fact) => fact.value)).toEqual([
      { kind: 'heap-initial', bytes: 536870912 },
      { kind: 'heap-max', bytes: 1073741824 },
      { kind: 'heap-max', bytes: 2147483648 },
    ]);
    expect(values('start-option').map((fact) => fact.value.option)).toContain(
      '-Dzookeeper.4lw.commands.whitelist=ruok',
    );
    expect(values('writable-path').map((fact) => fact.value.path)).toEqual([
      '/data/zk',
      '/var/log/zookeeper',
    ]);
  });

  test('a version past its end says so', async () => {
    const { values } = await run({
      'conf/zoo.cfg': base,
      'README.md': '# Estate\nZooKeeper 3.4.14 on three hosts\n',
    });
    expect(values('middleware')[0]?.value.version).toBe('3.4.14');
    expect(values('end-of-life')).toMatchObject([
      {
        value: { product: 'zookeeper', version: '3.4.14', until: '2020-06' },
        evidence: [{ file: 'README.md', line: 2 }],
      },
    ]);
  });

  test('a secret is not shown', async () => {
    const { values, facts } = await run({ 'zoo.cfg': `${base}ssl.keyStore.password=hunter2\n` });
    expect(values('setting').at(-1)?.value).toEqual({ name: 'ssl.keyStore.password', value: '***' });
    expect(values('credential')).toMatchObject([
      { value: { key: 'ssl.keyStore.password', purpose: 'keystore' } },
    ]);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });
});

describe('bad input', () => {
  test('a broken server line is a problem at its line, and the others hold', async () => {
    const { values, problems } = await run({
      'zoo.cfg': `${base}server.1=a:2888:3888\nserver.2=b:x:3888\nserver.three=c:1:2\n`,
    });
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([
      ['zookeeper-broken-server', 7],
      ['zookeeper-broken-server', 8],
    ]);
    expect(values('middleware')[0]?.value.members).toHaveLength(1);
  });

  test('a line that is no setting is a problem', async () => {
    const { problems } = await run({ 'zoo.cfg': `${base}autopurge\n` });
    expect(problems).toMatchObject([{ code: 'zookeeper-broken-line', line: 6 }]);
  });

  test('other products’ .cfg files and the sample are left alone', async () => {
    const { facts } = await run({
      'haproxy.cfg': 'global\n  maxconn 100\ndefaults\n  timeout client 5s\n',
      'conf/zoo_sample.cfg': base,
      'tox.cfg': '[metadata]\nname = x\n',
    });
    expect(facts).toEqual([]);
  });

  test('server values that ZooKeeper refuses are refused', () => {
    expect(parseServer('1', 'host')).toBeUndefined();
    expect(parseServer('1', 'host:70000:1')).toBeUndefined();
    expect(parseServer('x', 'host:1:2')).toBeUndefined();
    expect(parseServer('1', '[::1]:2888:3888')?.host).toBe('[::1]');
    expect(parseServer('1', 'a:1:2|b:1:2;3')).toEqual({
      id: '1',
      host: 'a',
      peerPort: 1,
      electionPort: 2,
      clientPort: 3,
    });
  });
});
