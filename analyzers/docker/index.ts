import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { phpApplicationOf } from '../php-application.js';
import { extractCompose } from './compose.js';
import { extractDockerfile } from './dockerfile.js';

const by = 'docker';

/**
 * Reads Dockerfiles and Compose files that an application has already: they tell ports, variables and databases.
 * https://docs.docker.com/reference/dockerfile/ and https://docs.docker.com/reference/compose-file/
 */
export const dockerAnalyzer: Analyzer = {
  id: by,
  title: { en: 'Dockerfiles and Compose files', 'zh-CN': 'Dockerfile 与 Compose 文件' },
  files: [
    '**/Dockerfile',
    '**/Dockerfile.*',
    '**/*.Dockerfile',
    '**/*.dockerfile',
    '**/{docker-,}compose*.{yml,yaml}',
  ],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) {
      if (file.name.endsWith('.dockerignore')) continue;
      const unit = phpApplicationOf(project, file.path) ?? file.directory;
      const target = { project, unit, collector, by };
      if (/compose.*\.ya?ml$/.test(file.name)) extractCompose(file, target);
      else extractDockerfile(file, target);
    }
    return collector.result();
  },
};
