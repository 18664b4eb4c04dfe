import { describe, expect, test } from '@jest/globals';
import { at, generateObjects, needed, planned } from '../../test/plans/generated-objects.js';
import type { Generated, ParsedObject } from '../../test/plans/generated-objects.js';
import type { ComponentPlan } from '../../model/plan-component.js';

function one(id: string, more: Partial<ComponentPlan> = {}): Generated {
  return generateObjects({ components: { [id]: { ...planned(id), ...more } } });
}

function pod(generated: Generated, id: string): Record<string, unknown> {
  return at(generated.object('Deployment', id), 'spec.template.spec') as Record<string, unknown>;
}

function data(generated: Generated, name: string): Record<string, string> {
  return generated.object('ConfigMap', name).data as Record<string, string>;
}

describe('the pod', () => {
  const generated = one('order-web');
  const spec = pod(generated, 'order-web');

  test('is what pod security restricted admits, with a read-only root file system', () => {
    expect(spec.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(at(spec, 'containers.0.securityContext')).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect([spec.automountServiceAccountToken, spec.enableServiceLinks]).toEqual([false, false]);
  });

  test('takes plain variables from the ConfigMap, secrets by key, and composed values last', () => {
    expect(at(spec, 'containers.0.envFrom')).toEqual([{ configMapRef: { name: 'order-web-env' } }]);
    expect((at(spec, 'containers.0.env') as { name: string }[]).map(({ name }) => name)).toEqual([
      'DB_PASSWORD',
      'DB_USER',
      'DB_URL',
    ]);
    expect(data(generated, 'order-web-env')).toMatchObject({ DB_USER: 'orders', TZ: 'Asia/Shanghai' });
    expect(Object.keys(data(generated, 'order-web-env'))).not.toContain('DB_URL');
  });

  test('tells the JVM of its limit and of the properties, quoted where they have spaces', () => {
    expect(data(generated, 'order-web-env').JAVA_TOOL_OPTIONS).toBe(
      '-XX:MaxRAMPercentage=66.0 -XX:+ExitOnOutOfMemoryError "-Dapp.title=Order System" -Duser.timezone=Asia/Shanghai',
    );
    const half = { cpu: '250m', memory: '512Mi', ephemeralStorage: '256Mi' };
    const small = one('order-web', { resources: { requests: half, limits: half } });
    expect(data(small, 'order-web-env').JAVA_TOOL_OPTIONS).toMatch(/^-XX:MaxRAMPercentage=50\.0 /);
    const own = one('order-web', { env: [{ name: 'JAVA_TOOL_OPTIONS', value: '-Xmx512m' }] });
    expect(data(own, 'order-web-env').JAVA_TOOL_OPTIONS).toMatch(/^-Xmx512m "-Dapp/);
  });

  test('waits before it stops, by itself from 1.30 on', () => {
    expect(at(spec, 'containers.0.lifecycle.preStop')).toEqual({ sleep: { seconds: 10 } });
    const settings = { kubernetesVersion: '1.28' };
    const old = generateObjects({ components: { api: planned('api') }, settings });
    expect(at(pod(old, 'api'), 'containers.0.lifecycle.preStop')).toEqual({
      exec: { command: ['sleep', '10'] },
    });
  });

  test('has a writable place for all that Tomcat writes, unless the plan has one', () => {
    const paths = (generatedOne: Generated): string[] =>
      (
        at(pod(generatedOne, 'order-web'), 'containers.0.volumeMounts') as {
          mountPath: string;
          subPath?: string;
        }[]
      )
        .filter(({ subPath }) => subPath === undefined)
        .map(({ mountPath }) => mountPath);
    const scratch = ['/tmp', '/usr/local/tomcat/work', '/usr/local/tomcat/temp', '/usr/local/tomcat/logs'];
    expect(paths(generated)).toEqual(scratch);
    const volume = { name: 'logs', mountPath: '/usr/local/tomcat/logs', kind: 'claim', size: '1Gi' } as const;
    expect(paths(one('order-web', { volumes: [volume], replicas: 1 }))).toEqual([
      volume.mountPath,
      ...scratch.slice(0, 3),
    ]);
  });

  test('is replaced when its configuration changes, and only then', () => {
    const checksum = (generatedOne: Generated): unknown =>
      at(
        generatedOne.object('Deployment', 'order-web'),
        'spec.template.metadata.annotations.checksum/config',
      );
    expect(checksum(generated)).toMatch(/^[0-9a-f]{64}$/);
    expect(checksum(one('order-web', { replicas: 5 }))).toBe(checksum(generated));
    expect(checksum(one('order-web', { systemProperties: {} }))).not.toBe(checksum(generated));
  });
});

describe('configuration files', () => {
  test('are changed and mounted over their place', () => {
    const generated = one('order-web');
    expect(data(generated, 'order-web-files')['db.properties']).toBe(
      'jdbc.url=${DB_URL}\njdbc.username=orders\njdbc.password=${DB_PASSWORD}\n# end\n',
    );
    expect(at(generated.object('Secret', 'order-web-files'), 'stringData')).toEqual({
      'mail.xml':
        '<mail>\n  <host>mail</host>\n  <password>DRYDOCK_PLACEHOLDER_ORDER_WEB_MAIL_PASSWORD</password>\n</mail>\n',
    });
  });

  test('one that is gone is a problem, and one that lost the line of a secret is not written', () => {
    const [file] = planned('order-web').configFiles;
    if (!file) throw new Error('no file');
    const gone = one('order-web', { configFiles: [{ ...file, from: 'nowhere' }] });
    expect(gone.problems.map(({ code }) => code)).toEqual(['config-file-missing']);
    const moved = { ...file, changes: file.changes.map((change) => ({ ...change, line: change.line + 10 })) };
    const lost = one('order-web', { configFiles: [moved] });
    expect(lost.problems.map(({ code }) => code)).toEqual(['config-change-missed', 'config-change-missed']);
    expect(JSON.stringify(lost.artefacts)).not.toContain('0rders!');
  });

  test('keep an encoding that is not UTF-8', () => {
    const [file] = planned('order-web').configFiles;
    if (!file) throw new Error('no file');
    const { from: _from, ...rest } = file;
    const gbk = { ...rest, content: 'title=订单', changes: [], encoding: 'gbk' };
    const binary = one('order-web', { configFiles: [gbk] }).object('ConfigMap', 'order-web-files').binaryData;
    expect(
      Buffer.from((binary as Record<string, string>)['db.properties'] ?? '', 'base64').toString('latin1'),
    ).toBe('title=\xb6\xa9\xb5\xa5');
  });

  test('two of one name have keys of their own', () => {
    const file = { name: 'a.xml', content: 'x', store: 'config-map', changes: [] } as const;
    const files = [
      { ...file, mountPath: '/b/a.xml' },
      { ...file, mountPath: '/a/a.xml' },
    ];
    expect(Object.keys(data(one('api', { configFiles: files }), 'api-files'))).toEqual(['2-a.xml', 'a.xml']);
  });

  test('more than an object holds is a problem', () => {
    const big = {
      name: 'big',
      content: 'x'.repeat(1_100_000),
      mountPath: '/big',
      store: 'config-map',
      changes: [],
    };
    const { problems } = one('api', { configFiles: [big as ComponentPlan['configFiles'][number]] });
    expect(problems.map(({ code }) => code)).toEqual(['object-too-large']);
  });
});

describe('Tomcat', () => {
  const generated = one('repository');

  test('gets its resources from context.xml, secrets from the environment', () => {
    const context = data(generated, 'repository-files')['context.xml'] ?? '';
    expect(context).toContain('password="${USERS_PASSWORD}"');
    expect(context).toContain('<Resource name="mail/Session"');
    expect(data(generated, 'repository-env').JAVA_TOOL_OPTIONS).toContain('EnvironmentPropertySource');
    const jndi = [
      { name: 'mail/Session', type: 'javax.mail.Session', attributes: { 'mail.smtp.host': 'mx' } },
    ];
    expect(data(one('repository', { jndi }), 'repository-env').JAVA_TOOL_OPTIONS).not.toContain(
      'PropertySource',
    );
  });

  test('has no shutdown port, and listens where the plan says', () => {
    const port = { name: 'http', port: 9090, protocol: 'TCP', purpose: 'http' } as const;
    const server = data(one('repository', { ports: [port] }), 'repository-files')['server.xml'] ?? '';
    expect(server).toContain('<Server port="-1">');
    expect(server).toContain('<Connector port="9090"');
  });

  test("the plan's own server.xml takes the place of ours", () => {
    const mountPath = '/usr/local/tomcat/conf/server.xml';
    const own = {
      name: 'server.xml',
      content: '<Server/>',
      mountPath,
      store: 'config-map',
      changes: [],
    } as const;
    expect(data(one('repository', { configFiles: [own] }), 'repository-files')['server.xml']).toBe(
      '<Server/>',
    );
  });

  test('directories are made on the volume before it starts', () => {
    const [init] = pod(generated, 'repository').initContainers as { command: string[] }[];
    expect(init?.command.at(-1)).toContain("mkdir -p '/volumes/data/conf'");
  });

  test('the old pod goes before the new one comes, as both would write one volume', () => {
    expect(at(generated.object('Deployment', 'repository'), 'spec.strategy')).toEqual({ type: 'Recreate' });
    expect(one('repository', { replicas: 2 }).problems.map(({ code }) => code)).toEqual(['claim-not-shared']);
  });
});

describe('PHP', () => {
  const generated = one('shop');
  const spec = pod(generated, 'shop');

  test('runs PHP-FPM on loopback and nginx in one pod', () => {
    expect((spec.containers as { name: string }[]).map(({ name }) => name)).toEqual(['app', 'web']);
    expect(at(spec, 'containers.0.ports')).toBeUndefined();
    expect(data(generated, 'shop-files')['zz-drydock.conf']).toContain('listen = 127.0.0.1:9000');
    expect(data(generated, 'shop-files')['zz-drydock.conf']).toContain('process_control_timeout = 30s\n');
  });

  test('nginx serves uploads read-only and never runs them', () => {
    const mounts = at(spec, 'containers.1.volumeMounts') as { name: string; readOnly?: boolean }[];
    expect(mounts.find(({ name }) => name === 'uploads')?.readOnly).toBe(true);
    const configuration = data(generated, 'shop-web')['nginx.conf'] ?? '';
    expect(configuration).toContain('location ~ ^/uploads/.*\\.php(/|$) {');
    expect(configuration).toContain('try_files $uri $uri/ /index.php$is_args$args;');
    expect(configuration).toContain('client_max_body_size 20M;');
  });

  test('has as many processes as the memory allows', () => {
    expect(data(generated, 'shop-files')['zz-drydock.conf']).toContain('pm.max_children = 10\n');
  });

  test('a volume is filled from the image once', () => {
    expect(JSON.stringify(spec.initContainers)).toContain('if [ ! -e /volumes/uploads/.seeded ]');
  });

  test('its jobs run with its image, configuration and volumes, and get none of its traffic', () => {
    const job = generated.object('CronJob', 'shop-cron');
    const labels = at(job, 'spec.jobTemplate.spec.template.metadata.labels') as Record<string, string>;
    const selector = at(generated.object('Service', 'shop'), 'spec.selector') as Record<string, string>;
    expect(Object.entries(selector).every(([key, value]) => labels[key] === value)).toBe(false);
    const allowed = at(generated.object('NetworkPolicy', 'shop'), 'spec.podSelector.matchLabels') as object;
    expect(labels).toMatchObject(allowed);
    // Its claim can be mounted on the node of the server only.
    expect(
      at(
        job,
        'spec.jobTemplate.spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution.0.labelSelector.matchLabels',
      ),
    ).toEqual(selector);
  });
});

describe('the network', () => {
  test('a public component has an Ingress when a domain is known', () => {
    expect(at(one('order-web').object('Ingress', 'order-web'), 'spec.rules.0.host')).toBe(
      'order-web.apps.example.com',
    );
    const without = generateObjects({ components: { shop: planned('shop') }, domain: 'unknown' });
    expect(without.kinds).not.toContain('Ingress');
  });

  test('only what is known may pass, both ways', () => {
    const generated = generateObjects({
      components: { 'order-web': planned('order-web'), portal: { ...planned('portal'), exposure: 'none' } },
      dependencies: { 'order-mysql': needed('order-mysql'), 'order-redis': needed('order-redis') },
    });
    const portsFrom = (policy: ParsedObject, caller: string): unknown[] =>
      (at(policy, 'spec.ingress') as object[])
        .filter((rule) => JSON.stringify(rule).includes(`"${caller}"`))
        .map((rule) => at(rule, 'ports.0.port'));
    expect(portsFrom(generated.object('NetworkPolicy', 'portal'), 'order-web')).toEqual([8080]);
    expect(portsFrom(generated.object('NetworkPolicy', 'order-mysql'), 'order-web')).toEqual([3306]);
    expect(portsFrom(generated.object('NetworkPolicy', 'order-mysql'), 'portal')).toEqual([]);
    const egress = at(generated.object('NetworkPolicy', 'order-web'), 'spec.egress') as object[];
    expect(egress).toContainEqual({
      to: [{ ipBlock: { cidr: '10.8.0.40/32' } }],
      ports: [{ port: 25, protocol: 'TCP' }],
    });
    expect(at(generated.object('NetworkPolicy', 'order-mysql'), 'spec.egress') as object[]).toHaveLength(1);
  });

  test('a component that nobody reaches has no Service, one that another calls has', () => {
    expect(one('portal', { exposure: 'none' }).kinds).not.toContain('Service');
    const called = generateObjects({
      components: { 'order-web': planned('order-web'), portal: { ...planned('portal'), exposure: 'none' } },
    });
    expect(called.object('Service', 'portal').kind).toBe('Service');
  });

  test('several replicas have a disruption budget and keep apart, one has none', () => {
    expect(at(one('api').object('PodDisruptionBudget', 'api'), 'spec.maxUnavailable')).toBe(1);
    expect(pod(one('api'), 'api').affinity).toBeDefined();
    expect(one('api', { replicas: 1 }).kinds).not.toContain('PodDisruptionBudget');
  });

  test('a probe of a port that is not there is left out and reported', () => {
    const probes = {
      liveness: { type: 'tcp', port: 'nope', periodSeconds: 1, timeoutSeconds: 1, failureThreshold: 1 },
    };
    const { problems } = one('api', { probes: probes as ComponentPlan['probes'] });
    expect(problems.map(({ code }) => code)).toEqual(['probe-port-unknown']);
  });
});
