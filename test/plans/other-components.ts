import type { ComponentPlan } from '../../model/plan-component.js';
import { component, http } from './component.js';

export const shop = component({
  kind: 'php',
  source: { context: 'legacy/shop', path: '', form: 'source' },
  build: {
    tool: 'composer',
    image: 'composer',
    version: '2.8',
    dependencyFiles: ['composer.json', 'composer.lock'],
    resolve: [
      ['composer', 'install', '--no-dev', '--no-scripts', '--no-autoloader', '--ignore-platform-reqs'],
    ],
    commands: [['composer', 'dump-autoload', '--no-dev', '--optimize']],
    output: '',
    remove: [],
  },
  runtime: { image: 'php-fpm', version: '8.2' },
  images: [
    { name: 'shop', tag: '4.9', target: 'app' },
    { name: 'shop-web', tag: '4.9', target: 'web' },
  ],
  replicas: 1,
  exposure: 'public',
  php: {
    trees: [{ from: '', to: '/var/www/html' }],
    aliases: [],
    documentRoot: '/var/www/html/public',
    frontController: 'index.php',
    extensions: ['mysqli', 'gd', 'intl', 'mbstring', 'redis'],
    denied: ['uploads/*.php', 'composer.json'],
  },
  phpSettings: { memory_limit: '128M', upload_max_filesize: '16M', post_max_size: '20M' },
  probes: { startup: http('/login.php', { failureThreshold: 30 }), readiness: http('/login.php') },
  configFiles: [
    {
      name: 'wp-config.php',
      from: 'wp-config.php',
      mountPath: '/var/www/html/wp-config.php',
      store: 'config-map',
      changes: [
        { line: 2, key: 'DB_PASSWORD', value: "getenv('DB_PASSWORD')", secret: true },
        { line: 3, key: 'DB_HOST', value: 'shop-mariadb', oldValue: '10.8.0.13', secret: false },
      ],
    },
  ],
  env: [{ name: 'DB_PASSWORD', secret: 'shop-mariadb-credentials', key: 'password' }],
  volumes: [
    {
      name: 'uploads',
      mountPath: '/var/www/html/public/uploads',
      kind: 'claim',
      size: '5Gi',
      seedFromImage: true,
    },
  ],
  jobs: [{ name: 'cron', schedule: '*/5 * * * *', command: ['php', 'cron.php'] }],
  dependsOn: [{ target: 'shop-mariadb', port: 3306 }],
});

export const api = component({
  kind: 'node',
  source: { context: 'legacy/api', path: '', form: 'source' },
  build: {
    tool: 'npm',
    image: 'node',
    version: '20',
    dependencyFiles: ['package-lock.json', 'package.json'],
    resolve: [['npm', 'ci']],
    commands: [
      ['npm', 'run', 'build'],
      ['npm', 'prune', '--omit=dev'],
    ],
    output: '',
    remove: [],
  },
  runtime: { image: 'node', version: '20' },
  images: [{ name: 'api', tag: '3.0.0' }],
  command: ['node', 'dist/server.js'],
});

export const front = component({
  kind: 'static',
  source: { context: 'legacy/front', path: '', form: 'source' },
  build: { ...api.build, output: 'dist' } as NonNullable<ComponentPlan['build']>,
  runtime: { image: 'nginx', version: '1.26' },
  images: [{ name: 'front', tag: '3.0.0' }],
  exposure: 'public',
});

export const zk = component({
  kind: 'middleware',
  source: { context: 'legacy/zk', path: '', form: 'configuration' },
  runtime: { image: 'zookeeper', version: '3.9' },
  replicas: 3,
  ports: [
    { name: 'client', port: 2181, protocol: 'TCP', purpose: 'client' },
    { name: 'peer', port: 2888, protocol: 'TCP', purpose: 'peer' },
    { name: 'election', port: 3888, protocol: 'TCP', purpose: 'election' },
  ],
  probes: {},
  resources: { requests: { cpu: '100m', memory: '384Mi' }, limits: { cpu: '1', memory: '512Mi' } },
  exposure: 'none',
  ensemble: {
    product: 'zookeeper',
    version: '3.4.14',
    members: 3,
    firstId: 1,
    settings: [
      { name: 'tickTime', value: '2000' },
      { name: 'initLimit', value: '10' },
      { name: 'syncLimit', value: '5' },
      { name: 'dataDir', value: '/var/lib/zookeeper' },
      { name: 'clientPort', value: '2181' },
      { name: 'maxClientCnxns', value: '200' },
      { name: 'some.unknown.setting', value: 'kept' },
      { name: 'server.1', value: '10.8.0.21:2888:3888' },
      { name: 'server.2', value: '10.8.0.22:2888:3888' },
      { name: 'server.3', value: '10.8.0.23:2888:3888' },
    ],
    changed: [],
    dataSize: '2Gi',
    files: [],
  },
});
