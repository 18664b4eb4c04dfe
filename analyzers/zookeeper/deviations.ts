import type { Problem } from '../../model/problem.js';
import type { Ensemble, Member } from './ensembles.js';
import { alignServerLists, chooseOneValue, membersDisagree, serverListsDiffer } from './texts.js';

/** Settings that differ between servers by nature. */
const ofMember = new Set([
  'clientPort',
  'clientPortAddress',
  'dataDir',
  'dataLogDir',
  'admin.serverPort',
  'admin.serverAddress',
  'metricsProvider.httpPort',
  'peerType',
  'dynamicConfigFile',
]);

/** Settings and server lines in which the members of an ensemble disagree, as problems at the deviating line. */
export function findDeviations(ensemble: Ensemble): Problem[] {
  if (ensemble.members.length < 2) return [];
  return [...settingDeviations(ensemble), ...serverDeviations(ensemble)];
}

function settingDeviations(ensemble: Ensemble): Problem[] {
  const names = new Set(
    ensemble.members.flatMap((member) => member.configuration.settings.map((one) => one.name)),
  );
  return [...names].sort().flatMap((name): Problem[] => {
    if (ofMember.has(name)) return [];
    const values = ensemble.members.map((member) => lastOf(member, name));
    const known = values.flatMap((one) => (one ? [one.value] : []));
    const [expected] = known;
    const odd = ensemble.members.find((member) => lastOf(member, name)?.value !== expected);
    if (!odd) return [];
    const at = lastOf(odd, name)?.line ?? 1;
    return [
      {
        code: 'zookeeper-members-disagree',
        file: odd.configuration.file.path,
        line: at,
        message: membersDisagree(
          name,
          values.map((one) => one?.value ?? '-'),
        ),
        hint: chooseOneValue(name),
      },
    ];
  });
}

function lastOf(member: Member, name: string): { readonly value: string; readonly line: number } | undefined {
  return member.configuration.settings.filter((one) => one.name === name).at(-1);
}

/** A member may call itself 0.0.0.0 in its own list. */
function serverDeviations(ensemble: Ensemble): Problem[] {
  return ensemble.servers.flatMap((server): Problem[] => {
    const odd = ensemble.members.find((member) => {
      if (member.configuration.servers.length === 0) return false;
      const same = member.configuration.servers.find((one) => one.id === server.id);
      if (!same) return true;
      const self = same.host === '0.0.0.0' || server.host === '0.0.0.0';
      return (
        (!self && same.host !== server.host) ||
        same.peerPort !== server.peerPort ||
        same.electionPort !== server.electionPort
      );
    });
    if (!odd) return [];
    const line =
      odd.configuration.servers.find((one) => one.id === server.id)?.line ??
      odd.configuration.servers[0]?.line ??
      1;
    return [
      {
        code: 'zookeeper-server-lists-differ',
        file: odd.configuration.file.path,
        line,
        message: serverListsDiffer(server.id),
        hint: alignServerLists(),
      },
    ];
  });
}
