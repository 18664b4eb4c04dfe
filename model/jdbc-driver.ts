import type { DatabaseProduct } from './product.js';

/** Ports that servers listen on when nothing else is said. Source: each vendor's JDBC driver documentation. */
export const defaultDatabasePorts: Readonly<Partial<Record<DatabaseProduct, number>>> = {
  mysql: 3306,
  mariadb: 3306,
  postgresql: 5432,
  oracle: 1521,
  sqlserver: 1433,
  db2: 50000,
  sybase: 5000,
  informix: 9088,
  mongodb: 27017,
  derby: 1527,
  h2: 9092,
  hsqldb: 9001,
  dameng: 5236,
  kingbase: 54321,
  gbase: 5258,
  oceanbase: 2881,
  tidb: 4000,
  clickhouse: 8123,
};

/** Prefixes of driver, data source and connection pool classes; the longest one that fits decides. */
const driverPrefixes: readonly (readonly [string, DatabaseProduct])[] = [
  ['com.mysql.', 'mysql'],
  ['org.gjt.mm.mysql.', 'mysql'],
  ['software.aws.rds.jdbc.mysql.', 'mysql'],
  ['org.mariadb.', 'mariadb'],
  ['org.postgresql.', 'postgresql'],
  ['com.impossibl.postgres.', 'postgresql'],
  ['oracle.jdbc.', 'oracle'],
  ['oracle.ucp.', 'oracle'],
  ['com.microsoft.sqlserver.', 'sqlserver'],
  ['com.microsoft.jdbc.sqlserver.', 'sqlserver'],
  ['net.sourceforge.jtds.', 'sqlserver'],
  ['com.ibm.db2.', 'db2'],
  ['COM.ibm.db2.', 'db2'],
  ['com.ibm.as400.', 'db2'],
  ['com.sybase.', 'sybase'],
  ['com.informix.', 'informix'],
  ['org.apache.derby.', 'derby'],
  ['org.h2.', 'h2'],
  ['org.hsqldb.', 'hsqldb'],
  ['org.hsql.', 'hsqldb'],
  ['org.sqlite.', 'sqlite'],
  ['net.ucanaccess.', 'access'],
  ['dm.jdbc.', 'dameng'],
  ['com.kingbase', 'kingbase'],
  ['com.gbase.', 'gbase'],
  ['com.gbasedbt.', 'gbase'],
  ['com.oceanbase.', 'oceanbase'],
  ['com.alipay.oceanbase.', 'oceanbase'],
  ['com.clickhouse.', 'clickhouse'],
  ['ru.yandex.clickhouse.', 'clickhouse'],
  ['cc.blynk.clickhouse.', 'clickhouse'],
];

/** The database that a JDBC driver or data source class belongs to; undefined for pools, wrappers and strangers. */
export function productOfDriver(className: string): DatabaseProduct | undefined {
  return driverPrefixes.find(([prefix]) => className.startsWith(prefix))?.[1];
}

/** Fragments of Hibernate, MyBatis PageHelper, EclipseLink and OpenJPA dialect names, lower case; the first hit decides. */
const dialectWords: readonly (readonly [string, DatabaseProduct])[] = [
  ['mariadb', 'mariadb'],
  ['tidb', 'tidb'],
  ['mysql', 'mysql'],
  ['postgre', 'postgresql'],
  ['oracle', 'oracle'],
  ['sqlserver', 'sqlserver'],
  ['db2', 'db2'],
  ['sybase', 'sybase'],
  ['informix', 'informix'],
  ['derby', 'derby'],
  ['h2', 'h2'],
  ['hsql', 'hsqldb'],
  ['sqlite', 'sqlite'],
  ['dmdialect', 'dameng'],
  ['dameng', 'dameng'],
  ['kingbase', 'kingbase'],
  ['gbase', 'gbase'],
  ['oceanbase', 'oceanbase'],
  ['clickhouse', 'clickhouse'],
];

/** The database that a persistence framework's dialect (`org.hibernate.dialect.MySQL5Dialect`, `mysql`) is for. */
export function productOfDialect(dialect: string): DatabaseProduct | undefined {
  const last = dialect.slice(dialect.lastIndexOf('.') + 1).toLowerCase();
  return dialectWords.find(([word]) => last.includes(word))?.[1];
}
