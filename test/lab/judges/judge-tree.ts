import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Judges } from './install-tools.js';

/** What a judge says against one object or Dockerfile. */
export interface Remark {
  readonly judge: 'kube-score' | 'checkov' | 'hadolint';
  /** The judge's own id of the check. */
  readonly check: string;
  /** Kind of the object, or `Dockerfile`. */
  readonly kind: string;
  /** Name of the object, or path of the Dockerfile in the tree. */
  readonly name: string;
  readonly message: string;
}

/** Everything that the three judges say against a generated tree, ignoring remarks that ask them to be silent. */
export async function judgeTree(directory: string, judges: Judges): Promise<Remark[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const manifests = files.filter(
    (file) => /\/kubernetes\/[^/]+\.yaml$/.test(file) && basename(file) !== 'kustomization.yaml',
  );
  const dockerfiles = files.filter((file) => /^(?:[\w-]+\.)?Dockerfile$/.test(basename(file)));
  return [
    ...(await askKubeScore(judges.kubeScore, manifests)),
    ...(await askCheckov(judges.checkov, directory)),
    ...(await askHadolint(judges.hadolint, { dockerfiles, directory })),
  ];
}

interface ScoredObject {
  readonly object_meta: { readonly name: string };
  readonly type_meta: { readonly kind: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly summary: string; readonly path: string }[] | null;
  }[];
}

/** Grade of a check without criticism; 5 is a warning, 1 critical. */
const kubeScoreFine = 10;

async function askKubeScore(program: string, manifests: readonly string[]): Promise<Remark[]> {
  if (manifests.length === 0) return [];
  const flags = ['--kubernetes-version', 'v1.34', '--disable-ignore-checks-annotations', '-o', 'json'];
  const objects = (await askForJson(program, ['score', ...flags, ...manifests])) as ScoredObject[];
  return objects.flatMap(({ object_meta, type_meta, checks }) =>
    checks
      .filter(({ grade, skipped }) => !skipped && grade < kubeScoreFine)
      .map(({ check, comments }) => ({
        judge: 'kube-score' as const,
        check: check.id,
        kind: type_meta.kind,
        name: object_meta.name,
        message: (comments ?? []).map(({ summary, path }) => `${path} ${summary}`.trim()).join('; '),
      })),
  );
}

interface CheckovReport {
  readonly check_type: string;
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
      readonly file_path: string;
    }[];
    readonly parsing_errors?: readonly string[];
  };
}

async function askCheckov(program: string, directory: string): Promise<Remark[]> {
  const words = ['--directory', directory, '--framework', 'kubernetes', 'dockerfile'];
  const flags = ['--compact', '--quiet', '--skip-download', '--output', 'json'];
  const answer = (await askForJson(program, [...words, ...flags])) as CheckovReport | CheckovReport[];
  const reports = (Array.isArray(answer) ? answer : [answer]).filter((report) => 'results' in report);
  if (reports.length === 0) throw new Error(`checkov found nothing to judge in ${directory}`);
  return reports.flatMap(({ check_type, results }) => {
    for (const file of results.parsing_errors ?? []) throw new Error(`checkov can't parse ${file}`);
    return results.failed_checks.map(({ check_id, check_name, resource, file_path }) => {
      const [kind = '', ...rest] = resource.split('.');
      const isDockerfile = check_type === 'dockerfile';
      return {
        judge: 'checkov' as const,
        check: check_id,
        kind: isDockerfile ? 'Dockerfile' : kind,
        name: isDockerfile ? file_path.replace(/^\//, '') : (rest.at(-1) ?? ''),
        message: check_name,
      };
    });
  });
}

interface HadolintRemark {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

async function askHadolint(
  program: string,
  { dockerfiles, directory }: { readonly dockerfiles: readonly string[]; readonly directory: string },
): Promise<Remark[]> {
  if (dockerfiles.length === 0) return [];
  const words = ['--disable-ignore-pragma', '--format', 'json', ...dockerfiles];
  const remarks = (await askForJson(program, words)) as HadolintRemark[];
  return remarks.map(({ code, file, line, message }) => ({
    judge: 'hadolint' as const,
    check: code,
    kind: 'Dockerfile',
    name: relative(directory, file),
    message: `${line}: ${message}`,
  }));
}

/** Judges exit with 1 when they have something to say; what counts is that their answer can be read. */
async function askForJson(program: string, words: readonly string[]): Promise<unknown> {
  const options = { maxBuffer: 256 * 1024 * 1024, timeout: 300_000 };
  const [stdout, stderr] = await new Promise<[string, string]>((resolve) => {
    execFile(program, [...words], options, (_error, out, err) => {
      resolve([out, err]);
    });
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${program} ${words.join(' ')}: ${stderr}\n${stdout.slice(0, 2000)}`);
  }
}
