import { describe, expect, it } from '@jest/globals';
import { createMemoryProject } from '../../../workspace/memory-project.js';
import { parseRuleFile } from '../../engine/parse-rule.js';
import { runRuleSets } from '../../konveyor/run-rulesets.js';
import { conditionKinds } from '../registry.js';

const source = `package shop.web;

import java.io.File;
import javax.ejb.*;
import javax.naming.InitialContext;
import javax.servlet.http.HttpServlet;
import org.acme.Order;

/** Uses javax.servlet.http.HttpSession in words only. */
@Stateless(name = "orders", mappedName = "ejb/Orders")
public class OrderServlet extends HttpServlet implements Runnable {
    private File store = new File("/data");
    // new File("comment")
    public Order find(String id) throws Exception {
        InitialContext context = new InitialContext();
        Order found = (Order) context.lookup("java:comp/env/orders");
        System.exit(1);
        new File(id, "x");
        return found;
    }
}
`;

function lines(
  condition: string,
  files: Record<string, string> = { 'src/OrderServlet.java': source },
): (number | undefined)[] {
  const text = `- ruleID: j-1\n  message: m\n  when:\n    java.referenced: ${condition}\n`;
  const { rules, problems } = parseRuleFile(text, 'r.yaml', conditionKinds);
  expect(problems).toEqual([]);
  const ruleSets = [{ name: 'n', description: '', labels: [], rules }];
  const [output] = runRuleSets({ ruleSets, project: createMemoryProject(files) }).output;
  return (output?.insights?.['j-1']?.incidents ?? []).map((incident) => incident.lineNumber);
}

describe('java.referenced', () => {
  it.each([
    ['{location: IMPORT, pattern: java.io.File}', [3]],
    ['{location: IMPORT, pattern: javax.ejb*}', [4]],
    ['{location: IMPORT, pattern: javax.naming.*}', [5]],
    ['{location: METHOD_CALL, pattern: javax.naming.InitialContext.lookup}', [16]],
    ['{location: METHOD_CALL, pattern: javax.naming.InitialContext.lookup(String)}', [16]],
    ['{location: METHOD_CALL, pattern: "javax.naming.InitialContext.lookup(String, int)"}', []],
    ['{location: METHOD_CALL, pattern: java.lang.System.exit}', [17]],
    ['{location: METHOD_CALL, pattern: java.lang.System.(exit|gc)}', [17]],
    ['{location: METHOD_CALL, pattern: lookup}', [16]],
    ['{location: METHOD_CALL, pattern: org.acme.Directory.lookup}', []],
    ['{location: CONSTRUCTOR_CALL, pattern: java.io.File}', [18]],
    ['{location: CONSTRUCTOR_CALL, pattern: "java.io.File(*, *)"}', [18]],
    ['{location: INHERITANCE, pattern: javax.servlet.http.HttpServlet}', [11]],
    ['{location: IMPLEMENTS_TYPE, pattern: java.lang.Runnable}', [11]],
    ['{location: ANNOTATION, pattern: javax.ejb.Stateless}', [10]],
    ['{location: FIELD, pattern: java.io.File}', [12]],
    ['{location: VARIABLE_DECLARATION, pattern: org.acme.Order}', [16]],
    ['{location: METHOD, pattern: find}', [14]],
    ['{location: RETURN_TYPE, pattern: org.acme.Order}', [14]],
    ['{location: CLASS, pattern: shop.web.OrderServlet}', [11]],
    ['{location: PACKAGE, pattern: shop.web}', [1]],
    ['{location: PACKAGE, pattern: javax.naming}', [5]],
    ['{location: ENUM, pattern: shop.web.OrderServlet}', []],
    ['{pattern: javax.servlet.http.HttpSession}', []],
    ['{pattern: javax.naming.InitialContext}', [5, 15]],
  ])('%s', (condition, expected) => {
    expect(lines(condition)).toEqual(expected);
  });

  it('looks at the written elements of an annotation', () => {
    const annotated = (elements: string): number =>
      lines(`{location: ANNOTATION, pattern: javax.ejb.Stateless, annotated: {elements: ${elements}}}`)
        .length;
    expect(annotated('[{name: name, value: orders}]')).toBe(1);
    expect(annotated('[{name: name, value: ord}]')).toBe(0);
    expect(annotated('[{name: description, value: .*}]')).toBe(0);
    expect(annotated('[{name: mappedName, value: "ejb/.*"}, {name: description, value: x}]')).toBe(1);
  });

  it('finds static imports and inherited calls, not namesakes of other types', () => {
    const files = {
      'A.java': 'import static java.lang.System.exit;\nclass A { void f() { exit(1); } }',
      'B.java': 'class B { void exit(int i) { }\n void f() { exit(1); } }',
      'C.java': 'import org.acme.System;\nclass C { void f() { System.exit(1); } }',
    };
    const text = `- ruleID: j-1\n  message: m\n  when:\n    java.referenced: {location: METHOD_CALL, pattern: java.lang.System.exit, triggers: [exit]}\n`;
    const { rules } = parseRuleFile(text, 'r.yaml', conditionKinds);
    const ruleSets = [{ name: 'n', description: '', labels: [], rules }];
    const [output] = runRuleSets({ ruleSets, project: createMemoryProject(files) }).output;
    expect(output?.insights?.['j-1']?.incidents.map(({ uri }) => uri)).toEqual(['file:///A.java']);
  });
});

describe('java.dependency', () => {
  const pom = `<project>
  <properties><spring.version>4.3.1.RELEASE</spring.version></properties>
  <dependencies>
    <dependency>
      <groupId>org.springframework</groupId>
      <artifactId>spring-core</artifactId>
      <version>\${spring.version}</version>
    </dependency>
    <dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>31.1-jre</version></dependency>
    <dependency><groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope></dependency>
  </dependencies>
</project>
`;

  function hits(condition: string): { lines: (number | undefined)[]; failed: boolean } {
    const text = `- ruleID: d-1\n  message: m\n  when:\n    java.dependency: ${condition}\n`;
    const { rules, problems } = parseRuleFile(text, 'r.yaml', conditionKinds);
    expect(problems).toEqual([]);
    const ruleSets = [{ name: 'n', description: '', labels: [], rules }];
    const [output] = runRuleSets({ ruleSets, project: createMemoryProject({ 'pom.xml': pom }) }).output;
    const incidents = output?.insights?.['d-1']?.incidents ?? [];
    return { lines: incidents.map((incident) => incident.lineNumber), failed: output?.errors !== undefined };
  }

  it.each([
    ['{name: org.springframework.spring-core, lowerbound: 4.0.0}', [5], false],
    ['{name: org.springframework.spring-core, upperbound: 4.0.0}', [], false],
    ['{name: com.google.guava.guava, lowerbound: 0.0.0}', [], false],
    ['{name: junit.junit, lowerbound: 99.0.0}', [10], false],
    ['{nameregex: ".*guava.*"}', [9], false],
    ['{nameregex: "spring", upperbound: Angel}', [], true],
  ])('%s', (condition, expected, failed) => {
    expect(hits(condition)).toEqual({ lines: expected, failed });
  });
});
