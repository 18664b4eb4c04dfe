import type { ServiceProduct } from '../../model/product.js';

/** Products as they write themselves; others are shown as they are. */
const names: Partial<Record<ServiceProduct, string>> = {
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  postgresql: 'PostgreSQL',
  oracle: 'Oracle',
  sqlserver: 'SQL Server',
  db2: 'Db2',
  mongodb: 'MongoDB',
  derby: 'Derby',
  h2: 'H2',
  hsqldb: 'HSQLDB',
  sqlite: 'SQLite',
  redis: 'Redis',
  memcached: 'Memcached',
  zookeeper: 'ZooKeeper',
  kafka: 'Kafka',
  rabbitmq: 'RabbitMQ',
  activemq: 'ActiveMQ',
  rocketmq: 'RocketMQ',
  elasticsearch: 'Elasticsearch',
  solr: 'Solr',
  nacos: 'Nacos',
  eureka: 'Eureka',
  consul: 'Consul',
  dubbo: 'Dubbo',
  smtp: 'SMTP',
  imap: 'IMAP',
  ldap: 'LDAP',
  ftp: 'FTP',
  sftp: 'SFTP',
  http: 'HTTP',
  tcp: 'TCP',
  jms: 'JMS',
  nfs: 'NFS',
};

/** The product's name for people. */
export function productName(product: ServiceProduct): string {
  return names[product] ?? product;
}
