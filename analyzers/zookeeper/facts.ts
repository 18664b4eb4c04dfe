import type { FactValues } from '../../model/fact-values.js';
import type { FactCollector } from '../fact-collector.js';
import { settingOf } from './configuration.js';
import type { ZooSetting } from './configuration.js';
import type { Ensemble, Member } from './ensembles.js';

interface Options {
  readonly collector: FactCollector;
  readonly by: string;
  readonly version?: string;
}

/** Emits the ensemble, its members' settings (unknown ones too), ports, directories and files. */
export function extractSettings(ensemble: Ensemble, options: Options): void {
  emitMiddleware(ensemble, options);
  for (const member of ensemble.members) {
    for (const setting of member.configuration.settings) emitSetting(ensemble, { member, setting }, options);
    emitFile(ensemble, member, options);
  }
  for (const server of ensemble.servers) {
    const evidence = server.file.evidence(options.by, server.line);
    const add = (port: number, purpose: 'peer' | 'election' | 'client'): void => {
      options.collector.add('port', ensemble.unit, { port, protocol: 'tcp', purpose }, evidence);
    };
    add(server.peerPort, 'peer');
    if (server.electionPort !== undefined) add(server.electionPort, 'election');
    if (server.clientPort !== undefined) add(server.clientPort, 'client');
  }
}

type MiddlewareMember = FactValues['middleware']['members'][number];

function emitMiddleware(ensemble: Ensemble, { collector, by, version }: Options): void {
  const [first] = ensemble.members;
  if (!first) return;
  const members =
    ensemble.servers.length > 0
      ? ensemble.servers.map((server) => memberOfServer(ensemble, server))
      : [standalone(first)];
  const server = ensemble.servers[0];
  const evidence = server
    ? server.file.evidence(by, server.line)
    : first.configuration.file.evidence(by, settingOf(first.configuration, 'clientPort')?.line ?? 1);
  collector.add(
    'middleware',
    ensemble.unit,
    { product: 'zookeeper', ...(version === undefined ? {} : { version }), members },
    evidence,
  );
}

function memberOfServer(ensemble: Ensemble, server: Ensemble['servers'][number]): MiddlewareMember {
  const own = ensemble.members.find((member) => member.id === server.id) ?? ensemble.members[0];
  const clientPort = server.clientPort ?? portOf(own, 'clientPort');
  return {
    id: server.id,
    host: server.host,
    ...(server.role === undefined ? {} : { role: server.role }),
    ports: [
      ...(clientPort === undefined ? [] : [{ name: 'client', port: clientPort }]),
      { name: 'peer', port: server.peerPort },
      ...(server.electionPort === undefined ? [] : [{ name: 'election', port: server.electionPort }]),
    ],
  };
}

function standalone(member: Member): MiddlewareMember {
  const port = portOf(member, 'clientPort');
  return {
    id: member.id ?? '1',
    host: 'localhost',
    ports: port === undefined ? [] : [{ name: 'client', port }],
  };
}

function portOf(member: Member | undefined, name: string): number | undefined {
  const value = member ? settingOf(member.configuration, name)?.value : undefined;
  return value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : undefined;
}

const ports: ReadonlyMap<string, Pick<FactValues['port'], 'protocol' | 'purpose'>> = new Map([
  ['clientPort', { protocol: 'tcp', purpose: 'client' }],
  ['secureClientPort', { protocol: 'tcp', purpose: 'client' }],
  ['admin.serverPort', { protocol: 'http', purpose: 'admin' }],
  ['metricsProvider.httpPort', { protocol: 'http', purpose: 'management' }],
]);

function emitSetting(
  ensemble: Ensemble,
  { member, setting }: { member: Member; setting: ZooSetting },
  { collector, by }: Options,
): void {
  const { unit } = ensemble;
  const evidence = member.configuration.file.evidence(by, setting.line);
  const secret = /password|passwd|secret/i.test(setting.name) && !/path$/i.test(setting.name);
  const differs =
    new Set(ensemble.members.map((one) => settingOf(one.configuration, setting.name)?.value)).size > 1;
  const name = member.id ?? member.configuration.file.path;
  collector.add(
    'setting',
    unit,
    { name: setting.name, value: secret ? '***' : setting.value, ...(differs ? { member: name } : {}) },
    evidence,
  );
  if (secret)
    collector.add(
      'credential',
      unit,
      { key: setting.name, purpose: /store/i.test(setting.name) ? 'keystore' : 'other' },
      evidence,
    );
  const port = ports.get(setting.name);
  if (port && /^\d{1,5}$/.test(setting.value))
    collector.add(
      'port',
      unit,
      { port: Number(setting.value), ...port, configuredBy: setting.name },
      evidence,
    );
  if (setting.name === 'dataDir' || setting.name === 'dataLogDir') {
    collector.add(
      'writable-path',
      unit,
      { path: setting.value, use: 'data', persistent: true, configuredBy: setting.name },
      evidence,
    );
  }
}

function emitFile(ensemble: Ensemble, member: Member, { collector, by }: Options): void {
  const { file, settings } = member.configuration;
  const secrets = settings.some(
    (one) => /password|passwd|secret/i.test(one.name) && !/path$/i.test(one.name),
  );
  collector.add(
    'config-file',
    ensemble.unit,
    {
      path: file.path,
      format: 'properties',
      purpose: 'server',
      containsSecrets: secrets,
      environmentSpecific: ensemble.servers.length > 0,
    },
    file.evidence(by, 1),
  );
}
