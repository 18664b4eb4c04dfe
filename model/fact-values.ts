import type { DatabaseProduct, ServiceProduct } from './product.js';

/** The languages and platforms a component can run on. */
export type RuntimeLanguage = 'java' | 'php' | 'node' | 'static' | 'native' | 'middleware';

/** Shape of each fact's value. Versions are strings as the field writes them (`1.8`, `>=7.4 <8.3`, `3.4.14`). */
export interface FactValues {
  /** What executes the component. `version` is normalised where it can be (Java `8`, PHP `5.6`). `role` tells a compile level from a floor. */
  runtime: {
    language: RuntimeLanguage;
    version?: string;
    constraint?: string;
    basis:
      | 'source-level'
      | 'target-level'
      | 'release'
      | 'toolchain'
      | 'constraint'
      | 'class-file'
      | 'syntax'
      | 'api'
      | 'script'
      | 'document';
  };
  build: {
    tool: 'maven' | 'gradle' | 'ant' | 'composer' | 'npm' | 'yarn' | 'pnpm' | 'none';
    version?: string;
    /** True if a wrapper (`mvnw`, `gradlew`) is checked in. */
    wrapper?: boolean;
    /** The file that drives the build, relative to the application's root. */
    file: string;
    /** Directory of the build's root (a Maven reactor's root may be above the module). */
    root?: string;
    /** What the build writes, relative to the unit (`target/order-web.jar`, `dist`). */
    output?: string;
    /** The script or goal to run where the tool has several (`build`, `package`, `dist`). */
    target?: string;
    /** Profiles that the build offers (Maven), sorted. */
    profiles?: readonly string[];
  };
  packaging: {
    type: 'war' | 'jar' | 'executable-jar' | 'ear' | 'pom' | 'php' | 'node' | 'static' | 'middleware';
    /** Name of the artefact with its extension, as the build names it. */
    artifact?: string;
    mainClass?: string;
    /** A source tree to build, an archive to run as it is, or configuration only. */
    form: 'source' | 'archive' | 'exploded' | 'configuration';
    /** The name the component calls itself by (artifactId, composer or package name), not its folder's. */
    name?: string;
    version?: string;
  };
  /** A unit of this application that this unit is built with (a Maven module, a workspace package). `unit` is its path. */
  module: { unit: string; scope: string };
  server: {
    product:
      | 'tomcat'
      | 'jetty'
      | 'undertow'
      | 'wildfly'
      | 'jboss'
      | 'weblogic'
      | 'websphere'
      | 'glassfish'
      | 'resin'
      | 'php-fpm'
      | 'apache'
      | 'nginx'
      | 'iis'
      | 'node'
      | 'unknown';
    version?: string;
    embedded: boolean;
  };
  /** The Servlet API that the code is written against; it decides Tomcat 9 or 10.1. */
  'servlet-api': { namespace: 'javax' | 'jakarta'; version?: string };
  port: {
    port: number;
    protocol: 'http' | 'https' | 'tcp' | 'udp' | 'ajp' | 'fastcgi';
    purpose:
      'application' | 'management' | 'peer' | 'election' | 'client' | 'admin' | 'debug' | 'jmx' | 'shutdown';
    /** The environment variable or property that sets it, if any. */
    configuredBy?: string;
    /** The Spring or Maven profile in which this holds; absent: by default. */
    profile?: string;
  };
  'context-path': { path: string; profile?: string };
  framework: { name: string; version?: string };
  library: {
    group?: string;
    name: string;
    version?: string;
    scope: string;
    ecosystem: 'maven' | 'composer' | 'npm' | 'bundled';
  };
  'php-extension': { name: string; required: boolean };
  'php-setting': { name: string; value: string };
  datasource: DataSourceValue;
  'jndi-resource': {
    /** Without `java:comp/env/`. */
    name: string;
    type?: string;
    /** Looked up by code, referenced by a descriptor, or defined in the server's configuration. */
    role: 'lookup' | 'reference' | 'definition';
  };
  'depends-on': {
    service: ServiceProduct;
    host?: string;
    port?: number;
    /** Database, queue, index, URL path: what is used there. */
    name?: string;
    profile?: string;
    configuredBy?: string;
  };
  'config-file': {
    /** Relative to the application's root. */
    path: string;
    format: 'properties' | 'yaml' | 'xml' | 'ini' | 'php' | 'json' | 'env' | 'conf' | 'other';
    /** Where the running application reads it: `classpath:db.properties`, `WEB-INF/web.xml`, or an absolute path. */
    readFrom?: string;
    purpose: 'application' | 'logging' | 'server' | 'descriptor' | 'database' | 'cache' | 'language';
    containsSecrets: boolean;
    /** Differs between environments (addresses, credentials, profiles), so it belongs outside the image. */
    environmentSpecific: boolean;
    profile?: string;
  };
  'env-var': { name: string; default?: string; required: boolean; source: 'environment' | 'system-property' };
  /** A secret in clear: which key, never the value. `key` as in the file, `purpose` in the field's words. */
  credential: {
    key: string;
    purpose: 'database' | 'cache' | 'mail' | 'messaging' | 'ldap' | 'api' | 'keystore' | 'session' | 'other';
    username?: string;
    profile?: string;
  };
  'writable-path': {
    /** As the code writes it; relative paths are relative to the working directory, `webapp:` to the document root. */
    path: string;
    use: 'log' | 'upload' | 'cache' | 'temp' | 'data' | 'session' | 'report' | 'unknown';
    /** Whether what is written must survive a restart. */
    persistent: boolean;
    configuredBy?: string;
  };
  'session-state': {
    store: 'memory' | 'file' | 'redis' | 'jdbc' | 'memcached' | 'hazelcast' | 'none';
    distributable?: boolean;
    timeoutMinutes?: number;
  };
  'health-endpoint': {
    path: string;
    port?: number;
    probe: 'readiness' | 'liveness' | 'startup' | 'any';
    checksDependencies?: boolean;
  };
  /** A page that answers without a login, good for a smoke test: a welcome file, a start page, a login form. */
  'entry-page': { path: string };
  'scheduled-job': {
    name: string;
    schedule?: string;
    mechanism:
      | 'spring'
      | 'quartz'
      | 'ejb-timer'
      | 'java-timer'
      | 'executor'
      | 'cron'
      | 'wp-cron'
      | 'at'
      | 'xxl-job'
      | 'elastic-job'
      | 'node';
    /** Runs inside the application's process, so each replica runs it. */
    inProcess: boolean;
    command?: string;
  };
  /** A process that runs beside the web one: a queue consumer, a daemon. */
  worker: { name: string; command: string };
  'log-sink': {
    target: 'file' | 'stdout' | 'stderr' | 'syslog' | 'socket' | 'database';
    path?: string;
    framework: string;
  };
  'native-code': { library: string; how: 'jni' | 'jna' | 'exec' | 'ffi' | 'bundled-binary' };
  memory: { kind: 'heap-max' | 'heap-initial' | 'metaspace' | 'limit' | 'direct'; bytes: number };
  /** The code (or a library that it uses) answers this signal, so that it ends in order. */
  'stop-signal': { signal: 'SIGTERM' };
  /** A JVM flag, PHP directive or argument that people start it with. */
  'start-option': { option: string; source: string };
  'document-root': { path: string };
  'front-controller': { path: string };
  /**
   * A directory of the application (relative to its root) that is referred to by an absolute path (in `define`, `require`, links), so
   * it must lie at that path in the image. Typical of an unpacked system package.
   */
  'install-path': { directory: string; path: string };
  /** URLs below `url` (`/wp-content/`) are served from the absolute directory `path`, which is not below the document root. */
  'url-alias': { url: string; path: string };
  /**
   * What the web server refuses to hand out. Relative to the application's root: a file, a directory (ends in `/`), or a
   * pattern with asterisks; two of them stand for any directories, these included that there are none.
   */
  'denied-path': { path: string };
  'rewrite-rule': { engine: 'htaccess' | 'nginx' | 'iis' | 'urlrewrite'; rule: string };
  /** SQL that creates or fills the database. `order` is the order in which files are to be run. */
  'database-schema': { path: string; product?: DatabaseProduct; order: number };
  encoding: { charset: string; subject: 'source' | 'web' | 'database' };
  timezone: { zone: string };
  'fixed-address': { address: string; port?: number };
  'system-property': { name: string; required: boolean; default?: string };
  middleware: {
    product: ServiceProduct;
    version?: string;
    /** One per server in the configuration, in the order of their ids. */
    members: readonly {
      id: string;
      host: string;
      role?: string;
      ports: readonly { name: string; port: number }[];
    }[];
  };
  /** One setting of a middleware product, kept even when we don't know it. */
  setting: { name: string; value: string; member?: string };
  /** A product whose support has ended: `until` is a month, `2020-06`. */
  'end-of-life': { product: string; version: string; until: string };
  /** An access seen to another system over HTTP or a message broker. */
  'outbound-url': { url: string; profile?: string };
  /**
   * Where the running application is reached today, as its own proxy says. `server`: a machine it runs on; `public`: a name that
   * people use. `port` and `path` are those of the application behind the proxy; they tell which component is meant.
   */
  'deployed-at': { host: string; port?: number; path?: string; role: 'server' | 'public' };
  /**
   * A web server that hands requests below `path` on to a process beside it (`/api` to port 3000); `upstreamPath` takes the place of
   * `path` where the configuration says so.
   */
  'proxy-route': { path: string; port: number; upstreamPath?: string };
  /**
   * A placeholder in a resource file that the build fills when it copies it (Maven's filtering). `token` as written
   * (`@profile.active@`); `value` is absent for a secret and for what nothing in the input defines; `profile` is the build profile in
   * which the value holds, absent: without any profile given.
   */
  'filtered-value': {
    path: string;
    token: string;
    name: string;
    value?: string;
    secret: boolean;
    profile?: string;
  };
}

/** A database as the application knows it. The password's value is never here: `credential` says where it stands. */
export interface DataSourceValue {
  readonly product: DatabaseProduct;
  readonly name?: string;
  readonly host?: string;
  readonly port?: number;
  readonly database?: string;
  readonly driver?: string;
  /** JDBC URL or DSN with any password masked. */
  readonly url?: string;
  readonly username?: string;
  readonly jndiName?: string;
  readonly profile?: string;
  /** Version of the server where something tells it (an image's tag), as it is written there. */
  readonly version?: string;
  /** Runs inside the application's process and writes files (Derby, H2, HSQLDB, SQLite). */
  readonly embedded: boolean;
  readonly configuredBy?: string;
}
