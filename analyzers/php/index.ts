import { isWithin, relativeTo } from '../paths.js';
import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import { ownPhpFiles, phpApplicationDirectories, phpFiles } from '../php-application.js';
import { productDirectories } from '../php-products.js';
import type { Project } from '../../workspace/project.js';
import { extractConfiguration } from './configuration.js';
import type { PhpContext } from './context.js';
import { extractDatabaseCalls } from './database-calls.js';
import { extractDocuments } from './documents.js';
import { extractEnvironment } from './environment.js';
import { extractExtensions } from './extensions.js';
import { extractHealth } from './health.js';
import { extractInstallPaths } from './install-paths.js';
import { extractLayout, findLayout } from './layout.js';
import { extractMissingFiles } from './missing-files.js';
import { extractNetwork } from './network.js';
import { extractPackaging } from './packaging.js';
import { extractBehaviour } from './runtime-behaviour.js';
import { extractServices } from './services.js';
import { extractSessions, extractSessionServers } from './sessions.js';
import { collectSymbols } from './symbols.js';
import type { PhpFile } from './symbols.js';
import { extractVersion } from './versions.js';
import { extractWritablePaths } from './writable.js';

const by = 'php';

/** Reads PHP code: what it runs on, what it needs and what it touches. Language reference: https://www.php.net/manual/en/ */
export const phpAnalyzer: Analyzer = {
  id: by,
  title: { en: 'PHP code', 'zh-CN': 'PHP 代码' },
  files: phpFiles,
  origins: ['own', 'vendored'],
  roots: ['index.php', '*.php'],
  analyze(_matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const unit of phpApplicationDirectories(project)) analyzeApplication(unit, project, collector);
    return collector.result();
  },
};

function analyzeApplication(unit: string, project: Project, collector: FactCollector): void {
  const files = ownPhpFiles(project).filter((file) => isWithin(file.path, unit) && !isAside(file.path, unit));
  const sources = files.flatMap((file): PhpFile[] => {
    const php = file.php();
    return php ? [{ file, php }] : [];
  });
  const layout = findLayout(project, unit);
  const symbols = collectSymbols(sources);
  const context: PhpContext = {
    project,
    unit,
    documentRoot: layout.documentRoot,
    sources,
    symbols,
    collector,
    by,
  };
  extractPackaging(context);
  extractLayout(context, layout);
  for (const extract of extractors) extract(context);
  const products = productDirectories(project).filter((product) => isWithin(product.root, unit));
  for (const product of products) {
    if (product.rule.kind === 'library') continue;
    const value =
      product.version === undefined
        ? { name: product.rule.name }
        : { name: product.rule.name, version: product.version };
    collector.add('framework', unit, value, product.file.evidence(by, product.line));
  }
}

const extractors: readonly ((context: PhpContext) => void)[] = [
  extractVersion,
  extractExtensions,
  extractDatabases,
  extractServices,
  extractSessions,
  extractSessionServers,
  extractWritablePaths,
  extractEnvironment,
  extractNetwork,
  extractBehaviour,
  extractHealth,
  extractInstallPaths,
  extractMissingFiles,
  extractDocuments,
];

function extractDatabases(context: PhpContext): void {
  extractDatabaseCalls(context, extractConfiguration(context));
}

/** Tests and examples run nowhere but on their author's machine; translations are words, not settings. */
function isAside(path: string, unit: string): boolean {
  return /(^|\/)(_?tests?|spec|phpunit|docs?|examples?|lang|langs?|languages?|locales?|localization|i18n|translations?)\//i.test(
    relativeTo(path, unit) ?? path,
  );
}
