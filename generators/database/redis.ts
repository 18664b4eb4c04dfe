import { sortBy } from '../../model/order.js';
import type { ResourcesPlan } from '../../model/plan-component.js';
import { probe } from '../kubernetes/container-parts.js';
import { secretsDirectory } from '../layout.js';
import { shareInMebibytes } from '../quantity.js';
import type { DependencyScope, Engine } from './engine.js';
import { databaseResources } from './memory.js';

const base: ResourcesPlan = {
  requests: { cpu: '50m', memory: '512Mi', ephemeralStorage: '32Mi' },
  limits: { cpu: '1', memory: '512Mi', ephemeralStorage: '256Mi' },
};

/** The share of the memory for data; the rest is for the copy that saving makes. */
const cacheShare = 0.6;

function resourcesOf({ dependency }: DependencyScope): ResourcesPlan {
  return databaseResources(base, { cache: dependency.settings?.maxmemory, share: cacheShare });
}

/** Redis in its official image, one primary that keeps its data; with a password when the plan has a Secret for it. */
export function redisEngine(scope: DependencyScope): Engine {
  const { dependency } = scope;
  const locked = dependency.secret !== undefined;
  const password = `"$(cat ${secretsDirectory}/password)"`;
  // redis.conf takes no password from a file, and an argument would show in the list of processes.
  const start = [
    'set -e',
    'umask 077',
    `printf 'requirepass %s\\n' ${password} > /tmp/auth.conf`,
    'exec redis-server /usr/local/etc/redis/redis.conf --include /tmp/auth.conf',
  ].join('\n');
  const ask = `${locked ? `REDISCLI_AUTH=${password} ` : ''}redis-cli -p ${dependency.port} ping`;
  const often = { type: 'exec', timeoutSeconds: 5 } as const;
  // LOADING is alive, but not ready.
  const ready = { ...often, command: ['sh', '-c', `${ask} | grep -q PONG`] };
  const alive = { ...often, command: ['sh', '-c', `${ask} | grep -Eq 'PONG|LOADING'`] };
  return {
    container: {
      ...(locked
        ? { command: ['sh', '-c', start] }
        : { command: ['redis-server', '/usr/local/etc/redis/redis.conf'] }),
      startupProbe: probe({ ...alive, periodSeconds: 2, failureThreshold: 60 }),
      readinessProbe: probe({ ...ready, periodSeconds: 10, failureThreshold: 3 }),
      livenessProbe: probe({ ...alive, periodSeconds: 20, failureThreshold: 6 }),
    },
    dataPath: '/data',
    scratch: [{ name: 'tmp', mountPath: '/tmp', size: '16Mi' }],
    files: [
      {
        name: 'redis.conf',
        mountPath: '/usr/local/etc/redis/redis.conf',
        text: scope.templates.render('database/redis.conf', {
          port: dependency.port,
          maxMemory: shareInMebibytes(base.limits.memory, cacheShare),
          protectedMode: 'no',
          settings: sortBy(Object.entries(dependency.settings ?? {}), ([name]) => [name]).map(
            ([name, value]) => ({
              name,
              value,
            }),
          ),
        }),
      },
    ],
    resources: resourcesOf(scope),
    secretKeys: locked ? ['password'] : [],
    graceSeconds: 60,
  };
}
