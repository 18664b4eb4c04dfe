import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { phpApplicationDirectories } from '../php-application.js';
import { extractConventions } from './conventions.js';
import { extractFrameworkConfiguration } from './configuration.js';
import { findFrameworks } from './find.js';
import { extractSchedules } from './schedules.js';

const by = 'php-framework';

/** What PHP frameworks write, schedule and configure by convention; each convention is confirmed by the files it is about. */
export const phpFrameworkAnalyzer: Analyzer = {
  id: by,
  title: { en: 'PHP frameworks', 'zh-CN': 'PHP 框架' },
  files: ['**/*.php', '**/artisan', '**/think', '**/yii', '**/spark', '**/bin/console'],
  origins: ['own', 'vendored'],
  analyze(_matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const unit of phpApplicationDirectories(project)) {
      for (const framework of findFrameworks(project, unit)) {
        const target = { project, unit, framework, collector, by };
        extractConventions(target);
        extractFrameworkConfiguration(target);
        extractSchedules(target);
      }
    }
    return collector.result();
  },
};
