import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { phpApplicationOf } from '../php-application.js';
import { readProcfile } from './procfile.js';
import { readSupervisor } from './supervisor.js';
import { readSystemd } from './systemd.js';
import type { ProcessTarget } from './target.js';
import type { SourceFile } from '../../workspace/project.js';

const by = 'process-manager';

/**
 * Reads what starts processes and keeps them alive: supervisor, systemd, Procfile.
 * http://supervisord.org/configuration.html, https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html
 */
export const processManagerAnalyzer: Analyzer = {
  id: by,
  title: { en: 'Process managers', 'zh-CN': '进程管理' },
  files: [
    '**/*supervisor*.{conf,ini}',
    '**/supervisor*/**/*.{conf,ini}',
    '**/*.service',
    '**/*.timer',
    '**/Procfile*',
    '**/*worker*.conf',
    '**/*queue*.conf',
  ],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) {
      const unit = phpApplicationOf(project, file.path) ?? file.directory;
      const target: ProcessTarget = { project, unit, collector, by };
      readerOf(file)?.(file, target);
    }
    return collector.result();
  },
};

function readerOf(file: SourceFile): ((file: SourceFile, target: ProcessTarget) => void) | undefined {
  if (file.name.startsWith('Procfile')) return readProcfile;
  if (/\.(service|timer)$/.test(file.name)) return readSystemd;
  return file.lines().some((text) => /^\s*\[(program|group|eventlistener):/.test(text))
    ? readSupervisor
    : undefined;
}
