import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../model/analysis.js';
import type { CheckResult } from '../../model/check.js';
import { ConfigError } from '../../model/errors.js';
import type { Plan } from '../../model/plan.js';
import type { KnownSecret } from '../../verifier/build/scan-content.js';
import { verify, verifyLevels } from '../../verifier/verify.js';
import type { VerifyLevel, VerifyOptions } from '../../verifier/verify.js';
import { valueOf } from '../command.js';
import type { CommandContext, ExitCode, OptionValues } from '../command.js';
import { planTexts as texts } from '../texts/plan.js';
import { analyzePaths } from './analyze.js';
import { askedKubernetesVersion } from './kubernetes-version.js';
import { findKnownSecrets, inputsOf } from './known-secrets.js';

interface Given {
  readonly plan: Plan | undefined;
  readonly planDirectory: string;
  readonly options: OptionValues;
  readonly context: CommandContext;
  /** What the plan was made from, if it was made in this run. */
  readonly analysis?: Analysis;
}

/** Runs the checks up to the level that was asked for, showing what runs. */
export async function verifyDirectory(directory: string, given: Given): Promise<CheckResult[]> {
  const { plan, planDirectory, options, context } = given;
  const asked = valueOf(options, 'level');
  const level: VerifyLevel = verifyLevels.find((known) => known === asked) ?? 'policy';
  const registry = valueOf(options, 'registry');
  const kubernetesVersion = askedKubernetesVersion(options);
  return verify({
    level,
    directory,
    planDirectory,
    logDirectory: join(directory, '.drydock', 'logs'),
    signal: context.signal,
    progress: ({ check, target, message }) => {
      const show = (text: string): string => `${check} ${target}: ${text}`;
      context.progress.show({ en: show(message.en), 'zh-CN': show(message['zh-CN']) });
    },
    cluster: clusterOf(options),
    ...(plan && { plan }),
    ...(registry !== undefined && { registry }),
    ...(kubernetesVersion !== undefined && { kubernetesVersion }),
    ...(options.keep === true && { keep: true }),
    ...(level === 'build' || level === 'deploy' ? await forBuilding(given) : {}),
  });
}

function clusterOf(options: OptionValues): NonNullable<VerifyOptions['cluster']> {
  const [kubeconfig, context] = [valueOf(options, 'kubeconfig'), valueOf(options, 'context')];
  return { ...(kubeconfig !== undefined && { kubeconfig }), ...(context !== undefined && { context }) };
}

/** Certificates that builds trust, and the application's own secrets, which no image may hold. */
async function forBuilding(given: Given): Promise<Pick<VerifyOptions, 'caBundle' | 'knownSecrets'>> {
  const bundle = valueOf(given.options, 'caBundle') ?? given.plan?.settings.caBundle;
  return {
    knownSecrets: await secretsFor(given),
    ...(bundle !== undefined && { caBundle: readBundle(bundle) }),
  };
}

async function secretsFor({ plan, planDirectory, context, analysis }: Given): Promise<KnownSecret[]> {
  if (plan === undefined) return [];
  const inputs = inputsOf(plan, planDirectory).filter((path) => existsSync(path));
  const known = analysis ?? (await analyzePaths(inputs, context));
  return findKnownSecrets(known, plan);
}

function readBundle(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new ConfigError(texts.noBundle(reason), { file, hint: texts.noBundleHint() });
  }
}

/** A failed check is 1; one that could not be made, for want of a tool, is 3. */
export function exitCodeOf(results: readonly CheckResult[]): ExitCode {
  if (results.some(({ status }) => status === 'failed')) return 1;
  return results.some(({ status }) => status === 'errored') ? 3 : 0;
}
