import { describe, expect, test } from '@jest/globals';
import { deployment, isGone, runTrial } from './trial-run.js';
import { component, planOf } from './plan.js';

const service = (name: string) => `---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { type: NodePort, selector: { app: ${name} }, ports: [{ name: http, port: 80, targetPort: http, nodePort: 30999 }] }
`;
const claim = (name: string) => `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: ${name} }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 16Mi } } }
`;
const web = (name: string, parts: { command: string; data: string }) =>
  `${deployment({
    name,
    command: parts.command,
    container: `          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { tcpSocket: { port: http }, periodSeconds: 1 }
          volumeMounts: [{ name: data, mountPath: /data }]\n`,
    pod: `      volumes: [{ name: data, ${parts.data} }]\n`,
  })}${service(name)}`;
const httpd =
  'mkdir -p /data/www; echo hello from the lab > /data/www/index.html; exec httpd -f -p 8080 -h /data/www';

describe('a deployment that works', () => {
  test('is asked through the API server, loses a pod, keeps its data, and leaves nothing', async () => {
    const { results, namespace, cluster } = await runTrial(
      {
        'web/a.yaml': `${web('web', { command: httpd, data: 'persistentVolumeClaim: { claimName: web }' })}${claim('web')}`,
        'web/ingress.yaml':
          'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\nspec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }\n',
      },
      {
        plan: planOf({
          web: component({ smokeTest: { path: '/', status: 200, contains: 'hello from the lab' } }),
        }),
      },
    );
    expect(results).toMatchObject([
      {
        check: 'deploy',
        target: 'web',
        status: 'passed',
        details: [],
        facts: { status: 200, path: '/', claims: 'kept' },
      },
      // A trial must not take a public host name.
      { check: 'deploy', status: 'skipped', reason: { en: expect.stringContaining('Ingress/web') } },
    ]);
    expect(await isGone(cluster, namespace)).toBe(true);
    const volumes = await cluster.request({ method: 'GET', path: '/api/v1/persistentvolumes' });
    expect(volumes.body).not.toContain(namespace);
  });

  test('a wrong answer is a failure that says what was answered', async () => {
    const emptyDir = 'emptyDir: {}';
    const { results } = await runTrial(
      {
        'missing/a.yaml': web('missing', { command: httpd, data: emptyDir }).replace(
          'nodePort: 30999',
          'nodePort: 30998',
        ),
        'other/a.yaml': web('other', { command: httpd, data: emptyDir }),
      },
      {
        plan: planOf({
          missing: component({ smokeTest: { path: '/login', status: 200 } }),
          other: component({ smokeTest: { path: '/', status: 200, contains: 'welcome' } }),
        }),
        timeouts: { smoke: 3000 },
      },
    );
    expect(results.map(({ target, status, details }) => [target, status, details[0]?.message.en])).toEqual([
      ['missing', 'failed', '/login answers 404, not 200'],
      ['other', 'failed', '/ answers, but without the text "welcome"'],
    ]);
  });

  test('what depends on something that failed is not tried', async () => {
    const { results } = await runTrial(
      {
        'shop/a.yaml': deployment({ name: 'shop' }),
        'store/a.yaml': deployment({ name: 'store', pod: '      nodeSelector: { disk: golden }\n' }),
      },
      {
        plan: planOf({
          shop: component({ dependsOn: [{ target: 'store', port: 80 }] }),
          store: component({}),
        }),
      },
    );
    expect(results.map(({ target, status }) => [target, status])).toEqual([
      ['store', 'failed'],
      ['shop', 'skipped'],
    ]);
  });

  test('a cancelled trial leaves nothing running', async () => {
    const controller = new AbortController();
    const { results, namespace, cluster } = await runTrial(
      {
        'slow/a.yaml': deployment({
          name: 'slow',
          container: '          readinessProbe: { tcpSocket: { port: 1 } }\n',
        }),
      },
      {
        signal: controller.signal,
        onProgress: ({ message }) => {
          if (message.en.startsWith('waiting'))
            setTimeout(() => {
              controller.abort();
            }, 3000);
        },
      },
    );
    expect(results).toMatchObject([{ target: 'slow', status: 'skipped', reason: { en: 'cancelled' } }]);
    expect(await isGone(cluster, namespace)).toBe(true);
  });

  test('a quota that is used up is named', async () => {
    const quota =
      'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: small }\nspec: { hard: { pods: "0" } }\n';
    const { results } = await runTrial({ 'a/a.yaml': `${deployment({ name: 'a' })}---\n${quota}` });
    expect(results[0]).toMatchObject({ status: 'failed', details: [{ rule: 'deploy/quota' }] });
    expect(results[0]?.details[0]?.message.en).toContain('exceeded quota: small');
  });
});
