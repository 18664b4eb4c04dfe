import { sortBy } from '../../model/order.js';
import type { ResourcesPlan } from '../../model/plan-component.js';
import { probe } from '../kubernetes/container-parts.js';
import { secretsDirectory } from '../layout.js';
import { shareInMebibytes } from '../quantity.js';
import { databaseGroup, databaseUser } from './identity.js';
import type { DependencyScope, Engine } from './engine.js';
import { databaseResources } from './memory.js';

const base: ResourcesPlan = {
  requests: { cpu: '250m', memory: '1Gi', ephemeralStorage: '128Mi' },
  limits: { cpu: '2', memory: '1Gi', ephemeralStorage: '1Gi' },
};

/** The share of the memory for shared buffers; the rest is for connections, sorting and the file cache. */
const cacheShare = 0.25;

function resourcesOf({ dependency }: DependencyScope): ResourcesPlan {
  return databaseResources(base, { cache: dependency.settings?.shared_buffers, share: cacheShare });
}

/** PostgreSQL in its official image, one primary; the application's user owns the database. */
export function postgresqlEngine(scope: DependencyScope): Engine {
  const { dependency } = scope;
  const user = dependency.username ?? 'postgres';
  const database = dependency.database ?? user;
  // While the image fills a new database its server listens on the socket only, so "ready" is asked over TCP.
  const ask = (host: string): string[] => ['pg_isready', '-q', '-h', host, '-U', user, '-d', database];
  const tcp = { type: 'exec', command: ask('127.0.0.1'), timeoutSeconds: 5 } as const;
  return {
    container: {
      args: ['postgres', ...settingArguments(scope)],
      env: [
        { name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' },
        { name: 'POSTGRES_DB', value: database },
        { name: 'POSTGRES_INITDB_ARGS', value: `--encoding=${dependency.charset ?? 'UTF8'}` },
        { name: 'POSTGRES_PASSWORD_FILE', value: `${secretsDirectory}/password` },
        { name: 'POSTGRES_USER', value: user },
      ],
      startupProbe: probe({ ...tcp, periodSeconds: 5, failureThreshold: 120 }),
      readinessProbe: probe({ ...tcp, periodSeconds: 10, failureThreshold: 3 }),
      livenessProbe: probe({
        ...tcp,
        command: ask('/var/run/postgresql'),
        periodSeconds: 20,
        failureThreshold: 6,
      }),
    },
    dataPath: '/var/lib/postgresql/data',
    scratch: [
      { name: 'tmp', mountPath: '/tmp', size: '512Mi' },
      { name: 'run', mountPath: '/var/run/postgresql', size: '16Mi' },
      { name: 'shm', mountPath: '/dev/shm', size: '256Mi', inMemory: true },
    ],
    files: [
      {
        // initdb asks for the name of the user it runs as, and the image knows only the user 999.
        name: 'passwd',
        mountPath: '/etc/passwd',
        text: `root:x:0:0:root:/root:/usr/sbin/nologin\npostgres:x:${databaseUser}:${databaseGroup}:PostgreSQL:/var/lib/postgresql:/bin/sh\n`,
      },
    ],
    resources: resourcesOf(scope),
    secretKeys: ['password'],
    schemaPath: '/docker-entrypoint-initdb.d',
    // Fast shutdown: https://www.postgresql.org/docs/current/server-shutdown.html is what the image's stop signal asks for.
    graceSeconds: 60,
  };
}

function settingArguments({ dependency }: DependencyScope): string[] {
  const buffers = `${shareInMebibytes(base.limits.memory, cacheShare)}MB`;
  const settings = sortBy(Object.entries({ shared_buffers: buffers, ...dependency.settings }), ([name]) => [
    name,
  ]);
  return settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
