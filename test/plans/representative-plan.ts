import type { Plan } from '../../model/plan.js';
import { dependencies } from './dependencies.js';
import { antEra, archive, orderWeb, portal } from './java-components.js';
import { api, front, shop, zk } from './other-components.js';

/** A plan by hand with one component of each kind and one dependency of each mode, as the generators' tests and judges use it. */
const sources: Readonly<Record<string, string>> = {
  'legacy/order:order-web/src/main/resources/db.properties':
    'jdbc.url=jdbc:mysql://10.8.0.12:3306/orders\njdbc.username=orders\njdbc.password=0rders!\n# end\n',
  'legacy/order:order-web/src/main/resources/mail.xml':
    '<mail>\n  <host>mail</host>\n  <password>s3cr3t-mail</password>\n</mail>\n',
  'legacy/order:sql/schema.sql': 'CREATE TABLE orders (id INT PRIMARY KEY, customer VARCHAR(80));\n',
  'legacy/order:sql/data.sql': "INSERT INTO orders VALUES (1, '王五');\n",
  'legacy/shop:wp-config.php': "<?php\ndefine('DB_PASSWORD', 'shop!');\ndefine('DB_HOST', '10.8.0.13');\n",
};

export function readSource(context: string, path: string): string | undefined {
  return sources[`${context}:${path}`];
}

const text = (en: string, chinese: string): { en: string; 'zh-CN': string } => ({ en, 'zh-CN': chinese });

export const representativePlan: Plan = {
  version: 1,
  settings: {
    language: 'en',
    namespace: 'legacy',
    registry: 'registry.example.com/legacy',
    kubernetesVersion: '1.34',
    ingressDomain: 'apps.example.com',
  },
  components: { api, front, ledger: antEra, 'order-web': orderWeb, portal, repository: archive, shop, zk },
  dependencies,
  decisions: [
    {
      subject: 'components.order-web.replicas',
      choice: 1,
      because: text('Sessions live in memory.', '会话保存在内存中。'),
      evidence: [{ file: 'OrderServlet.java', line: 88, by: 'test' }],
      alternatives: [],
    },
    {
      subject: 'components.order-web.runtime.version',
      choice: '9.0',
      because: text('javax.servlet needs Tomcat 9.', 'javax.servlet 需要 Tomcat 9。'),
      evidence: [{ file: 'web.xml', line: 3, by: 'test' }],
      alternatives: [],
    },
  ],
  manual: [
    {
      component: 'order-web',
      title: text('Move sessions out of memory', '将会话移出内存'),
      detail: text('Then more than one replica can serve.', '之后即可运行多个副本。'),
      evidence: [{ file: 'OrderServlet.java', line: 88, by: 'test' }],
    },
  ],
};
