import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { nodeAnalyzer } from './index.js';

describe('the stop signal', () => {
  const placesOf = async (code: string, dependencies: object = {}): Promise<unknown> => {
    const { of } = await analyzeFiles(nodeAnalyzer, {
      'package.json': JSON.stringify({ name: 'a', scripts: { start: 'node server.js' }, dependencies }),
      'server.js': `require('http').createServer().listen(8080);\n${code}`,
    });
    return of('stop-signal').flatMap(({ certainty, evidence }) =>
      evidence.map(({ file, line }) => `${certainty} ${file}:${line ?? 0}`),
    );
  };

  test.each([
    ["process.on('SIGTERM', () => process.exit(0));", ['declared server.js:2']],
    ['process.once(`SIGTERM`, stop);', ['declared server.js:2']],
    ["for (const signal of ['SIGINT', 'SIGTERM'])\n  process.on(signal, stop);", ['inferred server.js:3']],
    ['async function main() {\n  app.enableShutdownHooks();\n}', ['declared server.js:3']],
    ["process.on('SIGINT', stop);", []],
    ["process.on('uncaughtException', stop); // not SIGTERM", []],
    ["emitter.on('SIGTERM', stop);", []],
  ])('%s', async (code, places) => {
    expect(await placesOf(code)).toEqual(places);
  });

  test('is answered by libraries made for it', async () => {
    expect(await placesOf('', { 'close-with-grace': '2.1.0' })).toEqual(['inferred package.json:1']);
  });
});
