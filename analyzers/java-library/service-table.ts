import type { FactValues } from '../../model/fact-values.js';
import type { DatabaseProduct, ServiceProduct } from '../../model/product.js';

/** A JDBC driver's library. */
export interface KnownDriver {
  readonly libraries: RegExp;
  readonly product: DatabaseProduct;
  readonly driver?: string;
  /** The library is the whole database, so that an application can run it in its own process. */
  readonly embeddable?: boolean;
}

/** Drivers by library name, lower case. Source: the vendors' artefacts on Maven Central and their download pages. */
export const knownDrivers: readonly KnownDriver[] = [
  { libraries: /^mysql-connector-(?:java|j)$/, product: 'mysql' },
  { libraries: /^mariadb-java-client$/, product: 'mariadb', driver: 'org.mariadb.jdbc.Driver' },
  { libraries: /^postgresql$/, product: 'postgresql', driver: 'org.postgresql.Driver' },
  {
    libraries: /^(?:ojdbc\d*(?:_g)?|classes12|ojdbc-full)$/,
    product: 'oracle',
    driver: 'oracle.jdbc.OracleDriver',
  },
  {
    libraries: /^(?:mssql-jdbc|sqljdbc\d*)$/,
    product: 'sqlserver',
    driver: 'com.microsoft.sqlserver.jdbc.SQLServerDriver',
  },
  { libraries: /^jtds$/, product: 'sqlserver', driver: 'net.sourceforge.jtds.jdbc.Driver' },
  { libraries: /^(?:db2jcc4?|jcc|db2-jdbc)$/, product: 'db2', driver: 'com.ibm.db2.jcc.DB2Driver' },
  { libraries: /^(?:jconn\d|jconnect)$/, product: 'sybase' },
  { libraries: /^(?:ifxjdbc|informix-jdbc)$/, product: 'informix', driver: 'com.informix.jdbc.IfxDriver' },
  {
    libraries: /^derby$/,
    product: 'derby',
    driver: 'org.apache.derby.jdbc.EmbeddedDriver',
    embeddable: true,
  },
  { libraries: /^derbyclient$/, product: 'derby', driver: 'org.apache.derby.jdbc.ClientDriver' },
  { libraries: /^h2$/, product: 'h2', driver: 'org.h2.Driver', embeddable: true },
  { libraries: /^hsqldb$/, product: 'hsqldb', driver: 'org.hsqldb.jdbcDriver', embeddable: true },
  { libraries: /^sqlite-jdbc$/, product: 'sqlite', driver: 'org.sqlite.JDBC', embeddable: true },
  {
    libraries: /^ucanaccess$/,
    product: 'access',
    driver: 'net.ucanaccess.jdbc.UcanaccessDriver',
    embeddable: true,
  },
  { libraries: /^dmjdbcdriver\d*$/, product: 'dameng', driver: 'dm.jdbc.driver.DmDriver' },
  { libraries: /^kingbase8(?:-jdbc)?$/, product: 'kingbase', driver: 'com.kingbase8.Driver' },
  { libraries: /^gbase-connector-java$/, product: 'gbase' },
  { libraries: /^oceanbase-client$/, product: 'oceanbase' },
  { libraries: /^clickhouse-jdbc$/, product: 'clickhouse' },
];

/** A client library that has no use without its server. */
export interface KnownClient {
  readonly libraries: RegExp;
  readonly service: ServiceProduct;
}

export const knownClients: readonly KnownClient[] = [
  {
    libraries:
      /^(?:jedis|lettuce-core|lettuce|redisson|spring-data-redis|spring-boot-starter-(?:data-)?redis)$/,
    service: 'redis',
  },
  { libraries: /^(?:spymemcached|xmemcached|java_memcached)$/, service: 'memcached' },
  { libraries: /^(?:amqp-client|spring-rabbit|spring-boot-starter-amqp)$/, service: 'rabbitmq' },
  {
    libraries: /^(?:activemq-(?:all|core|client|spring)|spring-boot-starter-activemq)$/,
    service: 'activemq',
  },
  { libraries: /^(?:kafka-clients|spring-kafka)$/, service: 'kafka' },
  { libraries: /^(?:rocketmq-client|rocketmq-spring-boot-starter)$/, service: 'rocketmq' },
  {
    libraries:
      /^(?:mongo-java-driver|mongodb-driver(?:-sync|-core)?|spring-data-mongodb|spring-boot-starter-data-mongodb)$/,
    service: 'mongodb',
  },
  {
    libraries:
      /^(?:elasticsearch-rest-high-level-client|elasticsearch-rest-client|spring-boot-starter-data-elasticsearch)$/,
    service: 'elasticsearch',
  },
  { libraries: /^(?:solr-solrj|spring-data-solr)$/, service: 'solr' },
  {
    libraries: /^(?:nacos-client|spring-cloud-starter-alibaba-nacos-(?:config|discovery))$/,
    service: 'nacos',
  },
  { libraries: /^spring-cloud-starter-(?:netflix-)?eureka(?:-client)?$/, service: 'eureka' },
  { libraries: /^apollo-client$/, service: 'apollo' },
  { libraries: /^minio$/, service: 'minio' },
];

/** Libraries that keep HTTP sessions outside of the process. */
export const knownSessionStores: readonly {
  readonly libraries: RegExp;
  readonly store: FactValues['session-state']['store'];
}[] = [
  {
    libraries:
      /^(?:spring-session-data-redis|tomcat-redis-session-manager|redisson-tomcat-\d+|shiro-redis(?:-spring-boot-starter)?)$/,
    store: 'redis',
  },
  { libraries: /^spring-session-jdbc$/, store: 'jdbc' },
  { libraries: /^spring-session-hazelcast$/, store: 'hazelcast' },
  { libraries: /^memcached-session-manager(?:-tc\d)?$/, store: 'memcached' },
];
