import type { Evidence } from '../../model/evidence.js';
import type { Fact } from '../../model/fact.js';
import type { Project } from '../../workspace/project.js';
import { mappingOf } from '../engine/parameters.js';
import type { Rule } from '../engine/rule.js';
import { uriOf } from '../konveyor/incidents.js';
import type { OutputRuleSet } from '../konveyor/output.js';
import { runRuleSets } from '../konveyor/run-rulesets.js';
import { runRules } from '../run-rules.js';
import { judgeCase } from './judge.js';
import type { TestCase, TestFile } from './test-file.js';
import type { Text } from '../../model/text.js';
import { verdictTexts } from './texts.js';

/** The verdict on one case of a rule's test. */
export interface TestVerdict {
  readonly file: string;
  readonly rule: string;
  readonly name: string;
  /** Why it failed; absent when it passed. */
  readonly failure?: Text;
}

export interface TestInput {
  /** As shown in verdicts. */
  readonly file: string;
  readonly test: TestFile;
  /** All rules of the rules file. */
  readonly rules: readonly Rule[];
  /** Opens the data directory, or a directory below it. */
  readonly openData: (below: string | undefined) => Project;
}

/** Runs every case of a test file. Rules that make findings run precisely, others as Konveyor runs them. */
export function runTestFile({ file, test, rules, openData }: TestInput): TestVerdict[] {
  const wanted = new Set(test.tests.map(({ ruleId }) => ruleId));
  const tested = rules.filter((rule) => wanted.has(rule.id));
  let together: OutputRuleSet | undefined;
  const outputTogether = (): OutputRuleSet => (together ??= runKonveyor(tested, openData(undefined)));
  return test.tests.flatMap(({ ruleId, cases }) => {
    const rule = tested.find(({ id }) => id === ruleId);
    return cases.map((testCase): TestVerdict => {
      const verdict = { file, rule: ruleId, name: testCase.name };
      if (!rule) return { ...verdict, failure: verdictTexts.ruleMissing() };
      const output = rule.drydock ? runPrecisely(rule, testCase, openData(testCase.data)) : outputTogether();
      const failure = judgeCase(ruleId, testCase, output);
      return failure === undefined ? verdict : { ...verdict, failure };
    });
  });
}

/** As kantra does it: the rules under test in one ruleset, wide snippets, no limits. */
function runKonveyor(rules: readonly Rule[], project: Project): OutputRuleSet {
  const ruleSets = [{ name: 'konveyor-analysis', description: '', labels: [], rules }];
  const limits = { incidents: 0, snippets: 0, contextLines: 100 };
  const [output] = runRuleSets({ ruleSets, project, limits }).output;
  return output ?? { name: 'konveyor-analysis' };
}

const component = 'app';

function runPrecisely(rule: Rule, test: TestCase, project: Project): OutputRuleSet {
  const facts = test.facts.map((fact) => readFact(fact));
  const run = runRules({ rules: [rule], project, facts, componentOf: () => component });
  const [problem] = run.problems;
  if (problem) return { name: '', errors: { [rule.id]: problem.message.en } };
  if (run.findings.length === 0) return { name: '', unmatched: [rule.id] };
  const incidents = run.findings.map(({ evidence, message }) => ({
    uri: uriOf(evidence.file),
    message: message.en,
    ...(evidence.excerpt === undefined ? {} : { codeSnip: evidence.excerpt }),
    ...(evidence.line === undefined ? {} : { lineNumber: evidence.line }),
    isDependencyIncident: false,
  }));
  return { name: '', violations: { [rule.id]: { description: rule.description, incidents } } };
}

/** A fact as a test writes it. The shape of its value is the test's business: rules look at it through constraints. */
function readFact(fields: Readonly<Record<string, unknown>>): Fact {
  const { file = '', line } = mappingOf(fields.evidence);
  const evidence: Evidence = {
    file: String(file),
    by: 'test',
    ...(typeof line === 'number' ? { line } : {}),
  };
  return {
    kind: fields.kind,
    component,
    value: fields.value,
    certainty: 'declared',
    evidence: [evidence],
  } as Fact;
}
