import type { Project, SourceFile } from '../../workspace/project.js';
import { commonDirectory, isWithin, joinPath, parentOf } from '../paths.js';
import { readConfiguration, settingOf } from './configuration.js';
import type { ZooConfiguration, ZooServer } from './configuration.js';

/** A server's own files. */
export interface Member {
  /** The server's id, when its myid file, its address or its folder tells it. */
  readonly id: string | undefined;
  readonly configuration: ZooConfiguration;
  /** Known from a myid file, else concluded from names. */
  readonly idCertain: boolean;
}

/** Servers that form one cluster, with every file that configures them. */
export interface Ensemble {
  /** Common directory of the members' configurations. */
  readonly unit: string;
  readonly members: readonly Member[];
  /** Every server that any member's file names, by id, in numeric order; empty for a server that stands alone. */
  readonly servers: readonly ZooServer[];
  /** Dynamic configuration files that members refer to. */
  readonly dynamic: readonly ZooConfiguration[];
}

/** Joins configuration files into ensembles: files that name the same servers belong together. */
export function findEnsembles(project: Project, files: readonly SourceFile[]): readonly Ensemble[] {
  const groups = new Map<string, ZooConfiguration[]>();
  for (const file of files) {
    const configuration = readConfiguration(file);
    const dynamic = dynamicOf(project, configuration);
    const servers = dynamic ? [...configuration.servers, ...dynamic.servers] : configuration.servers;
    const key =
      servers.length === 0 ? `alone:${standaloneKey(file)}` : `cluster:${nearestHome(groups, servers, file)}`;
    groups.set(key, [...(groups.get(key) ?? []), configuration]);
  }
  return [...groups.values()].map((configurations) => toEnsemble(project, configurations));
}

/** Members of one cluster may name each other a little differently: sharing most servers is enough. */
function nearestHome(
  groups: ReadonlyMap<string, ZooConfiguration[]>,
  servers: readonly ZooServer[],
  file: SourceFile,
): string {
  const hosts = new Set(servers.map(addressOf));
  for (const [key, configurations] of groups) {
    const known = new Set(configurations.flatMap((one) => one.servers.map(addressOf)));
    const shared = [...hosts].filter((host) => known.has(host)).length;
    if (key.startsWith('cluster:') && shared * 2 > Math.min(hosts.size, known.size))
      return key.slice('cluster:'.length);
  }
  return file.path;
}

function addressOf(server: ZooServer): string {
  return `${server.host}:${server.peerPort}`;
}

function standaloneKey(file: SourceFile): string {
  return file.path;
}

function dynamicOf(project: Project, configuration: ZooConfiguration): ZooConfiguration | undefined {
  const named = settingOf(configuration, 'dynamicConfigFile')?.value;
  if (named === undefined) return undefined;
  const name = named.split('/').at(-1) ?? '';
  const beside = project.file(joinPath(configuration.file.directory, name));
  const file = beside ?? project.files.find((one) => one.name === name);
  return file ? readConfiguration(file) : undefined;
}

function toEnsemble(project: Project, configurations: readonly ZooConfiguration[]): Ensemble {
  const dynamic = configurations.flatMap((one) => dynamicOf(project, one) ?? []);
  const uniqueDynamic = [...new Map(dynamic.map((one) => [one.file.path, one])).values()];
  const servers = new Map<string, ZooServer>();
  for (const server of [...configurations, ...uniqueDynamic].flatMap((one) => one.servers)) {
    if (!servers.has(server.id)) servers.set(server.id, server);
  }
  const sorted = [...servers.values()].sort((a, b) => Number(a.id) - Number(b.id));
  const members = configurations.map((one) =>
    memberOf(project, { configuration: one, servers: sorted, all: configurations }),
  );
  return { unit: unitOf(configurations), members, servers: sorted, dynamic: uniqueDynamic };
}

/** `conf/zoo.cfg` belongs to the directory around `conf`, as in ZooKeeper's own layout. */
function unitOf(configurations: readonly ZooConfiguration[]): string {
  const common = commonDirectory(configurations.map((one) => one.file.directory));
  return /(^|\/)conf$/.test(common) ? parentOf(common) : common;
}

function memberOf(
  project: Project,
  given: { configuration: ZooConfiguration; servers: readonly ZooServer[]; all: readonly ZooConfiguration[] },
): Member {
  const { configuration, servers } = given;
  if (servers.length === 0 || given.all.length === 1) {
    const id = myidOf(project, given);
    return { id, configuration, idCertain: id !== undefined };
  }
  const id = myidOf(project, given);
  if (id !== undefined) return { id, configuration, idCertain: true };
  return { id: idFromNames(configuration.file.path, servers), configuration, idCertain: false };
}

/** The nearest myid: in the dataDir's namesake beside the file, or anywhere in the member's own folder. */
function myidOf(
  project: Project,
  given: { configuration: ZooConfiguration; all: readonly ZooConfiguration[] },
): string | undefined {
  const { file } = given.configuration;
  const home = /(^|\/)conf$/.test(file.directory) ? parentOf(file.directory) : file.directory;
  const shared = given.all.filter((one) => isWithin(one.file.path, home)).length > 1;
  const dataDir = settingOf(given.configuration, 'dataDir')?.value ?? '';
  const candidates = project.find(['**/myid', '**/myid.*', '**/myid-*']);
  const match = candidates.find((one) => {
    const tail = `${dataDir.replace(/^\/+/, '').split('/').slice(-2).join('/')}/myid`;
    if (
      dataDir !== '' &&
      `/${one.path}`.endsWith(`/${tail}`) &&
      (isWithin(one.path, home) || given.all.length > 1)
    )
      return true;
    return !shared && isWithin(one.path, home);
  });
  const text = match?.text()?.trim();
  return text !== undefined && /^\d+$/.test(text) ? text : undefined;
}

/** `node2/zoo.cfg`, `zoo3.cfg`, `zk-a/zoo.cfg`: a number that is a server's id, or a server's host name, in the path. */
function idFromNames(path: string, servers: readonly ZooServer[]): string | undefined {
  const parts = path.split('/').reverse();
  for (const part of parts) {
    const byHost = servers.find((server) => part === server.host || part === server.host.split('.')[0]);
    if (byHost) return byHost.id;
    const number = /(\d+)(?:\.cfg|\.conf|\.properties)?$/.exec(part)?.[1];
    const byNumber = servers.find((server) => number !== undefined && Number(server.id) === Number(number));
    if (byNumber) return byNumber.id;
  }
  return undefined;
}
