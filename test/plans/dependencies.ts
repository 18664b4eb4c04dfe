import type { DependencyPlan } from '../../model/plan-dependency.js';

function generated(
  service: 'mysql' | 'mariadb' | 'postgresql' | 'redis',
  more: Partial<DependencyPlan> & Pick<DependencyPlan, 'serviceName' | 'port' | 'version' | 'usedBy'>,
): DependencyPlan {
  return {
    service,
    mode: 'generated',
    image: service,
    secret: `${more.serviceName}-credentials`,
    schema: [],
    size: '8Gi',
    ...more,
  };
}

export const dependencies: Readonly<Record<string, DependencyPlan>> = {
  'order-mysql': generated('mysql', {
    serviceName: 'order-mysql',
    port: 3306,
    version: '8.0',
    database: 'orders',
    username: 'orders',
    usedBy: ['order-web'],
    charset: 'utf8mb4',
    settings: { sql_mode: 'NO_ENGINE_SUBSTITUTION' },
    schema: [
      { context: 'legacy/order', path: 'sql/schema.sql' },
      { context: 'legacy/order', path: 'sql/data.sql' },
    ],
  }),
  'order-redis': generated('redis', {
    serviceName: 'order-redis',
    port: 6379,
    version: '7.4',
    usedBy: ['order-web'],
  }),
  'portal-postgresql': generated('postgresql', {
    serviceName: 'portal-postgresql',
    port: 5432,
    version: '16',
    database: 'portal',
    username: 'portal',
    usedBy: ['portal'],
  }),
  'shop-mariadb': generated('mariadb', {
    serviceName: 'shop-mariadb',
    port: 3306,
    version: '10.11',
    database: 'shop',
    username: 'shop',
    usedBy: ['shop'],
  }),
  'ledger-oracle': {
    service: 'oracle',
    mode: 'external',
    serviceName: 'ledger-oracle',
    port: 1521,
    externalHost: 'ora1.corp.example.com',
    secret: 'ledger-oracle-credentials',
    usedBy: ['ledger'],
    schema: [],
  },
  'ledger-ldap': {
    service: 'ldap',
    mode: 'external',
    serviceName: 'ledger-ldap',
    port: 389,
    externalHost: '10.8.0.50',
    usedBy: ['ledger'],
    schema: [],
  },
};
