import type { Project } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import type { ExpressionContext } from './expression.js';
import type { PhpFile, Symbols } from './symbols.js';

/** One PHP application while it is being read. */
export interface PhpContext {
  readonly project: Project;
  /** Directory of the application, relative to the input's root. */
  readonly unit: string;
  /** What the web server is pointed at, relative to the input's root. */
  readonly documentRoot: string;
  readonly sources: readonly PhpFile[];
  readonly symbols: Symbols;
  readonly collector: FactCollector;
  /** Id of the analyzer, for evidence. */
  readonly by: string;
}

/** Where an expression stands, for evaluating it. */
export function at(context: PhpContext, source: PhpFile, line: number): ExpressionContext {
  const { symbols, unit, documentRoot } = context;
  return { file: source.file, line, symbols, unit, documentRoot };
}
