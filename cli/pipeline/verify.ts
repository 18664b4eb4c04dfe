import { join } from 'node:path';
import type { CheckResult } from '../../model/check.js';
import type { Plan } from '../../model/plan.js';
import { verify, verifyLevels } from '../../verifier/verify.js';
import type { VerifyLevel } from '../../verifier/verify.js';
import { valueOf } from '../command.js';
import type { CommandContext, ExitCode, OptionValues } from '../command.js';

/** Runs the checks up to the level that was asked for, showing what runs. */
export async function verifyDirectory(
  directory: string,
  given: {
    readonly plan: Plan | undefined;
    readonly planDirectory: string;
    readonly options: OptionValues;
    readonly context: CommandContext;
  },
): Promise<CheckResult[]> {
  const { plan, planDirectory, options, context } = given;
  const asked = valueOf(options, 'level');
  const level: VerifyLevel = verifyLevels.find((known) => known === asked) ?? 'policy';
  const kubeconfig = valueOf(options, 'kubeconfig');
  const contextName = valueOf(options, 'context');
  const registry = valueOf(options, 'registry');
  const caBundle = valueOf(options, 'caBundle') ?? plan?.settings.caBundle;
  const kubernetesVersion = valueOf(options, 'kubernetesVersion');
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
    cluster: {
      ...(kubeconfig !== undefined && { kubeconfig }),
      ...(contextName !== undefined && { context: contextName }),
    },
    ...(plan && { plan }),
    ...(registry !== undefined && { registry }),
    ...(caBundle !== undefined && { caBundle }),
    ...(kubernetesVersion !== undefined && { kubernetesVersion }),
    ...(options.keep === true && { keep: true }),
  });
}

/** A failed check is 1; one that could not be made, for want of a tool, is 3. */
export function exitCodeOf(results: readonly CheckResult[]): ExitCode {
  if (results.some(({ status }) => status === 'failed')) return 1;
  return results.some(({ status }) => status === 'errored') ? 3 : 0;
}
