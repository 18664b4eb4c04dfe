import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { phpApplicationOf } from '../php-application.js';
import { childOf, descendantsOf } from '../../workspace/xml/xml-element.js';

const by = 'iis';

/** Reads web.config of applications that ran on IIS. https://learn.microsoft.com/iis/extensions/url-rewrite-module/ */
export const iisAnalyzer: Analyzer = {
  id: by,
  title: { en: 'IIS configuration', 'zh-CN': 'IIS 配置' },
  files: ['**/web.config', '**/Web.config'],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) {
      const root = file.xml();
      if (!root) continue;
      const unit = phpApplicationOf(project, file.path) ?? file.directory;
      collector.add(
        'server',
        unit,
        { product: 'iis', embedded: false },
        file.evidence(by, root.line),
        'inferred',
      );
      for (const rule of descendantsOf(root, 'rule')) {
        const match = childOf(rule, 'match')?.attributes.url;
        const action = childOf(rule, 'action');
        if (match === undefined || !action) continue;
        const to = action.attributes.url ?? action.attributes.type ?? '';
        collector.add(
          'rewrite-rule',
          unit,
          { engine: 'iis', rule: `${match} -> ${to}` },
          file.evidence(by, rule.line),
        );
      }
      for (const limit of descendantsOf(root, 'requestLimits')) {
        const value = limit.attributes.maxAllowedContentLength;
        if (value !== undefined)
          collector.add(
            'setting',
            unit,
            { name: 'maxAllowedContentLength', value },
            file.evidence(by, limit.line),
          );
      }
    }
    return collector.result();
  },
};
