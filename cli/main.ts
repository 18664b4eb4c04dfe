#!/usr/bin/env node
import { readVersion } from './version.js';

const words = process.argv.slice(2);
const asksVersion = words.length === 1 && ['--version', '-V', 'version'].includes(words[0] ?? '');

// Asking for the version loads nothing else, so that scripts that ask often don't wait.
if (asksVersion) {
  process.stdout.write(`${readVersion()}\n`);
} else {
  const { runProcess } = await import('./run-process.js');
  await runProcess(words);
}
