import { joinPath } from '../paths.js';
import type { FrameworkTarget } from './find.js';

/** Emits the document root, front controller and written directories that a framework has by convention. */
export function extractConventions({ project, unit, framework, collector, by }: FrameworkTarget): void {
  const { rule } = framework;
  const seen = framework.file.evidence(by, framework.line);
  const root = rule.documentRoot ?? '';
  const front =
    project.file(joinPath(unit, root, 'index.php')) ?? project.file(joinPath(unit, root, 'app.php'));
  if (front) {
    const evidence = front.evidence(by, 1);
    collector.add('document-root', unit, { path: root }, evidence, 'inferred');
    collector.add('front-controller', unit, { path: joinPath(root, front.name) }, evidence, 'inferred');
  }
  for (const [path, use] of rule.writable) {
    const persistent = use === 'upload' || use === 'data';
    collector.add('writable-path', unit, { path, use, persistent }, seen, 'inferred');
  }
  if (rule.log !== undefined) {
    collector.add(
      'log-sink',
      unit,
      { target: 'file', path: rule.log, framework: rule.name },
      seen,
      'inferred',
    );
  }
}
