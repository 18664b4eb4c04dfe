import type { ComponentPlan, EnsemblePlan } from '../../model/plan-component.js';
import type { Text } from '../../model/text.js';
import {
  whyAdmin,
  whyAllAddresses,
  whyData,
  whyDynamic,
  whyFourLetter,
  whyMembers,
  whyPurge,
} from './texts.js';

/** A setting that a cluster of pods needs to be otherwise. `from` is empty when it was not set. */
interface SettingChange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly because: Text;
}

export interface ZooKeeperSettings {
  readonly lines: readonly { readonly name: string; readonly value: string }[];
  readonly changes: readonly SettingChange[];
}

export const dataDirectory = '/data';
export const logDirectory = '/datalog';

/** Commands that the probes send: https://zookeeper.apache.org/doc/r3.9.3/zookeeperAdmin.html#sc_4lw */
const probeCommands = ['ruok', 'srvr'];

/**
 * `zoo.cfg` for the pods: the settings in their order, unknown ones too; paths, members and what pods need replaced or added.
 */
export function zooKeeperSettings(
  id: string,
  component: ComponentPlan,
  ensemble: EnsemblePlan,
): ZooKeeperSettings {
  const lines: { name: string; value: string }[] = [];
  const changes: SettingChange[] = [];
  const replacements = new Map(forced(ensemble).map((one) => [one.name, one]));
  for (const { name, value } of ensemble.settings) {
    if (/^server\.\d+$/.test(name)) continue;
    if (name === 'dynamicConfigFile') {
      changes.push({ name, from: value, to: '', because: whyDynamic() });
      continue;
    }
    const replacement = replacements.get(name);
    replacements.delete(name);
    const to = replacement === undefined || replacement.onlyIfAbsent === true ? value : replacement.value;
    if (replacement && to !== value) changes.push({ name, from: value, to, because: replacement.because });
    lines.push({ name, value: to });
  }
  for (const { name, value, because } of replacements.values()) {
    lines.push({ name, value });
    changes.push({ name, from: '', to: value, because });
  }
  const members = memberLines(id, component, ensemble);
  const before = ensemble.settings.filter(({ name }) => /^server\.\d+$/.test(name));
  for (const { name, value } of members) {
    const from = before.find((one) => one.name === name)?.value ?? '';
    if (from !== value) changes.push({ name, from, to: value, because: whyMembers() });
  }
  return { lines: [...lines, ...members], changes };
}

interface Forced {
  readonly name: string;
  readonly value: string;
  readonly because: Text;
  /** A value that the configuration has already is as good. */
  readonly onlyIfAbsent?: boolean;
}

function forced(ensemble: EnsemblePlan): Forced[] {
  const value = (name: string): string | undefined =>
    ensemble.settings.find((setting) => setting.name === name)?.value;
  const commands = (value('4lw.commands.whitelist') ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const allowed = commands.includes('*') ? commands : [...new Set([...commands, ...probeCommands])];
  return [
    { name: 'dataDir', value: dataDirectory, because: whyData() },
    { name: 'dataLogDir', value: logDirectory, because: whyData() },
    { name: 'clientPort', value: '2181', because: whyMembers(), onlyIfAbsent: true },
    { name: '4lw.commands.whitelist', value: allowed.join(', '), because: whyFourLetter() },
    { name: 'quorumListenOnAllIPs', value: 'true', because: whyAllAddresses() },
    { name: 'autopurge.snapRetainCount', value: '5', because: whyPurge(), onlyIfAbsent: true },
    { name: 'autopurge.purgeInterval', value: '24', because: whyPurge(), onlyIfAbsent: true },
    { name: 'admin.enableServer', value: 'false', because: whyAdmin(), onlyIfAbsent: true },
  ];
}

function memberLines(
  id: string,
  component: ComponentPlan,
  ensemble: EnsemblePlan,
): { name: string; value: string }[] {
  const { peer, election } = quorumPorts(component);
  return Array.from({ length: ensemble.members }, (_, ordinal) => ({
    name: `server.${ensemble.firstId + ordinal}`,
    value: `${id}-${ordinal}.${headlessName(id)}:${peer}:${election}`,
  }));
}

export function headlessName(id: string): string {
  return `${id}-headless`;
}

export function quorumPorts(component: ComponentPlan): { peer: number; election: number } {
  const port = (purpose: string): number | undefined =>
    component.ports.find((one) => one.purpose === purpose)?.port;
  return { peer: port('peer') ?? 2888, election: port('election') ?? 3888 };
}

export function clientPort(component: ComponentPlan, ensemble: EnsemblePlan): number {
  const set = Number(ensemble.settings.find(({ name }) => name === 'clientPort')?.value);
  const planned = component.ports.find(({ purpose }) => purpose === 'client')?.port;
  return planned ?? (Number.isInteger(set) && set > 0 ? set : 2181);
}
