// `npm test` from a fresh clone: installs what is missing, once.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules')) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { stdio: 'inherit' });
  process.exitCode = status ?? 3;
}
