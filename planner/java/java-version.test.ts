import { expect, test } from '@jest/globals';
import { classBytesUsing } from '../../test/class-bytes.js';
import { planInMemory } from '../../test/plan-in-memory.js';

test('a later Java is refused for a reason when it lacks what the classes use', async () => {
  const war = (uses: readonly string[]) =>
    planInMemory({
      'a.war!/WEB-INF/web.xml': '<web-app version="2.4"/>',
      'a.war!/WEB-INF/classes/a/B.class': classBytesUsing(51, uses),
    });
  const decided = async (uses: readonly string[]) => {
    const { plan } = await war(uses);
    return plan.decisions.find(({ subject }) => subject.endsWith('.runtime.java'));
  };
  const bound = await decided(['javax/xml/bind/JAXBContext']);
  expect([bound?.choice, bound?.alternatives]).toMatchObject([
    '8',
    [
      {
        choice: '11',
        whyNot: { en: 'The application uses what Java 11 no longer brings (WEB-INF/classes/…/B.class).' },
      },
    ],
  ]);
  expect((await decided(['java/util/List']))?.alternatives[0]?.whyNot.en).toContain('must be tested');
});
