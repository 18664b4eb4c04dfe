import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { phpApplicationOf } from '../php-application.js';
import { productDirectories } from '../php-products.js';
import { extractConfigurationFiles } from './configuration.js';
import { extractContent } from './content.js';
import { extractRequirements } from './requirements.js';
import type { WordPressSite } from './site.js';
import { extractSite } from './site.js';

const by = 'wordpress';

/** Reads WordPress sites. https://developer.wordpress.org/apis/wp-config-php/ */
export const wordpressAnalyzer: Analyzer = {
  id: by,
  title: { en: 'WordPress', 'zh-CN': 'WordPress' },
  files: ['**/wp-includes/version.php'],
  origins: ['own', 'vendored'],
  roots: ['wp-config.php', 'wp-config-sample.php', 'wp-load.php'],
  analyze(_matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const product of productDirectories(project)) {
      if (product.rule.id !== 'wordpress') continue;
      const unit = phpApplicationOf(project, product.file.path) ?? product.root;
      const site: WordPressSite = { project, unit, product, collector, by };
      extractRequirements(site);
      extractConfigurationFiles(site);
      extractContent(site);
      extractSite(site);
    }
    return collector.result();
  },
};
