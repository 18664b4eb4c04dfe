import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Writes what Jest ran as JUnit XML to `reports/lab.xml`, so that a CI server lists the cluster suite test by test. */
export default class JunitReporter {
  constructor(globalConfig, options) {
    this.root = globalConfig.rootDir;
    this.file = resolve(this.root, options.file);
  }

  onRunComplete(_contexts, run) {
    mkdirSync(dirname(this.file), { recursive: true });
    const suites = run.testResults.map((suite) => printSuite(suite, relative(this.root, suite.testFilePath)));
    writeFileSync(
      this.file,
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`,
    );
  }
}

function printSuite(suite, name) {
  const cases = suite.testResults.map((test) => printCase(test, name));
  // A file that could not be loaded has no test to blame.
  if (suite.testExecError)
    cases.push(
      `<testcase classname="${escape(name)}" name="loads">${failure(suite.failureMessage ?? '')}</testcase>`,
    );
  const failures = suite.numFailingTests + (suite.testExecError ? 1 : 0);
  const seconds = ((suite.perfStats.end - suite.perfStats.start) / 1000).toFixed(3);
  return `  <testsuite name="${escape(name)}" tests="${cases.length}" failures="${failures}" skipped="${suite.numPendingTests}" time="${seconds}">
${cases.map((line) => `    ${line}`).join('\n')}
  </testsuite>`;
}

function printCase(test, file) {
  const head = `classname="${escape([file, ...test.ancestorTitles].join(' › '))}" name="${escape(test.title)}" time="${((test.duration ?? 0) / 1000).toFixed(3)}"`;
  if (test.status === 'failed')
    return `<testcase ${head}>${failure(test.failureMessages.join('\n'))}</testcase>`;
  if (test.status === 'passed') return `<testcase ${head}/>`;
  return `<testcase ${head}><skipped/></testcase>`;
}

function failure(text) {
  const plain = stripVTControlCharacters(text);
  return `<failure message="${escape(plain.split('\n')[0] ?? '')}">${escape(plain)}</failure>`;
}

/** XML 1.0 allows no control characters but tab and line ends, not even escaped. */
function escape(text) {
  return text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
