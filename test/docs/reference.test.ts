import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Language } from '../../model/text.js';
import { printAnalyzersPage } from './analyzers-page.js';
import { printCliPage } from './cli-page.js';
import { sayIn } from './markdown.js';
import type { Say } from './markdown.js';
import { chineseDescriptions, printPlanPage, schemaDescriptions } from './plan-page.js';
import { printRulesPage } from './rules-page.js';

/** Reference pages are made of the metadata that the program runs on; `UPDATE_DOCS=1` writes them anew. */
const directory = 'docs/reference';
const pages: Readonly<Record<string, (say: Say) => string>> = {
  analyzers: printAnalyzersPage,
  cli: printCliPage,
  plan: printPlanPage,
  rules: printRulesPage,
};
const languages: readonly (readonly [Language, string])[] = [
  ['en', ''],
  ['zh-CN', '.zh-CN'],
];
const files = Object.entries(pages).flatMap(([name, print]) =>
  languages.map(([language, suffix]) => ({
    file: `${name}${suffix}.md`,
    text: () => print(sayIn(language)),
  })),
);

describe('docs/reference', () => {
  test.each(files)('$file says what the program does', ({ file, text }) => {
    const path = join(directory, file);
    if (process.env.UPDATE_DOCS === '1') {
      if (process.env.CI !== undefined) throw new Error('UPDATE_DOCS is for people, not for CI');
      mkdirSync(directory, { recursive: true });
      writeFileSync(path, text());
    }
    expect(readFileSync(path, 'utf8')).toBe(text());
  });

  test('holds no page that nothing makes', () => {
    expect(readdirSync(directory).sort()).toEqual(files.map(({ file }) => file).sort());
  });

  test('each description of the plan’s schema has its Chinese one, and no other has', () => {
    const [english, chinese] = [schemaDescriptions(), chineseDescriptions()];
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    // Names in code style are the same in every language.
    const namesIn = (text: string): string[] => [...new Set(text.match(/`[\w.]+`/g) ?? [])].sort();
    for (const [key, text] of Object.entries(chinese)) {
      expect(text).toMatch(/[\u4e00-\u9fff]/);
      expect([key, namesIn(text)]).toEqual([key, namesIn(english[key] ?? '')]);
    }
  });
});
