import { describe, expect, test } from '@jest/globals';
import type { FactKind, UnitFact } from '../../model/fact.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import { composerAnalyzer } from './index.js';

async function run(files: Record<string, string>) {
  const project = createMemoryProject(files);
  const result = await composerAnalyzer.analyze(project.find(composerAnalyzer.files), project);
  const values = <K extends FactKind>(kind: K): Extract<UnitFact, { kind: K }>[] =>
    result.facts.filter((fact): fact is Extract<UnitFact, { kind: K }> => fact.kind === kind);
  return { ...result, values };
}

const manifest = `{
  "name": "acme/shop",
  "require": {
    "php": "^7.4 || ^8.0",
    "ext-gd": "*",
    "laravel/framework": "^8.0",
    "predis/predis": "^1.1"
  },
  "require-dev": {
    "ext-xdebug": "*",
    "phpunit/phpunit": "^9"
  },
  "config": {
    "platform": {
      "php": "7.4.33"
    }
  },
  "scripts": {
    "worker": "@php artisan queue:work --tries=3"
  }
}
`;
const lock = `{
  "packages": [
    {
      "name": "laravel/framework",
      "version": "v8.83.27",
      "require": {
        "ext-mbstring": "*"
      }
    },
    {
      "name": "symfony/framework-bundle",
      "version": "v5.4.1"
    }
  ],
  "packages-dev": [
    { "name": "phpunit/phpunit", "version": "9.6.0", "require": { "ext-dom": "*" } }
  ]
}
`;

describe('composer.json', () => {
  test('the PHP constraint and the platform are two facts at their lines', async () => {
    const { values } = await run({ 'composer.json': manifest });
    expect(values('runtime').map((fact) => [fact.value, fact.evidence[0].line])).toEqual([
      [{ language: 'php', constraint: '^7.4 || ^8.0', basis: 'constraint' }, 4],
      [{ language: 'php', version: '7.4', basis: 'toolchain' }, 15],
    ]);
  });

  test('required extensions count, those of require-dev do not', async () => {
    const { values } = await run({ 'composer.json': manifest });
    expect(values('php-extension').map((fact) => [fact.value, fact.evidence[0].line])).toEqual([
      [{ name: 'gd', required: true }, 5],
    ]);
  });

  test('a script that runs a queue is a worker', async () => {
    const { values } = await run({ 'composer.json': manifest });
    expect(values('worker')).toMatchObject([
      { value: { name: 'worker', command: 'php artisan queue:work --tries=3' }, evidence: [{ line: 19 }] },
    ]);
  });

  test('a client library tells that its service is needed', async () => {
    const { values } = await run({ 'composer.json': manifest });
    expect(values('depends-on')).toMatchObject([{ value: { service: 'redis' }, certainty: 'inferred' }]);
  });

  test('without a lock the framework has its constraint', async () => {
    const { values } = await run({ 'app/composer.json': manifest });
    expect(values('framework')).toMatchObject([
      { unit: 'app', value: { name: 'Laravel', version: '^8.0' }, evidence: [{ line: 6 }] },
    ]);
  });
});

describe('composer.lock', () => {
  test('gives the version, and only of the framework that is required itself', async () => {
    const { values } = await run({ 'composer.json': manifest, 'composer.lock': lock });
    expect(values('framework').map((fact) => [fact.value, fact.evidence[0]])).toMatchObject([
      [
        { name: 'Laravel', version: '8.83.27' },
        { file: 'composer.lock', line: 4 },
      ],
    ]);
  });

  test('gives extensions that packages need, without development packages', async () => {
    const { values } = await run({ 'composer.json': manifest, 'composer.lock': lock });
    expect(
      values('php-extension').map((fact) => [fact.value.name, fact.evidence[0].file, fact.evidence[0].line]),
    ).toEqual([
      ['gd', 'composer.json', 5],
      ['mbstring', 'composer.lock', 7],
    ]);
  });
});

describe('bad input', () => {
  test('broken JSON is a problem, not an exception', async () => {
    const { facts, problems } = await run({ 'composer.json': '{ "require": ' });
    expect(facts).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual(['composer-broken']);
  });

  test('a broken lock leaves what composer.json says', async () => {
    const { values } = await run({ 'composer.json': manifest, 'composer.lock': '[1, 2' });
    expect(values('framework')).toMatchObject([{ value: { version: '^8.0' } }]);
  });

  test('values of the wrong type are passed over', async () => {
    const { values } = await run({ 'composer.json': '{"require": {"php": 7, "ext-gd": {}}, "scripts": []}' });
    expect(values('runtime')).toEqual([]);
    expect(values('php-extension')).toEqual([]);
  });

  test('a vendored composer.json is nobody’s application', async () => {
    const { facts } = await run({
      'composer.json': manifest,
      'vendor/a/b/composer.json': '{"require":{"php":">=5.3"}}',
    });
    expect(facts.some((fact) => fact.unit.startsWith('vendor'))).toBe(false);
  });
});
