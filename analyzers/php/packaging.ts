import { joinPath } from '../paths.js';
import type { PhpContext } from './context.js';
import { productDirectories } from '../php-products.js';
import { isWithin } from '../paths.js';
import type { SourceFile } from '../../workspace/project.js';

/** Emits that the directory is a PHP application, and the name it gives itself in composer.json. */
export function extractPackaging(context: PhpContext): void {
  const { project, unit, collector, by } = context;
  const composer = project.file(joinPath(unit, 'composer.json'));
  const front = ['index.php', 'index.phtml', 'app.php']
    .map((name) => project.file(joinPath(context.documentRoot, name)))
    .find((file) => file !== undefined);
  const product = productDirectories(project).find(
    (one) => one.rule.kind === 'application' && isWithin(one.root, unit),
  );
  // A Composer package without a page is a library, or a part of something else.
  const served = front ?? product?.file ?? (composer ? undefined : context.sources[0]?.file);
  if (!served) return;
  const declared = composer ? nameOf(composer) : {};
  const evidence =
    composer && declared.line !== undefined ? composer.evidence(by, declared.line) : served.evidence(by, 1);
  const names = {
    ...(declared.name === undefined ? {} : { name: declared.name }),
    ...(declared.version === undefined ? {} : { version: declared.version }),
  };
  collector.add('packaging', unit, { type: 'php', form: 'source', ...names }, evidence, 'inferred');
  const language = { language: 'php' as const, basis: 'script' as const };
  if (context.sources.length > 0 || product)
    collector.add('runtime', unit, language, served.evidence(by, 1), 'inferred');
}

function nameOf(file: SourceFile): { name?: string; version?: string; line?: number } {
  const json = file.json();
  if (json === null || typeof json !== 'object') return {};
  const { name, version } = json as { name?: unknown; version?: unknown };
  const index = file.lines().findIndex((line) => /"name"\s*:/.test(line));
  return {
    ...(typeof name === 'string' ? { name, line: index + 1 } : {}),
    ...(typeof version === 'string' ? { version } : {}),
  };
}
