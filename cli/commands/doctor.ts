import type { CheckResult } from '../../model/check.js';
import { sameText } from '../../model/text.js';
import type { Text } from '../../model/text.js';
import { connectCluster } from '../../verifier/host/cluster/connect-cluster.js';
import { connectDocker } from '../../verifier/host/docker/connect-docker.js';
import { checkRegistry } from '../../verifier/host/registry.js';
import { knownVersions } from '../../verifier/host/schema-data/load.js';
import { valueOf } from '../command.js';
import type { ExitCode, RunCommand } from '../command.js';
import { printChecks } from '../print-checks.js';
import { explainTexts as texts } from '../texts/explain.js';
import { readVersion } from '../version.js';

/** `drydock doctor`: what is available, and what to do about what isn't. */
export const runDoctor: RunCommand = async (_words, options, context) => {
  const kubeconfig = valueOf(options, 'kubeconfig');
  const registry = valueOf(options, 'registry');
  const [docker, cluster, registryAnswer] = await Promise.all([
    connectDocker(),
    connectCluster(kubeconfig === undefined ? {} : { kubeconfig }),
    registry === undefined ? undefined : checkRegistry(registry),
  ]);
  const results: CheckResult[] = [
    available('drydock', `${readVersion()} · Node.js ${process.versions.node}`),
    available('schemas', knownVersions().join(', ')),
    'unavailable' in docker
      ? missing('docker', docker)
      : available('docker', `${docker.address} · ${docker.version}`),
    'unavailable' in cluster
      ? missing('cluster', cluster)
      : available('cluster', `${cluster.context} · ${cluster.server} · ${cluster.version}`),
  ];
  if (registryAnswer === undefined) {
    results.push({ ...available('registry', '—'), status: 'skipped', reason: texts.registryUnset() });
  } else if ('unavailable' in registryAnswer) results.push(missing('registry', registryAnswer));
  else results.push(available('registry', registryAnswer.host));
  context.progress.end();
  context.terminal.write(printChecks(results, context));
  const code: ExitCode = results.some(({ status }) => status === 'errored') ? 3 : 0;
  return code;
};

function available(check: string, target: string): CheckResult {
  return { check, target, status: 'passed', details: [], durationMs: 0 };
}

function missing(check: string, { unavailable, hint }: { unavailable: Text; hint: Text }): CheckResult {
  const join = (language: 'en' | 'zh-CN', arrow: string): string =>
    `${unavailable[language]}\n${arrow}${hint[language]}`;
  const reason = { ...sameText(''), en: join('en', '→ '), 'zh-CN': join('zh-CN', '→ ') };
  return { check, target: '—', status: 'errored', reason, details: [], durationMs: 0 };
}
