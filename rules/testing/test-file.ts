import { mappingOf, mappingsOf, textOf, textsOf } from '../engine/parameters.js';

/** A `*.test.yaml` as read. Source: the format of `kantra test`. */
export interface TestFile {
  /** Relative to the test file. */
  readonly rulesPath: string | undefined;
  /** Directory that is analysed, relative to the test file: that of the first provider by name. */
  readonly dataPath: string | undefined;
  readonly tests: readonly RuleTest[];
}

export interface RuleTest {
  readonly ruleId: string;
  readonly cases: readonly TestCase[];
}

export interface TestCase {
  readonly name: string;
  readonly isUnmatched: boolean;
  readonly hasTags: readonly string[];
  readonly incidents: ExpectedIncidents | undefined;
  /** Ours: a directory below dataPath that this case looks at. */
  readonly data: string | undefined;
  /** Ours: facts that the rule sees, with kind, value and evidence. */
  readonly facts: readonly Readonly<Record<string, unknown>>[];
}

export interface ExpectedIncidents {
  readonly exactly: number | undefined;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
  readonly messageMatches: string | undefined;
  readonly codeSnipMatches: string | undefined;
  readonly locations: readonly ExpectedLocation[];
}

export interface ExpectedLocation {
  readonly fileURI: string;
  readonly lineNumber: number;
  readonly messageMatches: string | undefined;
  readonly codeSnipMatches: string | undefined;
}

/** Reads a test file's data; `defaults` are the providers of a `testing-config.yaml` beside it. */
export function readTestFile(value: unknown, defaults: unknown): TestFile {
  const fields = mappingOf(value);
  const byName = new Map<string, string>();
  for (const provider of [...mappingsOf(mappingOf(defaults).providers), ...mappingsOf(fields.providers)]) {
    const [name, path] = [textOf(provider.name), textOf(provider.dataPath)];
    if (name !== undefined && path !== undefined) byName.set(name, path);
  }
  const [first] = [...byName.keys()].sort();
  return {
    rulesPath: textOf(fields.rulesPath),
    dataPath: first === undefined ? undefined : byName.get(first),
    tests: mappingsOf(fields.tests).map((test) => ({
      ruleId: textOf(test.ruleID) ?? '',
      cases: mappingsOf(test.testCases).map(readCase),
    })),
  };
}

function readCase(fields: Readonly<Record<string, unknown>>): TestCase {
  const own = mappingOf(fields.drydock);
  return {
    name: textOf(fields.name) ?? '',
    isUnmatched: fields.isUnmatched === true,
    hasTags: textsOf(fields.hasTags),
    incidents: fields.hasIncidents === undefined ? undefined : readIncidents(mappingOf(fields.hasIncidents)),
    data: textOf(own.data),
    facts: mappingsOf(own.facts),
  };
}

function readIncidents(fields: Readonly<Record<string, unknown>>): ExpectedIncidents {
  const count = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
  return {
    exactly: count(fields.exactly),
    atLeast: count(fields.atLeast),
    atMost: count(fields.atMost),
    messageMatches: textOf(fields.messageMatches),
    codeSnipMatches: textOf(fields.codeSnipMatches),
    locations: mappingsOf(fields.locations).map((location) => ({
      fileURI: textOf(location.fileURI) ?? '',
      lineNumber: count(location.lineNumber) ?? 0,
      messageMatches: textOf(location.messageMatches),
      codeSnipMatches: textOf(location.codeSnipMatches),
    })),
  };
}
