import type { SourceFile } from '../../workspace/project.js';
import { joinPath } from '../paths.js';
import { emitProcess, emitVariables } from './target.js';
import type { ProcessTarget } from './target.js';

/** Reads a unit: what it starts, with which environment; a timer's service is a scheduled job. */
export function readSystemd(file: SourceFile, target: ProcessTarget): void {
  const name = file.name.replace(/\.(service|timer)$/, '');
  const timer = target.project.file(joinPath(file.directory, `${name}.timer`));
  for (const [index, text] of file.lines().entries()) {
    const setting = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(text);
    if (!setting) continue;
    const [, key = '', value = ''] = setting;
    const evidence = file.evidence(target.by, index + 1);
    const { unit, collector } = target;
    if (key === 'ExecStart' && value !== '' && !timer) {
      const command = value.replace(/^[-@:+!]+/, '');
      emitProcess({ name, command, evidence, source: file.name, main: true }, target);
    }
    if (key === 'Environment') emitVariables(value, evidence, target);
    if (key === 'EnvironmentFile') {
      const path = value.replace(/^-/, '');
      const { project } = target;
      const found =
        project.files.find((one) => `/${one.path}`.endsWith(path)) ?? project.file(path.replace(/^\//, ''));
      const inTree = found?.path ?? '';
      collector.add(
        'config-file',
        unit,
        {
          path: inTree,
          format: 'env',
          readFrom: path,
          purpose: 'application',
          containsSecrets: true,
          environmentSpecific: true,
        },
        evidence,
      );
    }
    if (/^On(Calendar|BootSec|UnitActiveSec)$/.test(key))
      emitTimer(file, { name, schedule: `${key}=${value}`, line: index + 1 }, target);
    if (/^(LimitNOFILE|LimitNPROC|MemoryMax|MemoryLimit|TimeoutStopSec)$/.test(key)) {
      collector.add('setting', unit, { name: key, value }, evidence);
    }
  }
}

function emitTimer(
  file: SourceFile,
  { name, schedule, line }: { name: string; schedule: string; line: number },
  { project, unit, collector, by }: ProcessTarget,
): void {
  const service = project.file(joinPath(file.directory, `${name}.service`));
  const started = service
    ?.lines()
    .map((text) => /^\s*ExecStart\s*=\s*[-@:+!]*(.+?)\s*$/.exec(text)?.[1])
    .find((one) => one !== undefined);
  const value = {
    name,
    schedule: schedule.replace(/^OnCalendar=/, ''),
    mechanism: 'cron',
    inProcess: false,
    ...(started === undefined ? {} : { command: started }),
  } as const;
  collector.add('scheduled-job', unit, value, file.evidence(by, line));
}
