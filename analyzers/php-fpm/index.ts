import { logTargetOf } from '../log-target.js';
import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { parseByteSize } from '../byte-size.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import type { SourceFile } from '../../workspace/project.js';
import { phpApplicationOf } from '../php-application.js';
import { phpPoolFiles } from '../php-settings.js';

const by = 'php-fpm';

/** Reads PHP-FPM pools. https://www.php.net/manual/en/install.fpm.configuration.php */
export const phpFpmAnalyzer: Analyzer = {
  id: by,
  title: { en: 'PHP-FPM pools', 'zh-CN': 'PHP-FPM 进程池' },
  files: phpPoolFiles,
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) {
      if (!file.lines().some((text) => /^\s*(pm|pm\.\w+|listen)\s*=/.test(text))) continue;
      const unit = phpApplicationOf(project, file.path) ?? file.directory;
      collector.add('server', unit, { product: 'php-fpm', embedded: false }, file.evidence(by, 1));
      const purpose = {
        path: file.path,
        format: 'conf',
        purpose: 'server',
        containsSecrets: false,
        environmentSpecific: false,
      } as const;
      collector.add('config-file', unit, purpose, file.evidence(by, 1));
      emitPool(file, unit, collector);
    }
    return collector.result();
  },
};

function emitPool(file: SourceFile, unit: string, collector: FactCollector): void {
  for (const [index, text] of file.lines().entries()) {
    const match = /^\s*([\w.]+)(?:\[([\w.]+)\])?\s*=\s*(.*?)\s*$/.exec(text);
    if (!match || /^\s*;/.test(text)) continue;
    const [, name = '', key, raw = ''] = match;
    const value = raw.replace(/^(["'])(.*)\1$/, '$2');
    const evidence = file.evidence(by, index + 1);
    if (key === undefined) emitDirective({ name, value }, { unit, collector, evidence });
    else if (name === 'env') {
      const shown = value.startsWith('$') || /pass|secret|key|token/i.test(key) ? {} : { default: value };
      collector.add(
        'env-var',
        unit,
        { name: key, ...shown, required: value.startsWith('$'), source: 'environment' },
        evidence,
      );
    } else if (/^php_(admin_)?(value|flag)$/.test(name)) {
      collector.add('php-setting', unit, { name: key, value }, evidence);
      const bytes = key === 'memory_limit' ? parseByteSize(value) : undefined;
      if (bytes !== undefined) collector.add('memory', unit, { kind: 'limit', bytes }, evidence);
      if (key === 'session.save_path' && value.startsWith('/'))
        collector.add(
          'writable-path',
          unit,
          { path: value, use: 'session', persistent: false, configuredBy: key },
          evidence,
        );
    }
  }
}

interface Target {
  readonly unit: string;
  readonly collector: FactCollector;
  readonly evidence: ReturnType<SourceFile['evidence']>;
}

function emitDirective(
  { name, value }: { name: string; value: string },
  { unit, collector, evidence }: Target,
): void {
  if (/^pm(\.\w+)?$/.test(name) || /^request_(terminate|slowlog)_timeout$/.test(name))
    collector.add('setting', unit, { name, value }, evidence);
  const port = name === 'listen' ? /^(?:[\d.]+:|\[::\]:)?(\d{2,5})$/.exec(value)?.[1] : undefined;
  if (port !== undefined)
    collector.add(
      'port',
      unit,
      { port: Number(port), protocol: 'fastcgi', purpose: 'application' },
      evidence,
    );
  if (/^(ping\.path|pm\.status_path)$/.test(name)) {
    collector.add(
      'health-endpoint',
      unit,
      { path: value, probe: 'liveness', checksDependencies: false },
      evidence,
    );
  }
  if (/^(access\.log|slowlog|error_log)$/.test(name)) {
    const target = logTargetOf(value);
    collector.add(
      'log-sink',
      unit,
      { target, ...(target === 'file' ? { path: value } : {}), framework: 'php-fpm' },
      evidence,
    );
  }
}
