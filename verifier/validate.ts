import type { CheckResult } from '../model/check.js';
import { sortBy } from '../model/order.js';
import type { InputFile } from './documents/manifest.js';
import { manifestsOf, readManifestFiles } from './documents/read-manifests.js';
import type { ManifestFile } from './documents/read-manifests.js';
import { checkDockerfilePolicy, checkManifestPolicy } from './policy/check-policy.js';
import { checkKustomization } from './schema/check-kustomization.js';
import { checkSchema } from './schema/check-schema.js';
import type { SchemaData } from './schema/schema-data.js';
import { schemaTexts } from './schema/texts.js';
import { verifierTexts as texts } from './texts.js';

/** What `validate` needs besides the files. */
export interface ValidateOptions {
  /** `schema` alone, or `policy` too (the default). */
  readonly level?: 'schema' | 'policy';
  /** Kubernetes version that was asked for, `1.34`. */
  readonly kubernetesVersion: string;
  /** Facts for that version; undefined when there are none: then schema is skipped, never passed. */
  readonly schema: SchemaData | undefined;
  /** Versions that there are facts for, for the message. */
  readonly knownVersions: readonly string[];
  /** Directories of which all manifests are among the files: there, what a kustomization lists must exist. */
  readonly directories?: readonly string[];
}

/** Endings of what is about Dockerfiles, or makes them: `dockerfile.ts`, `Dockerfile.hbs`. */
const notADockerfile =
  /\.(dockerignore|md|adoc|rst|txt|bak|orig|tmpl|tpl|hbs|j2|erb|[cm]?[jt]sx?|java|kt|go|rb|rs|php|py|cs|html?|css|json|ya?ml|xml|snap|svg|png)$/i;

/** True for the names that Dockerfiles have. */
export function isDockerfile(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  if (notADockerfile.test(name)) return false;
  return /^(docker|container)file([.-].+)?$/i.test(name) || /\.(docker|container)file$/i.test(name);
}

/**
 * Judges any Kubernetes manifests and Dockerfiles, offline: one `schema` and one `policy` result per file, sorted by
 * file. Other YAML is counted, not judged. Never throws on bad input. `read` is for those who have parsed the files.
 */
export function validate(
  files: readonly InputFile[],
  options: ValidateOptions,
  read: readonly ManifestFile[] = readManifestFiles(files),
): CheckResult[] {
  const tree = { files: new Set(files.map(({ path }) => path)), directories: options.directories ?? [] };
  const results = read.flatMap((file) =>
    file.is === 'kustomization' ? checkKustomization(file, tree) : judgeForm(file, options),
  );
  if (options.level !== 'schema') {
    const paths = read.filter(({ is }) => is === 'manifests').map(({ file }) => file);
    results.push(...checkManifestPolicy(paths, manifestsOf(read)));
    results.push(...files.filter(({ path }) => isDockerfile(path)).flatMap(checkDockerfilePolicy));
  }
  const plans = new Set(files.filter(isPlan).map(({ path }) => path));
  const others = read.filter(
    ({ is, file }) => is === 'other' && !file.endsWith('.json') && !plans.has(file),
  ).length;
  return [
    ...sortBy(results, ({ check, target }) => [check === 'schema' ? 0 : 1, target]),
    ...(others > 0 ? [skipped('*.yaml', texts.otherYaml(others), { files: others })] : []),
    ...(results.length === 0 ? [skipped('*', texts.nothingFound())] : []),
  ];
}

/** Our own plan lies beside what was generated from it: nobody takes it for a manifest. */
function isPlan({ path, bytes }: InputFile): boolean {
  const [line = ''] = Buffer.from(bytes.subarray(0, 200)).toString('utf8').split('\n', 1);
  return /(^|\/)drydock\.ya?ml$/.test(path) || line.includes('$schema=.drydock/plan.schema.json');
}

function judgeForm(
  file: Exclude<ManifestFile, { is: 'kustomization' }>,
  options: ValidateOptions,
): CheckResult[] {
  switch (file.is) {
    case 'other':
      return [];
    case 'skipped':
      return [skipped(file.file, file.reason)];
    case 'broken': {
      const rule = 'schema/syntax';
      const detail = {
        rule,
        severity: 'error',
        file: file.file,
        line: file.line,
        message: file.reason,
      } as const;
      const reason = texts.atLine(file.line, file.reason);
      return [
        { check: 'schema', target: file.file, status: 'errored', reason, details: [detail], durationMs: 0 },
      ];
    }
    case 'manifests':
      if (options.schema) return [checkSchema(file, options.schema)];
      return [
        skipped(file.file, schemaTexts.unknownVersion(options.kubernetesVersion, options.knownVersions)),
      ];
  }
}

function skipped(
  target: string,
  reason: CheckResult['reason'],
  facts?: Readonly<Record<string, number>>,
): CheckResult {
  return {
    check: 'schema',
    target,
    status: 'skipped',
    ...(reason && { reason }),
    details: [],
    ...(facts && { facts }),
    durationMs: 0,
  };
}
