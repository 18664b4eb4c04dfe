import { changed, good } from './manifest-rules.fixture.js';

const hpa = (metrics: string, target = 'web') => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${target} }
  minReplicas: 2
  maxReplicas: 4
  metrics: [${metrics}]
`;
const secondIngress = `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: other }
spec:
  rules:
    - host: web.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`;
const nodePorts = ['a', 'b']
  .map(
    (name) =>
      `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec:\n  type: NodePort\n  selector: { app: web }\n  ports: [{ port: 80, targetPort: http, nodePort: 30080 }]\n`,
  )
  .join('');

/** rule, what is wrong, and the manifests that show it. */
export const cases: readonly (readonly [string, string, string])[] = [
  [
    'capabilities',
    'nothing dropped',
    changed('capabilities: { drop: [ALL] }', 'capabilities: { drop: [KILL] }'),
  ],
  ['capabilities', 'one added', changed('drop: [ALL]', 'drop: [ALL], add: [NET_ADMIN]')],
  ['host-namespaces', 'hostNetwork', changed('      automount', '      hostNetwork: true\n      automount')],
  ['host-ports', 'hostPort', changed('containerPort: 8080 }', 'containerPort: 8080, hostPort: 80 }')],
  ['host-probes', 'a host', changed('{ path: /ready, port', '{ host: db.example, path: /ready, port')],
  [
    'kernel-settings',
    'an unsafe sysctl',
    changed('runAsUser: 10001', 'sysctls: [{ name: net.core.somaxconn, value: "1" }]'),
  ],
  ['kernel-settings', 'no AppArmor', changed('runAsUser: 10001', 'appArmorProfile: { type: Unconfined }')],
  [
    'kernel-settings',
    'SELinux',
    changed(
      'readOnlyRootFilesystem: true\n',
      'readOnlyRootFilesystem: true\n            seLinuxOptions: { user: u }\n',
    ),
  ],
  ['privilege-escalation', 'not refused', changed('            allowPrivilegeEscalation: false\n', '')],
  [
    'privileged',
    'privileged',
    changed(
      'allowPrivilegeEscalation: false',
      'allowPrivilegeEscalation: false\n            privileged: true',
    ),
  ],
  ['run-as-non-root', 'not asked for', changed('        runAsNonRoot: true\n', '')],
  ['run-as-user', 'zero', changed('runAsUser: 10001', 'runAsUser: 0')],
  ['seccomp-profile', 'none', changed('        seccompProfile: { type: RuntimeDefault }\n', '')],
  [
    'seccomp-profile',
    'unconfined',
    changed('seccompProfile: { type: RuntimeDefault }', 'seccompProfile: { type: Unconfined }'),
  ],
  [
    'volume-types',
    'hostPath',
    changed('      volumes:\n', '      volumes:\n        - { name: h, hostPath: { path: / } }\n'),
  ],
  [
    'readiness-probe',
    'none',
    changed('          readinessProbe: { httpGet: { path: /ready, port: http } }\n', ''),
  ],
  ['liveness-probe', 'none', changed('          livenessProbe: { tcpSocket: { port: http } }\n', '')],
  [
    'liveness-dependencies',
    'aggregate health',
    changed(
      'livenessProbe: { tcpSocket: { port: http } }',
      'livenessProbe: { httpGet: { path: /actuator/health, port: http } }',
    ),
  ],
  [
    'probes-differ',
    'equal',
    changed(
      'livenessProbe: { tcpSocket: { port: http } }',
      'livenessProbe: { httpGet: { path: /ready, port: http } }',
    ),
  ],
  [
    'resource-requests',
    'no cpu',
    changed('requests: { cpu: 100m, memory: 256Mi }', 'requests: { memory: 256Mi }'),
  ],
  ['memory-limit', 'none', changed('            limits: { memory: 256Mi }\n', '')],
  ['image-pinned', 'latest', changed('web:1.0', 'web:latest')],
  ['image-pinned', 'no tag, though a port', changed('web:1.0', 'web')],
  ['read-only-root', 'writable', changed('            readOnlyRootFilesystem: true\n', '')],
  [
    'service-account-token',
    'mounted',
    changed('      automountServiceAccountToken: false\n      term', '      term'),
  ],
  ['disruption-budget', 'blocks', changed('maxUnavailable: 1', 'minAvailable: 2')],
  [
    'disruption-budget',
    'none',
    changed(
      'selector: { matchLabels: { app: web } }\n---\napiVersion: networking',
      'selector: { matchLabels: { app: db } }\n---\napiVersion: networking',
    ),
  ],
  [
    'spread',
    'none',
    changed(
      '      topologySpreadConstraints:\n        - { maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway }\n',
      '',
    ),
  ],
  ['grace-period', 'all of it', changed('seconds: 5', 'seconds: 40')],
  [
    'grace-period',
    'all of it, by a shell',
    changed('sleep: { seconds: 5 }', 'exec: { command: [sh, -c, "sleep 60"] }'),
  ],
  [
    'secret-in-clear',
    'in the environment',
    changed('{ name: TZ, value: Asia/Shanghai }', '{ name: REDIS_PASSWORD, value: Zk9pQ7 }'),
  ],
  ['secret-in-clear', 'in an argument', changed('[--verbose]', '[--db-password=Zk9pQ7]')],
  ['secret-in-clear', 'in a file', changed('db.password=${DB_PASSWORD}', 'db.password=Zk9pQ7')],
  [
    'secret-in-clear',
    'in an annotation',
    changed(
      'metadata: { name: web-config }',
      'metadata: { name: web-config, annotations: { api-token: Zk9pQ7 } }',
    ),
  ],
  ['secret-committed', 'a value', changed('DRYDOCK_PLACEHOLDER_WEB_DB_PASSWORD', 'Zk9pQ7')],
  ['duplicate-object', 'twice', good + good.slice(good.lastIndexOf('---'))],
  ['service-selector', 'no pod', changed('selector: { app: web }', 'selector: { app: shop }')],
  ['service-selector', 'no port', changed('targetPort: http }', 'targetPort: web }')],
  [
    'references-resolve',
    'no ConfigMap',
    changed('{ name: web-config, key: MODE }', '{ name: other, key: MODE }'),
  ],
  [
    'references-resolve',
    'no key',
    changed('{ name: web-config, key: MODE }', '{ name: web-config, key: OTHER }'),
  ],
  ['references-resolve', 'no claim', changed('claimName: web-data', 'claimName: other')],
  ['ingress-backend', 'no Service', changed('{ service: { name: web,', '{ service: { name: shop,')],
  ['ingress-backend', 'no port', changed('port: { name: http }', 'port: { number: 8080 }')],
  ['ingress-host', 'twice', good + secondIngress],
  [
    'network-policy',
    'no pod',
    changed(
      '{ podSelector: { matchLabels: { app: web } } }',
      '{ podSelector: { matchLabels: { app: shop } } }',
    ),
  ],
  ['node-port', 'twice', good + nodePorts],
  ['stateful-service', 'none', changed('serviceName: db', 'serviceName: other')],
  ['stateful-service', 'not headless', changed('  clusterIP: None\n', '')],
  ['autoscaler-target', 'none', good.replace('  replicas: 2\n', '') + hpa('', 'other')],
  [
    'autoscaler-target',
    'no requests',
    changed('requests: { cpu: 100m, memory: 256Mi }', 'requests: { memory: 256Mi }').replace(
      '  replicas: 2\n',
      '',
    ) +
      hpa(
        '{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }',
      ),
  ],
  [
    'probe-port',
    'unknown',
    changed('livenessProbe: { tcpSocket: { port: http } }', 'livenessProbe: { tcpSocket: { port: admin } }'),
  ],
];

/** Rules that a case breaks besides its own, because the one thing has two sides. */
export const besides: Readonly<Record<string, readonly string[]>> = {
  'probes-differ equal': ['liveness-dependencies'],
  'autoscaler-target no requests': ['resource-requests'],
};
