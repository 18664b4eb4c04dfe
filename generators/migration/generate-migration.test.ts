import { describe, expect, test } from '@jest/globals';
import { loadImageCatalog, loadTemplates } from '../../templates/load.js';
import { readSource, representativePlan } from '../../test/plans/representative-plan.js';
import { generateAll } from '../generate-all.js';
import type { Plan } from '../../model/plan.js';

const catalog = loadImageCatalog();
const templates = loadTemplates();

function documents(settings: Partial<Plan['settings']> = {}): Map<string, string> {
  const plan = { ...representativePlan, settings: { ...representativePlan.settings, ...settings } };
  const { artefacts } = generateAll({ plan, catalog, templates, readSource });
  return new Map(
    artefacts.filter(({ path }) => path.endsWith('.md')).map(({ path, content }) => [path, content]),
  );
}

describe('the document of a component', () => {
  const text = documents().get('order-web/MIGRATION.md') ?? '';

  test('says what was decided, why and from what, and what is an edit', () => {
    expect(text).toContain('| runtime.version | 9.0 | javax.servlet needs Tomcat 9. | `web.xml:3` |');
    expect(text).toContain(
      '| replicas | 2 (your edit) | Sessions live in memory. | `OrderServlet.java:88` |',
    );
  });

  test('says what it is and what it runs on, as people write it', () => {
    expect(text).toMatch(/\n\nWeb application \(WAR\) on Tomcat 9\.0 \(Java 8\), 2 replicas\. /);
    const chinese = documents({ language: 'zh-CN' }).get('order-web/MIGRATION.md');
    expect(chinese).toContain('Web 应用（WAR），运行于 Tomcat 9.0（Java 8），副本数 2。');
  });

  test('says which secrets to fill in and where the old values stood, never what they were', () => {
    expect(text).toContain(
      '| order-mysql-credentials | password | MySQL | `order-web/src/main/resources/db.properties:3` |',
    );
    expect(text).toContain('| 3 | jdbc.password | *** | ${DB_PASSWORD} |');
    expect(text).not.toContain('0rders!');
  });

  test('says what only a person can do, and how to build and deploy', () => {
    expect(text).toContain('- [ ] **Move sessions out of memory.** Then more than one');
    expect(text).toContain(
      'docker build -f order-web/Dockerfile -t registry.example.com/legacy/order-web:2.1.0 legacy/order\n',
    );
    expect(text).toContain('kubectl apply -k order-web/kubernetes');
    expect(text).toContain('`/order/login` answers 200');
  });

  test('says how certificate authorities get into a build', () => {
    const withBundle = documents({ caBundle: '/etc/company.pem' }).get('order-web/MIGRATION.md');
    expect(withBundle).toContain('--build-arg CA_BUNDLE="$(cat /etc/company.pem)"');
  });
});

test('the index links every component and names every dependency', () => {
  const text = documents().get('MIGRATION.md') ?? '';
  for (const id of Object.keys(representativePlan.components))
    expect(text).toContain(`[${id}](${id}/MIGRATION.md)`);
  expect(text).toContain('| ledger-oracle | oracle, external: ora1.corp.example.com | ledger-oracle:1521 |');
  expect(text).toContain('- [ ] order-web: Move sessions out of memory');
});

test('both languages have the same documents, each in its own words', () => {
  const chinese = documents({ language: 'zh-CN' });
  expect([...chinese.keys()]).toEqual([...documents().keys()]);
  const text = chinese.get('order-web/MIGRATION.md') ?? '';
  expect(text).toContain('| replicas | 2（手工修改） | 会话保存在内存中。 |');
  expect(text).not.toMatch(/Secrets to fill|What was decided/);
});

test('tables have as many cells in every row', () => {
  for (const [path, text] of documents()) {
    for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
      const cells = table
        .split('\n')
        .filter((row) => row.startsWith('|'))
        .map((row) => row.split(/(?<!\\)\|/).length);
      expect([path, new Set(cells).size]).toEqual([path, 1]);
    }
  }
});
