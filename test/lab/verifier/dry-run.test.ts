import { describe, expect, test } from '@jest/globals';
import { checkDryRun } from '../../../verifier/dry-run/check-dry-run.js';
import { loadSchemaData } from '../../../verifier/host/schema-data/load.js';
import { readManifests } from '../../../verifier/documents/read-manifests.js';
import { checkSchema } from '../../../verifier/schema/check-schema.js';
import { deployment, labCluster, manifestsOf } from './trial-run.js';

const good = deployment({
  name: 'web',
  container:
    '          resources: { limits: { memory: 64Mi, cpu: "1" } }\n          ports: [{ name: http, containerPort: 8080 }]\n',
});

/** Changes that a server refuses; the offline check must refuse each of them, too, and at the same line. */
const wrong: Readonly<Record<string, string>> = {
  'unknown-field': good.replace('spec:\n  selector', 'spec:\n  replica: 1\n  selector'),
  'wrong-type': good.replace('spec:\n  selector', 'spec:\n  replicas: "one"\n  selector'),
  'bad-name': good.replace('metadata: { name: web }', 'metadata: { name: Web_1 }'),
  'bad-label': good.replace('labels: { app: web }', 'labels: { app: web, version: "1 0" }'),
  'bad-quantity': good.replace('memory: 64Mi', 'memory: 64MB'),
  'bad-port': good.replace('containerPort: 8080', 'containerPort: 80800'),
  'long-port-name': good.replace('name: http,', 'name: application-http-port,'),
  'no-selector': good.replace('  selector: { matchLabels: { app: web } }\n', ''),
  'other-selector': good.replace('matchLabels: { app: web }', 'matchLabels: { app: shop }'),
  'no-image': good.replace(/ +image: .*\n/, ''),
  'restart-policy': good.replace('      automount', '      restartPolicy: Never\n      automount'),
  'unknown-volume': `${good}          volumeMounts: [{ name: data, mountPath: /data }]\n`,
  'two-handlers': `${good}          livenessProbe: { exec: { command: [a] }, tcpSocket: { port: 80 } }\n`,
  'duplicate-port-name': good.replace(
    'containerPort: 8080 }',
    'containerPort: 8080 }, { name: http, containerPort: 8081 }',
  ),
  'request-above-limit': good.replace('resources: {', 'resources: { requests: { memory: 1Gi },'),
  'removed-version': 'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: { name: a }\n',
  'service-without-ports':
    'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { selector: { app: a } }\n',
  'service-name': 'apiVersion: v1\nkind: Service\nmetadata: { name: 1a }\nspec: { ports: [{ port: 80 }] }\n',
  'port-names':
    'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [{ port: 80 }, { port: 81 }] }\n',
  'config-key': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { "a b": x }\n',
  'config-type': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { debug: yes }\n',
  schedule:
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { schedule: "0 0 3 * * ?", jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }\n',
  claim:
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { accessModes: [ReadWriteOnce] }\n',
  budget:
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: a }\nspec: { minAvailable: 1, maxUnavailable: 1, selector: { matchLabels: { app: a } } }\n',
  'path-type':
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: a, port: { number: 80 } } } }] } }] }\n',
  cidr: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 10.0.0.300/8 } }] }] }\n',
};

/** What a server accepts; the offline check must not be stricter. */
const right: Readonly<Record<string, string>> = {
  deployment: good,
  octal:
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  automountServiceAccountToken: false\n  securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }\n  volumes: [{ name: c, configMap: { name: c, defaultMode: 0640 } }]\n  containers: [{ name: a, image: "a:1", securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } } }]\n',
  'odd-environment-name': `${good}          env: [{ name: spring.datasource.url, value: a }]\n`,
  schedule:
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { schedule: "*/5 2-4 * JAN-MAR mon", jobTemplate: { spec: { template: { spec: { restartPolicy: OnFailure, automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }, containers: [{ name: a, image: "a:1", securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } } }] } } } } }\n',
  'claim-templates': `${good
    .replace('kind: Deployment', 'kind: StatefulSet')
    .replace(
      'spec:\n  selector',
      'spec:\n  serviceName: web\n  volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }]\n  selector',
    )}          volumeMounts: [{ name: data, mountPath: /data }]\n`,
  headless:
    'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { clusterIP: None, selector: { app: a } }\n',
  'external-name':
    'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { type: ExternalName, externalName: db.example.com }\n',
};

const run = async (files: Readonly<Record<string, string>>) =>
  checkDryRun({ cluster: await labCluster(), manifests: manifestsOf(files), progress: () => undefined });

function offline(yaml: string): { status: string; lines: readonly (number | undefined)[] } {
  const file = readManifests({ path: 'a.yaml', bytes: Buffer.from(yaml) }, new Set());
  const data = loadSchemaData('1.34');
  if (file.is !== 'manifests' || data === undefined) throw new Error('not judged');
  const { status, details } = checkSchema(file, data);
  return { status, lines: details.map(({ line }) => line) };
}

describe('dry run', () => {
  test('refuses what is wrong, and the offline check agrees with the server on every case', async () => {
    const results = await run(wrong);
    expect(results.map(({ target, status }) => [target, status])).toEqual(
      Object.keys(wrong)
        .sort()
        .map((name) => [name, 'failed']),
    );
    for (const [name, yaml] of Object.entries(wrong)) {
      expect([name, offline(yaml).status]).toEqual([name, 'failed']);
      // The server names a field near it, or nothing at all (line 1).
      const line = results.find(({ target }) => target === name)?.details[0]?.line ?? 0;
      const agree = offline(yaml).lines.some((own = 0) => line === 1 || Math.abs(own - line) <= 3);
      expect([name, agree]).toEqual([name, true]);
    }
  });

  test('admits what is right, and so does the offline check', async () => {
    const results = await run(right);
    expect(
      results.flatMap(({ details }) => details.map(({ file, message }) => `${file}: ${message.en}`)),
    ).toEqual([]);
    for (const [name, yaml] of Object.entries(right))
      expect([name, offline(yaml).status]).toEqual([name, 'passed']);
  });

  test('pod security judges the pods of a workload', async () => {
    const [result] = await run({ 'a.yaml': deployment({ name: 'web', security: '{ runAsUser: 0 }' }) });
    expect(result).toMatchObject({
      status: 'failed',
      details: [{ rule: 'dry-run/pod-security', line: 6, subject: 'Deployment/web' }],
    });
    expect(result?.details[0]?.message.en).toContain('runAsUser=0');
  });

  test('a kind that the cluster does not serve is named', async () => {
    const [result] = await run({
      'a.yaml': 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: a }\n',
    });
    expect(result).toMatchObject({ status: 'failed', details: [{ rule: 'dry-run/kind' }] });
  });
});
