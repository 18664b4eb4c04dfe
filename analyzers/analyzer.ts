import type { Fact, UnitFact } from '../model/fact.js';
import type { Problem } from '../model/problem.js';
import type { Text } from '../model/text.js';
import type { Project, SourceFile } from '../workspace/project.js';

export interface AnalyzerResult {
  readonly facts: readonly UnitFact[];
  readonly problems: readonly Problem[];
}

/** What a component is known to be when deriving: its id, units and all facts of the first phase. */
export interface ComponentView {
  readonly id: string;
  readonly path: string;
  readonly units: readonly string[];
  readonly facts: readonly Fact[];
}

/**
 * One technology. Adding one is a folder with `index.ts` (this object), its analysis and tests, and a line in
 * `registry.ts`. Analyzers never import each other: what one needs of another it reads from facts, in `derive`.
 */
export interface Analyzer {
  /** The folder's name. */
  readonly id: string;
  readonly title: Text;
  /** Globs of the files it reads; it isn't called when none matches. Own files, unless `origins` says otherwise. */
  readonly files: readonly string[];
  readonly origins?: readonly ('own' | 'vendored' | 'generated')[];
  /** Base-name globs that mark a directory (or archive) as the root of an application: `pom.xml`, `zoo.cfg`, `*.war`. */
  readonly roots?: readonly string[];
  /** Each root is one server of an ensemble: sibling directories that hold one are one application together. */
  readonly ensemble?: true;
  /** Words that a Java or PHP file must contain for this analyzer to want it parsed; combined with everyone else's into one search. */
  readonly triggers?: { readonly java?: readonly string[]; readonly php?: readonly string[] };
  /** First phase: from files to facts of units. Pure: no clock, no random, no file access but through the project. */
  readonly analyze: (
    matched: readonly SourceFile[],
    project: Project,
  ) => AnalyzerResult | Promise<AnalyzerResult>;
  /** Second phase: what follows from the facts of all analyzers together (defaults of a framework, say). */
  readonly derive?: (component: ComponentView, project: Project) => readonly Fact[];
}
