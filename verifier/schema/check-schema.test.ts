import { describe, expect, test } from '@jest/globals';
import { readManifests } from '../documents/read-manifests.js';
import { knownVersions, loadSchemaData } from '../host/schema-data/load.js';
import { checkSchema } from './check-schema.js';

function check(yaml: string, options: { path?: string; version?: string } = {}) {
  const data = loadSchemaData(options.version ?? '1.34');
  if (data === undefined) throw new Error('no schema data');
  const file = readManifests({ path: options.path ?? 'a.yaml', bytes: Buffer.from(yaml) }, new Set());
  if (file.is !== 'manifests') throw new Error(`not read as manifests: ${file.is}`);
  return checkSchema(file, data);
}

/** `line rule`, as short as an expectation can be. */
function faults(yaml: string, options: Parameters<typeof check>[1] = {}): string[] {
  return check(yaml, options).details.map(({ line, rule }) => `${line ?? 0} ${rule.replace('schema/', '')}`);
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: app
          image: registry.example/web:1.0
          ports:
            - { name: http, containerPort: 8080 }
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 256Mi }
`;

function changed(from: string, to: string): string {
  if (!deployment.includes(from)) throw new Error(`no such text: ${from}`);
  return deployment.replace(from, to);
}

describe('schema', () => {
  test('passes a valid object and says for which version', () => {
    expect(check(deployment)).toMatchObject({
      check: 'schema',
      target: 'a.yaml',
      status: 'passed',
      details: [],
      facts: { objects: 1, kubernetes: '1.34.4' },
    });
  });

  test.each<[string, string, string, string]>([
    ['an unknown field', 'replicas: 1', 'replica: 1', '6 unknown-field'],
    ['a field at the wrong depth', '  replicas: 1\n', '  replicas: 1\n  containers: []\n', '7 unknown-field'],
    ['a string for a number', 'replicas: 1', 'replicas: "1"', '6 type'],
    ['a number for a string', '{ app: web }\n    spec', '{ app: web, release: 7 }\n    spec', '11 type'],
    ['a missing field', '        - name: app\n          image', '        - image', '14 required'],
    ['no image', '          image: registry.example/web:1.0\n', '', '14 required'],
    ['a bad quantity', 'memory: 128Mi', 'memory: 128MB', '19 format'],
    ['a request above the limit', 'memory: 128Mi', 'memory: 1Gi', '19 resources'],
    ['a port out of range', 'containerPort: 8080', 'containerPort: 80800', '17 range'],
    ['a long port name', 'name: http,', 'name: application-http,', '17 name'],
    ['a bad object name', 'name: web', 'name: Web_1', '4 name'],
    [
      'a selector that misses the pods',
      'matchLabels: { app: web }',
      'matchLabels: { app: shop }',
      '7 selector',
    ],
    ['a bad label value', 'labels: { app: web }', 'labels: { app: web, v: "a b" }', '11 label'],
    [
      'a restart policy of Jobs',
      '    spec:\n      containers',
      '    spec:\n      restartPolicy: Never\n      containers',
      '13 restart-policy',
    ],
    [
      'a value outside an enumeration',
      '          ports:',
      '          imagePullPolicy: Sometimes\n          ports:',
      '16 allowed-values',
    ],
    [
      'a mount of no volume',
      '          ports:',
      '          volumeMounts: [{ name: data, mountPath: /data }]\n          ports:',
      '16 volume-mount',
    ],
    [
      'a probe with two handlers',
      '          ports:',
      '          livenessProbe: { exec: { command: [a] }, tcpSocket: { port: 1 } }\n          ports:',
      '16 one-of',
    ],
    [
      'a probe without handler',
      '          ports:',
      '          livenessProbe: { periodSeconds: 1 }\n          ports:',
      '16 one-of',
    ],
    [
      'an environment variable with =',
      '          ports:',
      '          env: [{ name: A=B, value: c }]\n          ports:',
      '16 name',
    ],
    [
      'the same variable twice',
      '          ports:',
      '          env: [{ name: A, value: c }, { name: A, value: d }]\n          ports:',
      '16 duplicate-item',
    ],
    [
      'the same port and protocol twice',
      '{ name: http, containerPort: 8080 }',
      '{ containerPort: 80 }\n            - { containerPort: 80, protocol: TCP }',
      '18 duplicate-item',
    ],
    ['a key twice', '  replicas: 1\n', '  replicas: 1\n  replicas: 2\n', '7 duplicate-key'],
  ])('finds %s at its line', (_, from, to, expected) => {
    expect(faults(changed(from, to))).toEqual([expected]);
  });

  test('reads YAML as kubectl does: yes is a boolean, 0644 is octal', () => {
    expect(faults('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  debug: yes\n')).toEqual([
      '5 type',
    ]);
    const mode = (text: string) =>
      changed(
        '      containers:',
        `      volumes: [{ name: c, configMap: { name: c, defaultMode: ${text} } }]\n      containers:`,
      );
    expect(faults(mode('0644'))).toEqual([]);
    expect(faults(mode('644'))).toEqual(['13 range']);
  });

  test('hints at what was meant', () => {
    const [detail] = check(changed('replicas: 1', 'replica: 1')).details;
    expect(detail?.hint?.en).toBe('did you mean replicas?');
    expect(detail?.subject).toBe('Deployment/web');
    expect(detail?.message['zh-CN']).toContain('未知字段');
    expect(
      check('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { port: 8080 }\n').details[0]?.hint
        ?.en,
    ).toBe('put it in quotes: "8080"');
  });

  test('names the successor of a removed API version', () => {
    const [detail, ...rest] = check(
      'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: { name: a }\n',
    ).details;
    expect(rest).toEqual([]);
    expect(detail?.rule).toBe('schema/api-version');
    expect(detail?.hint?.en).toBe('use networking.k8s.io/v1 Ingress');
    expect(faults('apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: { name: a }\n')).toEqual([
      '1 api-version',
    ]);
    expect(faults('apiVersion: v1\nkind: Deployment\nmetadata: { name: a }\n')).toEqual(['1 api-version']);
  });

  test('a custom resource is skipped with a reason, never passed', () => {
    const result = check('apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: a }\n');
    expect(result.status).toBe('skipped');
    expect(result.reason?.en).toContain('example.com/v1 Widget');
  });

  test.each([
    ['0 3 * * *', []],
    ['*/5 0-6 1,15 jan-mar mon', []],
    ['@daily', []],
    ['0 0 3 * * ?', ['5 schedule']],
    ['0 3 * * 7', ['5 schedule']],
    ['61 * * * *', ['5 schedule']],
  ])('judges the schedule %s', (schedule, expected) => {
    const job = `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: nightly }\nspec:\n  schedule: "${schedule}"
  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never
          containers: [{ name: a, image: "a:1" }]\n`;
    expect(faults(job)).toEqual(expected);
  });

  test('judges Services, Ingresses, policies, claims and Secrets', () => {
    const service = (spec: string) => `apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n${spec}`;
    expect(faults(service('  ports: [{ port: 80 }, { port: 81 }]\n'))).toEqual(['5 required', '5 required']);
    expect(faults(service('  ports: [{ port: 80, nodePort: 30080 }]\n'))).toEqual(['5 node-port']);
    expect(faults(service('  type: NodePort\n  ports: [{ port: 80, nodePort: 8080 }]\n'))).toEqual([
      '6 range',
    ]);
    expect(faults(service('  type: ExternalName\n'))).toEqual(['4 required']);
    expect(
      faults('apiVersion: v1\nkind: Service\nmetadata: { name: 1a }\nspec: { clusterIP: None }\n'),
    ).toEqual(['3 name']);
    expect(
      faults(`apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec:\n  rules:
    - host: http://a.example\n      http:\n        paths:
          - { path: shop, pathType: Prefix, backend: { service: { name: a, port: { number: 80 } } } }\n`),
    ).toEqual(['6 name', '9 ingress-path']);
    expect(
      faults(`apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec:\n  podSelector: {}
  egress:\n    - to: [{ ipBlock: { cidr: 10.0.0.300/8 } }]\n`),
    ).toEqual(['7 format']);
    expect(
      faults(
        'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec:\n  accessModes: [ReadWriteOnce]\n',
      ),
    ).toEqual(['4 required']);
    const [secret] = check(
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { password: Hunter-2! }\n',
    ).details;
    expect(secret).toMatchObject({ rule: 'schema/format', line: 4 });
    expect(JSON.stringify(secret)).not.toContain('Hunter');
  });

  test('reads Lists, JSON and several documents, each with its own lines', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: { name: a }\n    date: {}\n';
    expect(faults(list)).toEqual(['7 unknown-field']);
    const json =
      '{\n  "apiVersion": "v1",\n  "kind": "ConfigMap",\n  "metadata": {"name": "a"},\n  "date": {}\n}\n';
    expect(faults(json, { path: 'a.json' })).toEqual(['5 unknown-field']);
    expect(faults(`${deployment}---\n${deployment.replace('replicas', 'replica')}`)).toEqual([
      '27 unknown-field',
    ]);
  });

  test('knows what differs between versions', () => {
    expect(knownVersions()).toEqual(['1.33', '1.34', '1.35', '1.36']);
    const claim = 'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: { name: a }\nspec: {}\n';
    expect(faults(claim, { version: '1.33' })).toEqual(['1 api-version']);
    expect(faults(claim, { version: '1.34.4' })).toEqual([]);
    expect(loadSchemaData('1.12')).toBeUndefined();
  });
});
