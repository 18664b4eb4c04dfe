import type { ServiceProduct } from '../../model/product.js';

/** Packages that a service or front end is written with. */
export const frameworks: ReadonlyMap<string, string> = new Map([
  ['express', 'Express'],
  ['koa', 'Koa'],
  ['fastify', 'Fastify'],
  ['@nestjs/core', 'NestJS'],
  ['@hapi/hapi', 'hapi'],
  ['hapi', 'hapi'],
  ['restify', 'Restify'],
  ['egg', 'Egg.js'],
  ['midway', 'Midway'],
  ['@midwayjs/core', 'Midway'],
  ['thinkjs', 'ThinkJS'],
  ['sails', 'Sails'],
  ['meteor-node-stubs', 'Meteor'],
  ['@loopback/core', 'LoopBack'],
  ['loopback', 'LoopBack'],
  ['@feathersjs/feathers', 'Feathers'],
  ['@adonisjs/core', 'AdonisJS'],
  ['polka', 'Polka'],
  ['hono', 'Hono'],
  ['next', 'Next.js'],
  ['nuxt', 'Nuxt'],
  ['@remix-run/node', 'Remix'],
  ['@strapi/strapi', 'Strapi'],
  ['strapi', 'Strapi'],
  ['socket.io', 'Socket.IO'],
  ['vue', 'Vue'],
  ['react', 'React'],
  ['@angular/core', 'Angular'],
  ['angular', 'AngularJS'],
  ['svelte', 'Svelte'],
  ['jquery', 'jQuery'],
]);

/** Clients and drivers, with the service that they talk to. */
export const drivers: ReadonlyMap<string, ServiceProduct> = new Map<string, ServiceProduct>([
  ['mysql', 'mysql'],
  ['mysql2', 'mysql'],
  ['mariadb', 'mariadb'],
  ['pg', 'postgresql'],
  ['pg-promise', 'postgresql'],
  ['oracledb', 'oracle'],
  ['mssql', 'sqlserver'],
  ['tedious', 'sqlserver'],
  ['mongodb', 'mongodb'],
  ['mongoose', 'mongodb'],
  ['sqlite3', 'sqlite'],
  ['better-sqlite3', 'sqlite'],
  ['redis', 'redis'],
  ['ioredis', 'redis'],
  ['connect-redis', 'redis'],
  ['bull', 'redis'],
  ['bullmq', 'redis'],
  ['memcached', 'memcached'],
  ['amqplib', 'rabbitmq'],
  ['kafkajs', 'kafka'],
  ['node-rdkafka', 'kafka'],
  ['node-zookeeper-client', 'zookeeper'],
  ['nodemailer', 'smtp'],
  ['ldapjs', 'ldap'],
  ['@elastic/elasticsearch', 'elasticsearch'],
  ['elasticsearch', 'elasticsearch'],
  ['minio', 'minio'],
  ['aws-sdk', 's3'],
  ['@aws-sdk/client-s3', 's3'],
  ['ssh2-sftp-client', 'sftp'],
  ['basic-ftp', 'ftp'],
  ['eureka-js-client', 'eureka'],
  ['nacos', 'nacos'],
]);

/** A front end's build tool, where it writes, and the script that runs it. */
export interface BundlerRule {
  readonly package: string;
  readonly output: string;
}

/** Default output folders. Sources: the tools' own documentation. */
export const bundlers: readonly BundlerRule[] = [
  { package: 'react-scripts', output: 'build' },
  { package: '@vue/cli-service', output: 'dist' },
  { package: '@angular/cli', output: 'dist' },
  { package: '@angular-devkit/build-angular', output: 'dist' },
  { package: 'vite', output: 'dist' },
  { package: 'webpack', output: 'dist' },
  { package: 'parcel', output: 'dist' },
  { package: 'parcel-bundler', output: 'dist' },
  { package: 'rollup', output: 'dist' },
  { package: 'esbuild', output: 'dist' },
  { package: 'tsup', output: 'dist' },
  { package: 'gatsby', output: 'public' },
  { package: '@umijs/max', output: 'dist' },
  { package: 'umi', output: 'dist' },
  { package: 'gulp', output: 'dist' },
];
