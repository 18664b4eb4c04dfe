import { sortBy } from '../../model/order.js';
import type { ResourcesPlan } from '../../model/plan-component.js';
import { probe } from '../kubernetes/container-parts.js';
import { secretsDirectory } from '../layout.js';
import { shareInMebibytes } from '../quantity.js';
import type { DependencyScope, Engine } from './engine.js';
import { databaseResources } from './memory.js';

const base: ResourcesPlan = {
  requests: { cpu: '250m', memory: '1Gi', ephemeralStorage: '128Mi' },
  limits: { cpu: '2', memory: '1Gi', ephemeralStorage: '2Gi' },
};

/** The share of the memory for the buffer pool; the rest is for connections and sorting. */
const cacheShare = 0.5;

function resourcesOf({ dependency }: DependencyScope): ResourcesPlan {
  return databaseResources(base, { cache: dependency.settings?.innodb_buffer_pool_size, share: cacheShare });
}

/** MySQL and MariaDB in their official images, one primary. */
export function mysqlEngine(scope: DependencyScope): Engine {
  const { dependency } = scope;
  const mariadb = dependency.service === 'mariadb';
  const prefix = mariadb ? 'MARIADB' : 'MYSQL';
  const rootKey = rootKeyOf(scope);
  const user = dependency.username ?? 'root';
  // While the image fills a new database its server listens on the socket only, so "ready" is asked over TCP.
  const admin = mariadb ? 'mariadb-admin' : 'mysqladmin';
  const ping = (where: string): string[] => [
    'sh',
    '-c',
    `MYSQL_PWD="$(cat ${secretsDirectory}/password)" exec ${admin} --user=${user} ${where} ping`,
  ];
  const tcp = { type: 'exec', command: ping('--protocol=tcp --host=127.0.0.1'), timeoutSeconds: 5 } as const;
  return {
    container: {
      env: variables(scope, prefix),
      startupProbe: probe({ ...tcp, periodSeconds: 5, failureThreshold: 120 }),
      readinessProbe: probe({ ...tcp, periodSeconds: 10, failureThreshold: 3 }),
      livenessProbe: probe({
        ...tcp,
        command: ping('--socket=/run/mysqld/mysqld.sock'),
        periodSeconds: 20,
        failureThreshold: 6,
      }),
    },
    dataPath: '/var/lib/mysql',
    scratch: [
      { name: 'tmp', mountPath: '/tmp', size: '1Gi' },
      { name: 'run', mountPath: '/run/mysqld', size: '16Mi' },
    ],
    files: [
      {
        name: 'zz-drydock.cnf',
        mountPath: '/etc/mysql/conf.d/zz-drydock.cnf',
        text: configuration(scope),
      },
    ],
    resources: resourcesOf(scope),
    secretKeys: rootKey === 'password' ? ['password'] : ['password', 'root-password'],
    schemaPath: '/docker-entrypoint-initdb.d',
    graceSeconds: 120,
  };
}

/** The images refuse a second user called root; the application's password is root's then. */
function rootKeyOf({ dependency }: DependencyScope): 'password' | 'root-password' {
  return dependency.username === undefined || dependency.username === 'root' ? 'password' : 'root-password';
}

function variables(scope: DependencyScope, prefix: string): { name: string; value: string }[] {
  const { database, username } = scope.dependency;
  const rootKey = rootKeyOf(scope);
  const env = [
    { name: `${prefix}_ROOT_PASSWORD_FILE`, value: `${secretsDirectory}/${rootKey}` },
    ...(database === undefined ? [] : [{ name: `${prefix}_DATABASE`, value: database }]),
    ...(username === undefined || rootKey === 'password'
      ? []
      : [
          { name: `${prefix}_USER`, value: username },
          { name: `${prefix}_PASSWORD_FILE`, value: `${secretsDirectory}/password` },
        ]),
  ];
  return sortBy(env, ({ name }) => [name]);
}

function configuration(scope: DependencyScope): string {
  return scope.templates.render('database/my.cnf', {
    charset: scope.dependency.charset ?? 'utf8mb4',
    mysql: scope.dependency.service === 'mysql',
    bufferPool: shareInMebibytes(base.limits.memory, cacheShare),
    settings: sortBy(Object.entries(scope.dependency.settings ?? {}), ([name]) => [name]).map(
      ([name, value]) => ({ name, value }),
    ),
  });
}
