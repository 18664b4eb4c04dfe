const databaseProducts = [
  'mysql',
  'mariadb',
  'postgresql',
  'oracle',
  'sqlserver',
  'db2',
  'sybase',
  'informix',
  'mongodb',
  'derby',
  'h2',
  'hsqldb',
  'sqlite',
  'access',
  'dameng',
  'kingbase',
  'gbase',
  'oceanbase',
  'tidb',
  'clickhouse',
  'unknown',
] as const;

/** Databases by their short names; `unknown` when evidence shows a database but not which. */
export type DatabaseProduct = (typeof databaseProducts)[number];

const databases: ReadonlySet<string> = new Set(databaseProducts);

/** Whether a service is a database. */
export function isDatabase(service: ServiceProduct): service is DatabaseProduct {
  return databases.has(service);
}

/** What a component can depend on across the network. */
export type ServiceProduct =
  | DatabaseProduct
  | 'redis'
  | 'memcached'
  | 'zookeeper'
  | 'kafka'
  | 'rabbitmq'
  | 'activemq'
  | 'rocketmq'
  | 'elasticsearch'
  | 'solr'
  | 'nacos'
  | 'eureka'
  | 'consul'
  | 'apollo'
  | 'dubbo'
  | 'smtp'
  | 'imap'
  | 'ldap'
  | 'ftp'
  | 'sftp'
  | 'http'
  | 'nfs'
  | 'smb'
  | 'jms'
  | 'tuxedo'
  | 'mq'
  | 'minio'
  | 's3'
  | 'syslog'
  | 'tcp'
  | 'nginx'
  | 'haproxy'
  | 'etcd'
  | 'php-fpm'
  | 'node'
  | 'cas';
