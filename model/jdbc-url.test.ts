import { describe, expect, test } from '@jest/globals';
import { productOfDialect, productOfDriver } from './jdbc-driver.js';
import { maskJdbcUrl, parseJdbcUrl } from './jdbc-url.js';

/** product, host, port, database */
type Row = readonly [string, string, string | undefined, number | undefined, string | undefined];

const networked: readonly Row[] = [
  ['jdbc:mysql://10.8.0.12:3306/orders?useSSL=false', 'mysql', '10.8.0.12', 3306, 'orders'],
  ['jdbc:mysql://db/orders', 'mysql', 'db', 3306, 'orders'],
  ['jdbc:mysql:///orders', 'mysql', undefined, undefined, 'orders'],
  ['jdbc:mysql://localhost:3307', 'mysql', 'localhost', 3307, undefined],
  ['jdbc:mysql:replication://m1:3310,s1:3311/orders', 'mysql', 'm1', 3310, 'orders'],
  ['jdbc:mysql:loadbalance://a,b/orders', 'mysql', 'a', 3306, 'orders'],
  ['jdbc:mysql://address=(host=db1)(port=3309)/orders', 'mysql', 'db1', 3309, 'orders'],
  ['jdbc:mysql://[(host=h1,port=1111),(host=h2,port=2222)]/x', 'mysql', 'h1', 1111, 'x'],
  ['jdbc:mysql://[fe80::1]:3306/x', 'mysql', 'fe80::1', 3306, 'x'],
  ['jdbc:mariadb://maria.internal/shop', 'mariadb', 'maria.internal', 3306, 'shop'],
  ['jdbc:postgresql://pg1:5433,pg2:5434/app?targetServerType=primary', 'postgresql', 'pg1', 5433, 'app'],
  ['jdbc:postgresql:app', 'postgresql', undefined, undefined, 'app'],
  ['jdbc:oracle:thin:@dbhost:1521:ORCL', 'oracle', 'dbhost', 1521, 'ORCL'],
  ['jdbc:oracle:thin:@//dbhost:1522/sales.example.com', 'oracle', 'dbhost', 1522, 'sales.example.com'],
  ['jdbc:oracle:thin:@dbhost:1521/PDB1', 'oracle', 'dbhost', 1521, 'PDB1'],
  ['jdbc:oracle:thin:scott/tiger@dbhost:1521:XE', 'oracle', 'dbhost', 1521, 'XE'],
  [
    'jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS_LIST=(ADDRESS=(PROTOCOL=TCP)(HOST=rac1)(PORT=1525))' +
      '(ADDRESS=(PROTOCOL=TCP)(HOST=rac2)(PORT=1526)))(CONNECT_DATA=(SERVICE_NAME=erp)))',
    'oracle',
    'rac1',
    1525,
    'erp',
  ],
  ['jdbc:oracle:oci:@TNSNAME', 'oracle', undefined, undefined, 'TNSNAME'],
  ['jdbc:sqlserver://sql1:1444;databaseName=hr;encrypt=false', 'sqlserver', 'sql1', 1444, 'hr'],
  ['jdbc:sqlserver://sql1\\INST1;databaseName=hr', 'sqlserver', 'sql1', undefined, 'hr'],
  ['jdbc:microsoft:sqlserver://sql0:1433;DatabaseName=old', 'sqlserver', 'sql0', 1433, 'old'],
  ['jdbc:jtds:sqlserver://sql2/stock;instance=X', 'sqlserver', 'sql2', undefined, 'stock'],
  ['jdbc:jtds:sqlserver://sql2:1433/stock', 'sqlserver', 'sql2', 1433, 'stock'],
  ['jdbc:jtds:sybase://syb:5000/acct', 'sybase', 'syb', 5000, 'acct'],
  ['jdbc:sybase:Tds:syb:2638/acct?CHARSET=cp936', 'sybase', 'syb', 2638, 'acct'],
  ['jdbc:db2://mf:50001/SAMPLE:user=a;password=b;', 'db2', 'mf', 50001, 'SAMPLE'],
  ['jdbc:informix-sqli://ifx:1526/stores:INFORMIXSERVER=ol', 'informix', 'ifx', 1526, 'stores'],
  ['jdbc:dm://dmhost:5236?schema=OA', 'dameng', 'dmhost', 5236, 'OA'],
  ['jdbc:dm://dmhost/OA', 'dameng', 'dmhost', 5236, 'OA'],
  ['jdbc:kingbase8://kb:54321/gov', 'kingbase', 'kb', 54321, 'gov'],
  ['jdbc:oceanbase://ob:2883/test', 'oceanbase', 'ob', 2883, 'test'],
  ['jdbc:gbase://gb:5258/dw', 'gbase', 'gb', 5258, 'dw'],
  ['jdbc:clickhouse://ch/logs', 'clickhouse', 'ch', 8123, 'logs'],
  ['jdbc:hive2://hive:10000/default', 'unknown', 'hive', 10000, 'default'],
  ['jdbc:p6spy:mysql://db/x', 'mysql', 'db', 3306, 'x'],
  ['jdbc:log4jdbc:oracle:thin:@o:1521:S', 'oracle', 'o', 1521, 'S'],
  ['jdbc:wrap-jdbc:filters=default:name=d:jdbc:mysql://db/x', 'mysql', 'db', 3306, 'x'],
  ['jdbc:derby://derby:1528/archiva;create=true', 'derby', 'derby', 1528, 'archiva'],
  ['jdbc:h2:tcp://h2host/~/test', 'h2', 'h2host', 9092, '~/test'],
  ['jdbc:hsqldb:hsql://hs:9002/xdb', 'hsqldb', 'hs', 9002, 'xdb'],
  ['r2dbc:postgresql://pg/app', 'postgresql', 'pg', 5432, 'app'],
  ['jdbc:mysql://${DB_HOST:localhost}:${DB_PORT:3308}/${DB_NAME:shop}', 'mysql', 'localhost', 3308, 'shop'],
  ['jdbc:mysql://${db.host}:3306/shop', 'mysql', undefined, undefined, 'shop'],
  ['jdbc:mysql://@db.host@/@db.name@', 'mysql', undefined, undefined, undefined],
];

describe('parseJdbcUrl', () => {
  test.each(networked)('%s', (url, product, host, port, database) => {
    const parsed = parseJdbcUrl(url);
    expect([parsed?.product, parsed?.host, parsed?.port, parsed?.database]).toEqual([
      product,
      host,
      port,
      database,
    ]);
    expect(parsed?.embedded).toBe(false);
  });

  test.each([
    ['jdbc:derby:/data/archiva/users;create=true', 'derby', '/data/archiva/users', false],
    ['jdbc:derby:memory:x;create=true', 'derby', 'x', true],
    ['jdbc:h2:mem:testdb;DB_CLOSE_DELAY=-1', 'h2', 'testdb', true],
    ['jdbc:h2:file:./data/app', 'h2', './data/app', false],
    ['jdbc:h2:~/app', 'h2', '~/app', false],
    ['jdbc:hsqldb:mem:x', 'hsqldb', 'x', true],
    ['jdbc:hsqldb:file:/var/db/x;shutdown=true', 'hsqldb', '/var/db/x', false],
    ['jdbc:sqlite:/srv/app.db', 'sqlite', '/srv/app.db', false],
    ['jdbc:sqlite::memory:', 'sqlite', ':memory:', true],
    ['jdbc:ucanaccess://C:/db/a.mdb;memory=false', 'access', 'C:/db/a.mdb', false],
  ])('in the process: %s', (url, product, database, inMemory) => {
    const parsed = parseJdbcUrl(url);
    expect(parsed).toMatchObject({ product, database, inMemory, embedded: true, hosts: [] });
    expect(parsed?.host).toBeUndefined();
  });

  test('keeps all servers of a replicated URL', () => {
    expect(parseJdbcUrl('jdbc:mysql:replication://m1:3310,s1/orders')?.hosts).toEqual([
      { host: 'm1', port: 3310 },
      { host: 's1', port: 3306 },
    ]);
  });

  test.each([
    ['jdbc:mysql://u:s3cret@db/x', 'jdbc:mysql://u:***@db/x', 'u'],
    [
      'jdbc:mysql://db/x?user=root&password=s3cret&a=b',
      'jdbc:mysql://db/x?user=root&password=***&a=b',
      'root',
    ],
    ['jdbc:sqlserver://h;user=sa;password=s3cret', 'jdbc:sqlserver://h;user=sa;password=***', 'sa'],
    ['jdbc:oracle:thin:scott/s3cret@h:1521:XE', 'jdbc:oracle:thin:scott/***@h:1521:XE', 'scott'],
    ['jdbc:db2://h/D:user=a;password=s3cret;', 'jdbc:db2://h/D:user=a;password=***;', 'a'],
    ['jdbc:mysql://db/x?password=${P:s3cret}', 'jdbc:mysql://db/x?password=${P:***}', undefined],
  ])('masks the password and keeps the user: %s', (url, masked, username) => {
    const parsed = parseJdbcUrl(url);
    expect(parsed?.url).toBe(masked);
    expect(parsed?.hasPassword).toBe(true);
    expect(parsed?.username).toBe(username);
    expect(JSON.stringify(parsed)).not.toContain('s3cret');
  });

  test('a placeholder is no password', () => {
    expect(parseJdbcUrl('jdbc:mysql://db/x?password=${DB_PASSWORD}')?.hasPassword).toBe(false);
    expect(maskJdbcUrl('jdbc:mysql://db/x?password=${DB_PASSWORD}')).toContain('${DB_PASSWORD}');
  });

  test.each(['', 'mysql://db/x', 'java:comp/env/jdbc/x', 'jdbc:', 'jdbc:${url}', 'http://a/b'])(
    'is no JDBC URL: %j',
    (text) => {
      expect(parseJdbcUrl(text)).toBeUndefined();
    },
  );

  test('an ODBC bridge tells Access by its driver', () => {
    expect(parseJdbcUrl('jdbc:odbc:Driver={Microsoft Access Driver (*.mdb)};DBQ=C:/a.mdb')).toMatchObject({
      product: 'access',
      database: 'C:/a.mdb',
    });
    expect(parseJdbcUrl('jdbc:odbc:mydsn')).toMatchObject({ product: 'unknown', database: 'mydsn' });
  });
});

test.each([
  ['com.mysql.cj.jdbc.Driver', 'mysql'],
  ['oracle.jdbc.OracleDriver', 'oracle'],
  ['org.apache.derby.jdbc.EmbeddedDriver', 'derby'],
  ['com.kingbase8.Driver', 'kingbase'],
  ['dm.jdbc.driver.DmDriver', 'dameng'],
  ['com.alibaba.druid.pool.DruidDataSource', undefined],
])('driver %s belongs to %s', (driver, product) => {
  expect(productOfDriver(driver)).toBe(product);
});

test.each([
  ['org.hibernate.dialect.MySQL5InnoDBDialect', 'mysql'],
  ['org.hibernate.dialect.Oracle10gDialect', 'oracle'],
  ['org.hibernate.dialect.PostgreSQL95Dialect', 'postgresql'],
  ['mysql', 'mysql'],
  ['com.example.CustomDialect', undefined],
])('dialect %s is for %s', (dialect, product) => {
  expect(productOfDialect(dialect)).toBe(product);
});
