import { logTargetOf } from '../log-target.js';
import type { SourceFile } from '../../workspace/project.js';
import { emitProcess, emitVariables } from './target.js';
import type { ProcessTarget } from './target.js';

/** Reads `[program:x]` sections. http://supervisord.org/configuration.html#program-x-section-settings */
export function readSupervisor(file: SourceFile, target: ProcessTarget): void {
  let name = '';
  for (const [index, text] of file.lines().entries()) {
    const section = /^\s*\[([^\]]+)\]/.exec(text)?.[1];
    if (section !== undefined) name = /^program:(.+)$/.exec(section)?.[1]?.trim() ?? '';
    const setting = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(text);
    if (name === '' || !setting) continue;
    const [, key = '', raw = ''] = setting;
    const value = raw.replace(/\s+;.*$/, '');
    const evidence = file.evidence(target.by, index + 1);
    if (key === 'command')
      emitProcess({ name, command: value, evidence, source: file.name, main: false }, target);
    if (key === 'environment') emitVariables(value, evidence, target);
    if (/^(stdout|stderr)_logfile$/.test(key)) emitLog(value, evidence, target);
  }
}

function emitLog(
  path: string,
  evidence: ReturnType<SourceFile['evidence']>,
  { unit, collector }: ProcessTarget,
): void {
  if (/^(none|auto)$/i.test(path) || path.includes('%(')) return;
  const target = logTargetOf(path);
  collector.add(
    'log-sink',
    unit,
    { target, ...(target === 'file' ? { path } : {}), framework: 'supervisor' },
    evidence,
  );
  const directory = path.replace(/\/[^/]*$/, '');
  if (target !== 'file' || !path.startsWith('/') || directory === '') return;
  collector.add('writable-path', unit, { path: directory, use: 'log', persistent: false }, evidence);
}
