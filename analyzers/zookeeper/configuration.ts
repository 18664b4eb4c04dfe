import type { SourceFile } from '../../workspace/project.js';

/**
 * zoo.cfg is read by java.util.Properties, and so is what we read.
 * https://zookeeper.apache.org/doc/r3.9.3/zookeeperAdmin.html#sc_configuration
 */

/** One `key=value` of a configuration file. */
export interface ZooSetting {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** One `server.N=host:peer:election[:role][;[address:]client]`. */
export interface ZooServer {
  readonly id: string;
  readonly host: string;
  readonly peerPort: number;
  readonly electionPort?: number;
  readonly role?: 'participant' | 'observer';
  readonly clientPort?: number;
  readonly line: number;
  readonly file: SourceFile;
}

/** A configuration file of one server (or of all), taken apart. */
export interface ZooConfiguration {
  readonly file: SourceFile;
  /** Everything that is not a server line, in file order. */
  readonly settings: readonly ZooSetting[];
  readonly servers: readonly ZooServer[];
  readonly brokenLines: readonly { readonly line: number; readonly kind: 'not-a-setting' | 'server' }[];
}

/** True for a file that speaks of a ZooKeeper server: at least two of tickTime, dataDir and clientPort, or server lines. */
export function isZooConfiguration(file: SourceFile): boolean {
  const names = new Set(file.properties().map((entry) => entry.key));
  const marks = ['tickTime', 'dataDir', 'clientPort', 'secureClientPort', 'initLimit'].filter((name) =>
    names.has(name),
  );
  const servers = file
    .properties()
    .some((entry) => /^server\.\d+$/.test(entry.key) && /:\d+:\d+/.test(entry.value));
  return marks.length >= 2 || (servers && (marks.length >= 1 || names.has('dynamicConfigFile')));
}

/** Takes a configuration file apart; lines that say nothing ZooKeeper understands are kept as broken. */
export function readConfiguration(file: SourceFile): ZooConfiguration {
  const settings: ZooSetting[] = [];
  const servers: ZooServer[] = [];
  const brokenLines: { line: number; kind: 'not-a-setting' | 'server' }[] = [];
  for (const { key, value, line } of file.properties()) {
    const id = /^server\.(.+)$/.exec(key)?.[1];
    if (id === undefined) {
      if (value.trim() === '' && !/[=:]/.test(file.lines()[line - 1] ?? ''))
        brokenLines.push({ line, kind: 'not-a-setting' });
      else settings.push({ name: key, value: value.trim(), line });
      continue;
    }
    const server = parseServer(id, value.trim());
    if (server) servers.push({ ...server, line, file });
    else brokenLines.push({ line, kind: 'server' });
  }
  return { file, settings, servers, brokenLines };
}

/** Reads the value of a server line; undefined when ZooKeeper would refuse it. */
export function parseServer(id: string, value: string): Omit<ZooServer, 'line' | 'file'> | undefined {
  if (!/^\d+$/.test(id)) return undefined;
  // Several addresses of one server are separated by `|`; the first stands for it.
  const [addresses = '', client] = value.split(';');
  const address = addresses.split('|')[0] ?? '';
  const match = /^(\[[\da-f:]+\]|[\w.-]+):(\d{1,5})(?::(\d{1,5}))?(?::(participant|observer))?$/i.exec(
    address.trim(),
  );
  if (!match) return undefined;
  const [, host = '', peer, election, role] = match;
  const clientPort = client === undefined ? undefined : Number(/(\d{1,5})\s*$/.exec(client)?.[1]);
  const ports = [peer, election, clientPort].filter((port) => port !== undefined).map(Number);
  if (ports.some((port) => !(port > 0 && port < 65536))) return undefined;
  return {
    id,
    host,
    peerPort: Number(peer),
    ...(election === undefined ? {} : { electionPort: Number(election) }),
    ...(role === undefined ? {} : { role: role.toLowerCase() === 'observer' ? 'observer' : 'participant' }),
    ...(clientPort === undefined ? {} : { clientPort }),
  };
}

/** The last value of a setting: java.util.Properties keeps the last of equal keys. */
export function settingOf(configuration: ZooConfiguration, name: string): ZooSetting | undefined {
  return configuration.settings.filter((setting) => setting.name === name).at(-1);
}
