import type { CheckResult } from '../model/check.js';
import type { Plan } from '../model/plan.js';
import type { Text } from '../model/text.js';
import { checkBuild } from './build/check-build.js';
import type { BuiltImage } from './build/check-build.js';
import type { KnownSecret } from './build/scan-content.js';
import { checkDeploy, defaultTimeouts } from './deploy/check-deploy.js';
import type { DeployTimeouts } from './deploy/check-deploy.js';
import { prepareTrial, pushImages } from './deploy/prepare-trial.js';
import type { Manifest } from './documents/manifest.js';
import { manifestsOf, readManifestFiles } from './documents/read-manifests.js';
import { checkDryRun } from './dry-run/check-dry-run.js';
import { collectFiles } from './host/collect-files.js';
import { connectCluster } from './host/cluster/connect-cluster.js';
import type { ClusterOptions } from './host/cluster/connect-cluster.js';
import { connectDocker } from './host/docker/connect-docker.js';
import type { DockerEngine } from './host/docker/connect-docker.js';
import { removeImages } from './host/docker/push-image.js';
import { knownVersions, loadSchemaData } from './host/schema-data/load.js';
import { hostTexts } from './host/texts.js';
import type { ReportProgress } from './progress.js';
import { verifierTexts as texts } from './texts.js';
import { validate } from './validate.js';

/** From the cheapest to the dearest; each includes those before it. */
export const verifyLevels = ['schema', 'policy', 'dry-run', 'build', 'deploy'] as const;
export type VerifyLevel = (typeof verifyLevels)[number];

export interface VerifyOptions {
  readonly level: VerifyLevel;
  /** The generated files. */
  readonly directory: string;
  readonly plan?: Plan;
  /** Where drydock.yaml lies; `directory` when absent. */
  readonly planDirectory?: string;
  readonly cluster?: ClusterOptions;
  /** Instead of the plan's `settings.registry`. */
  readonly registry?: string;
  /** Instead of the plan's `settings.kubernetesVersion`. */
  readonly kubernetesVersion?: string;
  /** Secrets that the scan found, which no image may hold; kept in memory only. */
  readonly knownSecrets?: readonly KnownSecret[];
  /** PEM certificates for builds behind a TLS-inspecting proxy. */
  readonly caBundle?: string;
  /** Values for placeholder tokens; the others are random. */
  readonly values?: Readonly<Record<string, string>>;
  readonly timeouts?: Partial<DeployTimeouts>;
  /** Leave the trial namespace and the images for somebody to look at. */
  readonly keep?: boolean;
  /** Where build logs go. */
  readonly logDirectory: string;
  readonly progress?: ReportProgress;
  readonly signal?: AbortSignal;
}

/**
 * Runs the checks up to a level. A level that failed stops the later ones, which are then skipped with that reason; a
 * missing Docker or cluster makes the checks that need it `errored`. Never throws for what it judges.
 */
export async function verify(options: VerifyOptions): Promise<CheckResult[]> {
  const run = new Run(options);
  await run.offline();
  if (run.wants('dry-run')) await run.guarded('dry-run', () => run.dryRun());
  if (run.wants('build')) await run.guarded('build', () => run.build());
  if (run.wants('deploy')) await run.guarded('deploy', () => run.deploy());
  await run.cleanUp();
  return run.results;
}

/** One run: what the checks hand on to each other. */
class Run {
  readonly results: CheckResult[] = [];
  private manifests: readonly Manifest[] = [];
  private docker: DockerEngine | undefined;
  private images: readonly BuiltImage[] = [];
  private readonly tags: string[] = [];

  constructor(private readonly options: VerifyOptions) {}

  wants(level: VerifyLevel): boolean {
    return verifyLevels.indexOf(level) <= verifyLevels.indexOf(this.options.level);
  }

  async offline(): Promise<void> {
    const { files, directories } = await collectFiles([this.options.directory]);
    const read = readManifestFiles(files);
    this.manifests = manifestsOf(read);
    const version = this.options.kubernetesVersion ?? this.options.plan?.settings.kubernetesVersion ?? '1.34';
    const level = this.options.level === 'schema' ? 'schema' : 'policy';
    const schema = loadSchemaData(version);
    this.results.push(
      ...validate(
        files,
        { level, kubernetesVersion: version, schema, knownVersions: knownVersions(), directories },
        read,
      ),
    );
  }

  /** Runs a check unless an earlier one failed; what it throws becomes its verdict. */
  async guarded(check: VerifyLevel, perform: () => Promise<void>): Promise<void> {
    const failed = this.results.find(({ status }) => status === 'failed');
    if (failed) {
      this.say(check, 'skipped', texts.afterFailure(failed.check));
      return;
    }
    try {
      await perform();
    } catch (error) {
      const cancelled = this.options.signal?.aborted === true;
      this.say(check, cancelled ? 'skipped' : 'errored', texts.broken(error));
    }
  }

  async dryRun(): Promise<void> {
    const cluster = await connectCluster(this.options.cluster);
    if ('unavailable' in cluster)
      this.say('dry-run', 'errored', texts.unavailable(cluster.unavailable, cluster.hint));
    else this.results.push(...(await checkDryRun({ ...this.common(), cluster, manifests: this.manifests })));
  }

  async build(): Promise<void> {
    const { plan, options } = { plan: this.options.plan, options: this.options };
    if (plan === undefined) {
      this.say('build', 'skipped', texts.needsPlan());
      return;
    }
    const docker = await connectDocker();
    if ('unavailable' in docker) {
      this.say('build', 'errored', texts.unavailable(docker.unavailable, docker.hint));
      return;
    }
    this.docker = docker;
    const built = await checkBuild({
      ...this.common(),
      docker,
      plan,
      planDirectory: options.planDirectory ?? options.directory,
      directory: options.directory,
      logDirectory: options.logDirectory,
      knownSecrets: options.knownSecrets ?? [],
      ...(options.caBundle !== undefined && { caBundle: options.caBundle }),
    });
    this.results.push(...built.results);
    this.images = built.images;
    this.tags.push(...built.images.map(({ name, tag }) => `drydock-trial/${name}:${tag}`));
  }

  async deploy(): Promise<void> {
    if (this.manifests.length === 0) {
      this.say('deploy', 'skipped', texts.noManifests(this.options.directory));
      return;
    }
    const cluster = await connectCluster(this.options.cluster);
    if ('unavailable' in cluster) {
      this.say('deploy', 'errored', texts.unavailable(cluster.unavailable, cluster.hint));
      return;
    }
    const pushed = await this.push();
    if (pushed === undefined) return;
    const { trial, groups, leftOut } = await prepareTrial({
      ...this.common(),
      cluster,
      plan: this.options.plan,
      directory: this.options.directory,
      manifests: this.manifests,
      images: pushed.pushed,
      values: this.options.values ?? {},
      namespace: pushed.namespace,
    });
    const timeouts = { ...defaultTimeouts, ...this.options.timeouts };
    this.results.push(
      ...(await checkDeploy({ trial, groups, leftOut, timeouts, keep: this.options.keep === true })),
    );
  }

  /** Undefined when the images can't be brought to where the cluster finds them. */
  private async push() {
    const registry = this.options.registry ?? this.options.plan?.settings.registry;
    if (this.images.length > 0 && registry === undefined) {
      this.say(
        'deploy',
        'errored',
        texts.unavailable(hostTexts.registryUnset(), hostTexts.registryUnsetHint()),
      );
      return undefined;
    }
    if (this.docker === undefined && this.options.plan !== undefined && this.buildsImages()) {
      // Without images of its own a trial would judge somebody else's.
      this.say('deploy', 'skipped', texts.afterFailure('build'));
      return undefined;
    }
    if (this.docker === undefined || registry === undefined) return pushNothing();
    const pushed = await pushImages({ ...this.common(), docker: this.docker, registry, images: this.images });
    this.tags.push(...pushed.pushed.map(({ reference }) => reference));
    this.results.push(...pushed.failures);
    return pushed.failures.length > 0 ? undefined : pushed;
  }

  private buildsImages(): boolean {
    return Object.values(this.options.plan?.components ?? {}).some(({ images }) => images.length > 0);
  }

  async cleanUp(): Promise<void> {
    if (this.docker !== undefined && this.options.keep !== true) await removeImages(this.docker, this.tags);
  }

  private say(check: VerifyLevel, status: 'skipped' | 'errored', reason: Text): void {
    this.results.push({ check, target: this.options.directory, status, reason, details: [], durationMs: 0 });
  }

  private common() {
    const { signal, progress } = this.options;
    return { progress: progress ?? (() => undefined), ...(signal && { signal }) };
  }
}

/** For a tree whose images somebody else made. */
async function pushNothing() {
  const { chooseTrialName } = await import('./trial/trial-namespace.js');
  return { namespace: chooseTrialName(), pushed: [], failures: [] };
}
