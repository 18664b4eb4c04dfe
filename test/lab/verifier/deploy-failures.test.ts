import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CheckDetail, CheckResult } from '../../../model/check.js';
import { deployment, isGone, registry, runTrial } from './trial-run.js';

/** One way to fail per directory; all run side by side in one namespace. */
const files = {
  'image/a.yaml': deployment({ name: 'image', image: `${registry}/no-such/image:1.0` }),
  'crash/a.yaml': `${deployment({
    name: 'crash',
    command:
      'echo starting with password=$PASSWORD; sleep 1; host=redis-prod; echo Caused by: java.net.UnknownHostException: $host.internal >&2; exit 7',
    container:
      '          env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: crash, key: password } } }]\n',
  })}---\napiVersion: v1\nkind: Secret\nmetadata: { name: crash }\nstringData: { password: DRYDOCK_PLACEHOLDER_CRASH_PASSWORD }\n`,
  'crash/b.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: crash }\ndata:\n  cache.properties: |\n    # cache\n    redis.host=redis-prod.internal\n',
  'readiness/a.yaml': deployment({
    name: 'readiness',
    command: 'mkdir -p /tmp/www; httpd -f -p 8080 -h /tmp/www',
    container: `          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /missing.html, port: http }, periodSeconds: 2 }
          volumeMounts: [{ name: tmp, mountPath: /tmp }]\n`,
    pod: '      volumes: [{ name: tmp, emptyDir: {} }]\n',
  }),
  'liveness/a.yaml': deployment({
    name: 'liveness',
    container:
      '          livenessProbe: { tcpSocket: { port: 9999 }, periodSeconds: 1, failureThreshold: 1, initialDelaySeconds: 1 }\n',
  }),
  'scheduling/a.yaml': deployment({
    name: 'scheduling',
    container: '          resources: { requests: { cpu: "1000" } }\n',
  }),
  'selector/a.yaml': deployment({ name: 'selector', pod: '      nodeSelector: { disk: golden }\n' }),
  'volume/a.yaml': `${deployment({ name: 'volume', pod: '      volumes: [{ name: data, persistentVolumeClaim: { claimName: volume } }]\n' })}---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: volume }
spec: { storageClassName: no-such-class, accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }\n`,
  'security/a.yaml': deployment({ name: 'security', security: '{ runAsUser: 0 }' }),
  'configuration/a.yaml': deployment({
    name: 'configuration',
    container:
      '          env: [{ name: A, valueFrom: { configMapKeyRef: { name: no-such-map, key: a } } }]\n',
  }),
  'memory/a.yaml': deployment({
    name: 'memory',
    command: 'sleep 1; tail /dev/zero',
    container: '          resources: { requests: { cpu: 10m, memory: 16Mi }, limits: { memory: 16Mi } }\n',
  }),
  'command/a.yaml': deployment({ name: 'command' }).replace('[sh, -c,', '[no-such-program, -c,'),
  'invalid/a.yaml': deployment({ name: 'invalid' }).replace(
    'matchLabels: { app: invalid }',
    'matchLabels: { app: other }',
  ),
  'fine/a.yaml': deployment({ name: 'fine' }),
};

let results: CheckResult[];
let run: Awaited<ReturnType<typeof runTrial>>;

beforeAll(async () => {
  run = await runTrial(files, { timeouts: { rollout: 200_000 } });
  results = run.results;
});

function fault(target: string): CheckDetail {
  const found = results.find((result) => result.target === target);
  expect(found?.status).toBe('failed');
  const [detail] = found?.details ?? [];
  if (detail === undefined) throw new Error(`no detail for ${target}`);
  return detail;
}

describe('a deployment that fails says why', () => {
  test('what is right beside it still passes', () => {
    expect(results.find(({ target }) => target === 'fine')).toMatchObject({
      status: 'passed',
      facts: { readySeconds: expect.any(Number) },
    });
  });

  test('image pull', () => {
    expect(fault('image')).toMatchObject({
      rule: 'deploy/image-pull',
      file: 'image/a.yaml',
      line: 14,
      subject: 'Deployment/image',
    });
    expect(fault('image').message.en).toContain(`${registry}/no-such/image:1.0 can't be pulled`);
    expect(fault('image').message.en).toMatch(/not found|manifest unknown/);
  });

  test('crash: exit code, how often, last words, and the file that names the unknown host', () => {
    const { rule, message, hint } = fault('crash');
    expect(rule).toBe('deploy/crash');
    expect(message.en).toMatch(/^the container starts and exits \(code 7\) after [1-9] s, 3 times\.\n/);
    expect(message.en).toContain('last words: Caused by: java.net.UnknownHostException: redis-prod.internal');
    expect(message['zh-CN']).toMatch(/退出码 7.*共 3 次/);
    expect(hint?.en).toContain(
      'crash/b.yaml:7 names the host redis-prod.internal, which no Service provides',
    );
    expect(JSON.stringify(results)).not.toMatch(/password=(?!\*\*\*)/);
  });

  test('readiness probe: which and what it answered', () => {
    expect(fault('readiness')).toMatchObject({ rule: 'deploy/probe', line: 19 });
    expect(fault('readiness').message.en).toBe(
      'the readiness probe fails: HTTP probe failed with statuscode: 404',
    );
  });

  test('liveness probe: restarts are not taken for crashes', () => {
    expect(fault('liveness').rule).toBe('deploy/probe');
    expect(fault('liveness').message.en).toMatch(
      /restarted \(\d times\) because its liveness probe fails: .*connection refused/,
    );
  });

  test('scheduling: what is short, what is asked for', () => {
    expect(fault('scheduling').rule).toBe('deploy/unschedulable');
    expect(fault('scheduling').message.en).toBe('no node takes the pod: not enough cpu is free on any node');
    expect(fault('selector').message.en).toBe(
      'no node takes the pod: no node has the labels that it asks for',
    );
  });

  test('volume: the claim and its StorageClass', () => {
    expect(fault('volume').rule).toBe('deploy/volume');
    expect(fault('volume').message.en).toMatch(
      /the volume claim volume is not bound: .*no-such-class.*not found/,
    );
  });

  test('pod security', () => {
    expect(fault('security').rule).toBe('deploy/pod-security');
    expect(fault('security').message.en).toMatch(/does not admit the pod: .*runAsNonRoot != true/);
  });

  test('a reference that leads nowhere', () => {
    expect(fault('configuration').rule).toBe('deploy/container');
    expect(fault('configuration').message.en).toContain('configmap "no-such-map" not found');
  });

  test('out of memory', () => {
    expect(fault('memory').rule).toBe('deploy/out-of-memory');
    expect(fault('memory').message.en).toContain('its limit 16Mi');
  });

  test('a command that is not in the image', () => {
    expect(fault('command').message.en).toContain('no-such-program');
  });

  test('an object that the API server refuses', () => {
    expect(fault('invalid')).toMatchObject({ rule: 'deploy/invalid', line: 7 });
    expect(fault('invalid').message.en).toContain('`selector` does not match template `labels`');
  });

  test('nothing stays behind', async () => {
    expect(await isGone(run.cluster, run.namespace)).toBe(true);
  });
});
