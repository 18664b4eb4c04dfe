import { describe, expect, it } from '@jest/globals';
import { readVersion, isWithin } from '../conditions/java/version.js';
import { parseJavaPattern } from '../conditions/java/pattern.js';
import { readCustomVariables } from '../konveyor/custom-variables.js';
import { visibleNames } from '../konveyor/tags.js';
import { blankComments } from './blank-comments.js';
import { compileSelector } from './labels.js';
import { renderMustache } from './mustache.js';

describe('messages', () => {
  const render = (template: string, data = {}): string => renderMustache(template, data, { escape: true });

  it('escapes as the reference does, and not raw variables', () => {
    const data = { v: `<a href="x">&'` };
    expect(render('{{v}}', data)).toBe('&lt;a href=&#34;x&#34;&gt;&amp;&#39;');
    expect(render('{{{v}}}', data)).toBe(data.v);
    expect(render('{{&v}}', data)).toBe(data.v);
  });

  it('renders missing names as nothing and prints lists as Go does', () => {
    expect(render('a{{ default: "x" }}b')).toBe('ab');
    expect(render('{{l}}', { l: ['a', 'b'] })).toBe('[a b]');
    expect(render('{{a.b}}', { a: { b: 1 } })).toBe('1');
  });

  it('leaves a template with a syntax error as it is', () => {
    expect(render('a {{}} b')).toBe('a {{}} b');
    expect(render('a {{x', { x: 1 })).toBe('a {{x');
    expect(render('{{#a}}x')).toBe('{{#a}}x');
  });

  it('renders sections, inverted sections and comments', () => {
    expect(render('{{#l}}<{{.}}>{{/l}}{{^m}}none{{/m}}{{! no }}', { l: [1, 2] })).toBe('<1><2>none');
  });
});

describe('label selectors', () => {
  const selects = (expression: string, ...labels: string[]): boolean | undefined =>
    compileSelector(expression)?.(labels);

  it('has no precedence', () => {
    expect(selects('a || b && c', 'a')).toBe(false);
    expect(selects('a || (b && c)', 'a')).toBe(true);
    expect(selects('!a && b', 'b')).toBe(true);
  });

  it('compares versions with the sign of the rule', () => {
    const rule = 'konveyor.io/target=eap7+';
    const by = (value: string): boolean | undefined => selects(`konveyor.io/target=${value}`, rule);
    expect(['eap', 'eap7', 'eap8', 'eap7.1.0'].map(by)).toEqual([true, true, true, true]);
    expect(by('eap6')).toBe(false);
    expect(selects('t=java8', 't=java11-')).toBe(true);
    expect(selects('t=java17', 't=java11-')).toBe(false);
    expect(selects('t=quarkus', 't=quarkus')).toBe(true);
  });

  it('lets a bare key match every value, and include decide', () => {
    expect(selects('konveyor.io/source=java', 'konveyor.io/source')).toBe(true);
    expect(selects('x', 'konveyor.io/include=always')).toBe(true);
    expect(selects('x', 'x', 'konveyor.io/include=never')).toBe(false);
  });

  it('ignores invalid labels and rejects invalid expressions', () => {
    expect(selects('a', 'a', 'bad_label=')).toBe(true);
    expect(compileSelector('a &&')).toBeUndefined();
    expect(compileSelector('(a')).toBeUndefined();
  });
});

describe('tags that hasTags sees', () => {
  it.each([
    ['Connect=JMS, EJB', ['JMS', 'EJB']],
    ['Spring Boot', ['Spring Boot']],
    ['Java EE/Web', []],
    ['Node.js', []],
  ])('%s', (tag, names) => {
    expect(visibleNames(tag)).toEqual(names);
  });
});

describe('custom variables', () => {
  const variable = (pattern: string, nameOfCaptureGroup = ''): Record<string, string> =>
    readCustomVariables(
      [{ name: 'v', pattern, nameOfCaptureGroup, defaultValue: 'dflt' }],
      7,
      ' 6  x\n 7  import a.B;\n',
    );

  it('come from the numbered line of the snippet', () => {
    expect(variable('import (?P<n>[a-z.]+)B', 'n')).toEqual({ v: 'a.' });
    expect(variable('import ([a-z])')).toEqual({ v: 'a' });
    expect(variable('a\\.B')).toEqual({ v: 'a.B' });
    expect(variable('nothing')).toEqual({ v: 'dflt' });
    expect(variable('(a)(.)B')).toEqual({});
    expect(variable('(')).toEqual({});
  });

  it('are defaults without a snippet', () => {
    expect(
      readCustomVariables(
        [{ name: 'v', pattern: 'x', nameOfCaptureGroup: '', defaultValue: 'd' }],
        7,
        undefined,
      ),
    ).toEqual({ v: 'd' });
  });
});

describe('versions', () => {
  const within = (version: string, lower: string, upper?: string): boolean | undefined => {
    const parsed = readVersion(version);
    const bounds = { lower: readVersion(lower), upper: upper === undefined ? undefined : readVersion(upper) };
    return parsed && isWithin(parsed, bounds, 'go-version');
  };

  it('compare as go-version does, quirks included', () => {
    expect(within('4.3.1.Final', '4.0.0')).toBe(true);
    expect(within('1.2.3.RELEASE', '1.2.4')).toBe(false);
    expect(within('1.0-SNAPSHOT', '0.0.0')).toBe(false);
    expect(within('31.1-jre', '0.0.0')).toBe(false);
    expect(within('2.5', '2.0.0', '2.5.0')).toBe(true);
    expect(within('${x}', '0.0.0')).toBeUndefined();
    expect(within('[1,2)', '0.0.0')).toBeUndefined();
  });
});

describe('patterns of java.referenced', () => {
  const expanded = (pattern: string): string[] => parseJavaPattern(pattern).map((item) => item.text);

  it('expands alternatives, and only those in parentheses', () => {
    expect(expanded('a.(b|c).d')).toEqual(['a.b.d', 'a.c.d']);
    expect(expanded('a.(b|c)?d')).toEqual(['a.bd', 'a.cd', 'a.d']);
    expect(expanded('a|b')).toEqual(['a|b']);
  });

  it('reads parameters and globs', () => {
    const [method] = parseJavaPattern('a.B.m(int, *) void');
    expect(method).toMatchObject({
      text: 'a.B.m',
      simple: 'm',
      qualifier: 'a.B',
      parameters: 2,
      isGlob: false,
    });
    const [glob] = parseJavaPattern('javax.ejb.*');
    expect(glob?.test('JAVAX.ejb.x.Y')).toBe(true);
    expect(parseJavaPattern('a.B')[0]?.test('a.b')).toBe(false);
  });
});

describe('comments', () => {
  it.each([
    ['a.java', 'x = "// no"; // yes\n/* a */y', 'x = "// no";       \n       y'],
    ['a.properties', '# yes\na=#no', '     \na=#no'],
    ['a.yml', 'a: b # yes\nc: "x # no"', 'a: b      \nc: "x # no"'],
    ['a.xml', '<a><!-- yes --><b/></a>', '<a>            <b/></a>'],
    ['a.php', "don't <?php $a='#'; # yes ?>", "don't <?php $a='#';         "],
    ['a.php', '<?php // yes\n$b;', '<?php       \n$b;'],
    ['a.jsp', '<%-- yes --%><% f("//"); // yes\n%>', '             <% f("//");       \n%>'],
    ['a.sh', 'A="#no" # yes', 'A="#no"      '],
    ['a.bat', 'rem yes\nset A=1', '       \nset A=1'],
    ['a.txt', '# stays', '# stays'],
  ])('%s', (name, text, expected) => {
    expect(blankComments(name, text)).toBe(expected);
  });
});
