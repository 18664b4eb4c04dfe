import type { SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import type { Evidence } from '../../model/evidence.js';
import { parseByteSize } from '../byte-size.js';

export const environmentFiles = [
  '**/java.env',
  '**/zkEnv.sh',
  '**/zookeeper-env.sh',
  '**/zookeeper.env',
  '**/zkServer.sh',
  '**/zookeeper.service',
];

interface Target {
  readonly unit: string;
  readonly collector: FactCollector;
  readonly by: string;
}

/** Emits heap and start options from java.env, zkEnv.sh and their like; ZK_SERVER_HEAP is in megabytes. */
export function extractEnvironment(files: readonly SourceFile[], target: Target): void {
  for (const file of files) {
    for (const [index, text] of file.lines().entries()) {
      if (/^\s*#/.test(text)) continue;
      const evidence = file.evidence(target.by, index + 1);
      emitMemory(text, evidence, target);
      emitVariables(text, evidence, { ...target, source: file.name });
    }
  }
}

function emitMemory(text: string, evidence: Evidence, { unit, collector }: Target): void {
  for (const match of text.matchAll(/-Xm([xs])(\d+[kmgKMG]?)/g)) {
    const bytes = parseByteSize(match[2] ?? '');
    if (bytes === undefined) continue;
    collector.add('memory', unit, { kind: match[1] === 'x' ? 'heap-max' : 'heap-initial', bytes }, evidence);
  }
  const heap = /\bZK_(SERVER|CLIENT)_HEAP=["']?(?:\$\{\w+:-)?(\d+)/.exec(text);
  if (heap?.[1] !== 'SERVER') return;
  collector.add('memory', unit, { kind: 'heap-max', bytes: Number(heap[2]) * 1024 ** 2 }, evidence);
}

function emitVariables(
  text: string,
  evidence: Evidence,
  { unit, collector, source }: Target & { source: string },
): void {
  const setting = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*)$/.exec(text);
  const name = setting?.[1] ?? '';
  const value = (setting?.[2] ?? '').replace(/^["']|["']$/g, '');
  if (/^(SERVER_)?JVMFLAGS$|^JAVA_OPTS$/.test(name)) {
    for (const option of value.match(/-[DX][^\s"']+/g) ?? []) {
      collector.add('start-option', unit, { option, source }, evidence);
    }
  }
  if (name === 'ZOO_LOG_DIR' && value !== '' && !value.includes('$')) {
    const path = { path: value, use: 'log', persistent: false, configuredBy: name } as const;
    collector.add('writable-path', unit, path, evidence);
  }
  const java = name === 'JAVA_HOME' ? /(?:jdk|java|jre)[-_]?(?:1\.)?(\d+)/i.exec(value)?.[1] : undefined;
  if (java !== undefined) {
    collector.add(
      'runtime',
      unit,
      { language: 'java', version: java, basis: 'script' },
      evidence,
      'inferred',
    );
  }
}
