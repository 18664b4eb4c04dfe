import { describe, expect, it } from '@jest/globals';
import { treeOfXml } from './from-text.js';
import { treeOfJson } from './from-json.js';
import { stringValue, type XNode } from './node.js';
import { compileQuery } from './query.js';

const xml = `<?xml version="1.0"?>
<!DOCTYPE beans SYSTEM "beans.dtd" [<!ENTITY x "y">]>
<beans xmlns="urn:beans" xmlns:t="urn:task">
  <!-- <bean id="never"/> -->
  <bean id="a" class="x.One"><property name="url">jdbc</property></bean>
  <bean id="b"><t:job every="3"/><note><![CDATA[cd & ata]]></note></bean>
  <count>12</count>
</beans>
`;

function run(xpath: string, namespaces?: Record<string, string>, root = treeOfXml(xml)): string[] {
  const query = compileQuery(xpath, namespaces);
  if (typeof query !== 'function') return [`error: ${query.error.en}`];
  return query(root ?? treeOfJson({})).map(
    (node: XNode) => `${node.local || 'text'}=${stringValue(node).trim()}`,
  );
}

describe('XPath', () => {
  it.each([
    ['//bean/@id', ['id=a', 'id=b']],
    ['/beans/bean[@id="a"]/property', ['property=jdbc']],
    ['beans/bean[2]/note', ['note=cd & ata']],
    ['//*[local-name()="job"]/@every', ['every=3']],
    ['//bean[not(@class)]/@id', ['id=b']],
    ['//bean[position()=last()]/@id', ['id=b']],
    ['//property[text()="jdbc"]/..', ['bean=jdbc']],
    ['//bean[property]/@class | //count', ['class=x.One', 'count=12']],
    ['//bean[contains(@class, "One") and starts-with(@id, "a")]/@id', ['id=a']],
    ['//bean[matches(@class, "^x\\.[A-Z]")]/@id', ['id=a']],
    ['//property/ancestor::bean/@id', ['id=a']],
    ['//bean[@id="a"]/following-sibling::bean/@id', ['id=b']],
    ['//bean[@id="b"]/preceding-sibling::*[1]/@id', ['id=a']],
    ['//*[self::count or self::note]', ['note=cd & ata', 'count=12']],
    ['//count[. > 11 and . mod 2 = 0]', ['count=12']],
    ['//bean[count(*) = 2]/@id', ['id=b']],
    ['//bean[string-length(normalize-space(@id)) = 1][1]/@id', ['id=a']],
    ['//property/text()', ['text=jdbc']],
    ['//bean/child::node()[1]/self::property', ['property=jdbc']],
  ])('%s', (xpath, expected) => {
    expect(run(xpath)).toEqual(expected);
  });

  it('deviates from the standard as the reference does', () => {
    expect(run('//job')).toEqual([]);
    expect(run('//t:job/@every')).toEqual(['every=3']);
    expect(run('//t:job/@every', { t: 'urn:other' })).toEqual([]);
    expect(run('//z:job/@every', { z: 'urn:task' })).toEqual(['every=3']);
    expect(run('//t:job', {})[0]).toMatch(/^error:/);
    expect(run('//t:*')).toEqual([]);
    expect(run('//note[text()="cd & ata"]')).toEqual([]);
    expect(run('//note[.="cd & ata"]')).toEqual(['note=cd & ata']);
    expect(run('count(//bean)')).toEqual([]);
    expect(run('//bean[@class = matches(@class, "x")]')).toEqual([]);
    expect(run('//property[. = 1]')).toEqual([]);
  });

  it('says what it cannot read', () => {
    expect(run('//bean[')[0]).toMatch(/ends too early/);
    expect(run('//bean[nothing()]')[0]).toMatch(/no function/);
  });

  it('walks JSON', () => {
    expect(run('//port', undefined, treeOfJson({ servers: [{ port: 80 }, { port: 81 }] }))).toEqual([
      'port=80',
      'port=81',
    ]);
  });
});

describe('tolerant XML', () => {
  it('passes over undefined entities, unclosed tags and bare attributes', () => {
    expect(run('//b', undefined, treeOfXml('<a><b x=1>t&nbsp;u</a>'))).toEqual(['b=t&nbsp;u']);
  });

  it('skips other encodings and what is no XML', () => {
    expect(treeOfXml('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')).toBeUndefined();
    expect(treeOfXml('just text')).toBeUndefined();
  });

  it('knows lines', () => {
    const query = compileQuery('//bean', undefined);
    const tree = treeOfXml(xml);
    expect(tree && typeof query === 'function' ? query(tree).map((node) => node.line) : []).toEqual([5, 6]);
  });
});
