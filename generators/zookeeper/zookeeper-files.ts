import type { WrittenFile } from '../kubernetes/mounted-files.js';
import type { ComponentScope } from '../generation.js';
import type { EnsemblePlan } from '../../model/plan-component.js';
import { dataDirectory, logDirectory, zooKeeperSettings } from './settings.js';

export const scriptsDirectory = '/scripts';

/** Configuration of the servers. */
export function serverFiles(scope: ComponentScope, ensemble: EnsemblePlan): WrittenFile[] {
  const { lines } = zooKeeperSettings(scope.id, scope.component, ensemble);
  return [
    {
      name: 'zoo.cfg',
      mountPath: '/conf/zoo.cfg',
      text: lines.map(({ name, value }) => `${name}=${value}\n`).join(''),
    },
    {
      name: 'logback.xml',
      mountPath: '/conf/logback.xml',
      text: scope.templates.render('zookeeper/logback.xml', {}),
    },
    script(scope, 'start.sh', { firstId: ensemble.firstId }),
  ];
}

/** What the backup job and a restore run. */
export function backupFiles(scope: ComponentScope): WrittenFile[] {
  return [script(scope, 'backup.sh', {}), script(scope, 'restore.sh', {})];
}

function script(scope: ComponentScope, name: string, data: Record<string, unknown>): WrittenFile {
  return {
    name,
    mountPath: `${scriptsDirectory}/${name}`,
    text: scope.templates.render(`zookeeper/${name}`, {
      data: dataDirectory,
      datalog: logDirectory,
      ...data,
    }),
  };
}
