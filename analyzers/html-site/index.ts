import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { phpApplicationDirectories } from '../php-application.js';
import { joinPath } from '../paths.js';
import type { Project, SourceFile } from '../../workspace/project.js';

const by = 'html-site';
const somethingElse = [
  '**/pom.xml',
  '**/build.gradle',
  '**/build.gradle.kts',
  '**/build.xml',
  '**/package.json',
  '**/*.{jsp,jspx,java,war,jar,ear}',
  '**/WEB-INF/**',
  '**/*.{aspx,asp,cs,py,rb,go,cfm,pl,cgi}',
  '**/{zoo.cfg,server.properties,redis.conf,my.cnf}',
];
const places = [
  '',
  'public',
  'html',
  'htdocs',
  'www',
  'web',
  'wwwroot',
  'public_html',
  'site',
  'dist',
  'build',
  '_site',
  'docroot',
];

/** Recognises a tree that holds nothing but pages: a web server is all it needs. */
export const htmlSiteAnalyzer: Analyzer = {
  id: by,
  title: { en: 'Static pages', 'zh-CN': '静态网页' },
  files: ['**/index.html', '**/index.htm'],
  origins: ['own', 'generated'],
  roots: ['index.html'],
  analyze(_matched, project): AnalyzerResult {
    const collector = createFactCollector();
    const front = isOnlyPages(project) ? frontPageOf(project) : undefined;
    if (!front) return collector.result();
    const evidence = front.evidence(by, 1);
    collector.add('packaging', '', { type: 'static', form: 'source' }, evidence, 'inferred');
    collector.add('runtime', '', { language: 'static', basis: 'document' }, evidence, 'inferred');
    collector.add('document-root', '', { path: front.directory }, evidence, 'inferred');
    collector.add('entry-page', '', { path: '/' }, evidence);
    const index = front.lines().findIndex((text) => /<meta[^>]+charset=/i.test(text));
    const charset = /charset=["']?([\w-]+)/i.exec(front.lines()[index] ?? '')?.[1];
    if (charset !== undefined) {
      collector.add('encoding', '', { charset, subject: 'web' }, front.evidence(by, index + 1));
    }
    return collector.result();
  },
};

function isOnlyPages(project: Project): boolean {
  return phpApplicationDirectories(project).length === 0 && project.find(somethingElse).length === 0;
}

function frontPageOf(project: Project): SourceFile | undefined {
  for (const place of places) {
    for (const name of ['index.html', 'index.htm']) {
      const file = project.file(joinPath(place, name));
      if (file) return file;
    }
  }
  return undefined;
}
