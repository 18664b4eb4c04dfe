import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findKnownSecrets, inputsOf } from '../../cli/pipeline/known-secrets.js';
import { readPlan } from '../../cli/pipeline/plan-files.js';
import type { Analysis } from '../../model/analysis.js';
import { run } from './run-in-process.js';
import { secret, writeSecretApplication } from './secret-lines.js';

jest.setTimeout(60_000);

let root: string;
let application: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'drydock-secrets-'));
  application = join(root, 'shop');
  writeSecretApplication(application);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('a secret of the input', () => {
  test.each([['text'], ['json'], ['sarif']])('is in no analysis as %s', async (format) => {
    const { code, out, error } = await run('analyze', application, '--verbose', '--format', format);
    expect(code).toBe(0);
    expect(out).toContain('***');
    expect(out.split('\n').filter((line) => line.includes(secret))).toEqual([]);
    expect(error).not.toContain(secret);
  });

  test('is in no plan and no generated file, and in no output of what makes them', async () => {
    const out = join(root, 'out');
    for (const format of ['text', 'json']) {
      const planned = await run(
        'plan',
        application,
        '-o',
        join(root, 'plan/drydock.yaml'),
        '--format',
        format,
      );
      expect(planned.code).toBe(0);
      const generated = await run(
        'generate',
        join(root, 'plan/drydock.yaml'),
        '--format',
        format,
        '--verbose',
      );
      const migrated = await run(
        'migrate',
        application,
        '-o',
        out,
        '--with-dependencies',
        '--format',
        format,
      );
      expect([0, 1]).toContain(migrated.code);
      for (const { out: said, error } of [planned, generated, migrated])
        expect(said + error).not.toContain(secret);
    }
    const files = [out, join(root, 'plan')].flatMap((directory) =>
      readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => readFileSync(file, 'utf8').includes(secret))).toEqual([]);
  });

  test('is known to the check of images, by the name of its setting', async () => {
    const { out } = await run('analyze', application, '--format', 'json');
    const plan = readPlan(join(root, 'out/drydock.yaml'), 'en');
    expect(inputsOf(plan, join(root, 'out'))).toEqual([application]);
    const known = findKnownSecrets(JSON.parse(out) as Analysis, plan);
    expect(known.length).toBeGreaterThan(3);
    expect(known.filter(({ value }) => value !== secret)).toEqual([]);
    expect(known).toContainEqual({ key: 'spring.datasource.password', value: secret });
  });
});
