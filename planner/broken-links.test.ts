import { expect, test } from '@jest/globals';
import type { Component } from '../model/analysis.js';
import type { Problem } from '../model/problem.js';
import { sameText } from '../model/text.js';
import { loadImageCatalog } from '../templates/load.js';
import { askAboutBrokenLinks } from './broken-links.js';
import { createComponentContext } from './context.js';
import { createDecider } from './decider.js';

function stepsFor(paths: readonly string[], files: readonly string[]) {
  const decider = createDecider();
  const options = {
    settings: { language: 'en', namespace: 'shop', kubernetesVersion: '1.34' },
    catalog: loadImageCatalog(),
    withDependencies: false,
    contextOf: () => '',
  } as const;
  const components = paths.map((path): Component => ({
    id: path || 'root',
    path,
    units: [path],
    summary: sameText(''),
  }));
  const problems = files.map((file): Problem => ({
    ...{ code: 'link-outside', file },
    ...{ message: sameText('a link'), hint: sameText('copy it') },
  }));
  const size = { files: 0, lines: 0, bytes: 0 };
  const application = {
    id: 'shop',
    path: 'shop',
    archive: false,
    components,
    facts: [],
    findings: [],
    problems,
    size,
  };
  const contexts = components.map((component) =>
    createComponentContext(application, component, { options, decider }),
  );
  askAboutBrokenLinks(contexts, problems);
  return decider.manual().map(({ component, title, evidence }) => [component, title.en, evidence.length]);
}

test('links that lead out are one step for the component in whose directory they lie', () => {
  const links = ['web/a.php', 'web/b.php', 'web/c.php', 'web/d.php', 'web/e.php', 'web/f.php', 'readme'];
  expect(stepsFor(['', 'web'], links)).toEqual([
    ['root', 'Supply what a link points to', 1],
    ['web', 'Supply what 6 links point to', 5],
  ]);
});

test('without such links there is nothing to do', () => {
  expect(stepsFor([''], [])).toEqual([]);
});
