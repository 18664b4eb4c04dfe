import { component, httpPort } from './component.js';

export const orderWeb = component({
  kind: 'war',
  source: { context: 'legacy/order', path: 'order-web', form: 'source' },
  build: {
    tool: 'maven',
    image: 'maven',
    version: '3.9',
    java: '8',
    dependencyFiles: ['order-core/pom.xml', 'order-web/pom.xml', 'pom.xml'],
    resolve: [['mvn', '-B', '-q', '-fn', '-DskipTests', 'package']],
    commands: [['mvn', '-B', '-DskipTests', '-pl', 'order-web', '-am', 'package']],
    output: 'order-web/target/order-web.war',
    remove: ['order-web/src/main/resources/mail.xml'],
  },
  runtime: { image: 'tomcat', version: '9.0', java: '8' },
  images: [{ name: 'order-web', tag: '2.1.0' }],
  contextPath: '/order',
  exposure: 'public',
  env: [
    { name: 'TZ', value: 'Asia/Shanghai' },
    { name: 'DB_USER', value: 'orders' },
    { name: 'DB_PASSWORD', secret: 'order-mysql-credentials', key: 'password' },
    { name: 'DB_URL', value: 'jdbc:mysql://order-mysql/orders?user=$(DB_USER)' },
  ],
  configFiles: [
    {
      name: 'db.properties',
      from: 'order-web/src/main/resources/db.properties',
      mountPath: '/usr/local/tomcat/webapps/order/WEB-INF/classes/db.properties',
      store: 'config-map',
      changes: [
        {
          line: 1,
          key: 'jdbc.url',
          value: '${DB_URL}',
          oldValue: 'jdbc:mysql://10.8.0.12:3306/orders',
          secret: false,
        },
        { line: 3, key: 'jdbc.password', value: '${DB_PASSWORD}', secret: true },
      ],
    },
    {
      name: 'mail.xml',
      from: 'order-web/src/main/resources/mail.xml',
      mountPath: '/usr/local/tomcat/webapps/order/WEB-INF/classes/mail.xml',
      store: 'secret',
      changes: [
        { line: 3, key: 'password', value: 'DRYDOCK_PLACEHOLDER_ORDER_WEB_MAIL_PASSWORD', secret: true },
      ],
    },
  ],
  secrets: [
    {
      name: 'order-mysql-credentials',
      keys: [{ key: 'password', purpose: 'MySQL', foundAt: 'order-web/src/main/resources/db.properties:3' }],
    },
    { name: 'order-web-mail', keys: [{ key: 'password', purpose: 'mail', foundAt: 'mail.xml:3' }] },
  ],
  systemProperties: { 'user.timezone': 'Asia/Shanghai', 'app.title': 'Order System' },
  dependsOn: [
    { target: 'order-mysql', port: 3306 },
    { target: 'order-redis', port: 6379 },
    { target: 'portal', port: 8080 },
    { target: 'zk', port: 2181 },
  ],
  egress: [{ host: '10.8.0.40', port: 25 }],
  smokeTest: { path: '/order/login', status: 200 },
});

export const archive = component({
  kind: 'war',
  source: { context: 'archives', path: 'repository.war', form: 'archive' },
  runtime: { image: 'tomcat', version: '9.0', java: '8' },
  images: [{ name: 'repository', tag: '2.1.0' }],
  replicas: 1,
  volumes: [
    {
      name: 'data',
      mountPath: '/data',
      kind: 'claim',
      size: '10Gi',
      accessMode: 'ReadWriteOnce',
      directories: ['conf', 'logs'],
    },
  ],
  libraries: ['com.sun.mail:javax.mail:1.6.2'],
  env: [{ name: 'USERS_PASSWORD', secret: 'repository-users', key: 'password' }],
  secrets: [{ name: 'repository-users', keys: [{ key: 'password', purpose: 'users database' }] }],
  jndi: [
    {
      name: 'jdbc/users',
      type: 'javax.sql.DataSource',
      attributes: {
        driverClassName: 'org.apache.derby.jdbc.EmbeddedDriver',
        url: 'jdbc:derby:/data/users;create=true',
        username: 'sa',
        password: '${env.USERS_PASSWORD}',
      },
    },
    { name: 'mail/Session', type: 'javax.mail.Session', attributes: { 'mail.smtp.host': 'mail' } },
  ],
  systemProperties: { 'appserver.base': '/data', 'appserver.home': '/data' },
});

export const portal = component({
  kind: 'java',
  source: { context: 'legacy/portal', path: '', form: 'source' },
  build: {
    tool: 'gradle',
    image: 'gradle',
    version: '8.11',
    java: '17',
    dependencyFiles: ['build.gradle', 'settings.gradle'],
    resolve: [['gradle', '--no-daemon', 'dependencies']],
    commands: [['gradle', '--no-daemon', 'bootJar', '-x', 'test']],
    output: 'build/libs/portal.jar',
    remove: [],
  },
  runtime: { image: 'eclipse-temurin-jre', version: '17', java: '17' },
  java: { launcher: 'org.springframework.boot.loader.launch.JarLauncher' },
  images: [{ name: 'portal', tag: '1.4' }],
  ports: [httpPort, { name: 'management', port: 8081, protocol: 'TCP', purpose: 'management' }],
  dependsOn: [{ target: 'portal-postgresql', port: 5432 }],
  jobs: [{ name: 'report', schedule: '0 3 * * *', command: ['java', '-jar', 'app.jar', '--report'] }],
});

export const antEra = component({
  kind: 'war',
  source: { context: 'legacy/ant', path: '', form: 'source' },
  build: {
    tool: 'ant',
    image: 'eclipse-temurin-jdk',
    version: '8',
    java: '8',
    dependencyFiles: [],
    resolve: [],
    commands: [['ant', '-f', 'build.xml', 'war']],
    output: 'dist/ledger.war',
    remove: [],
  },
  runtime: { image: 'tomcat', version: '9.0', java: '8' },
  images: [{ name: 'ledger', tag: '1' }],
  dependsOn: [
    { target: 'ledger-oracle', port: 1521 },
    { target: 'ledger-ldap', port: 389 },
  ],
});
