import type { Fact } from './fact.js';
import type { Finding } from './finding.js';
import type { Problem } from './problem.js';
import type { Text } from './text.js';

/** Something that is built and run on its own: a WAR, an executable jar, a PHP site, an ensemble. */
export interface Component {
  /** Unique in the run, a DNS-1123 label; from the name the project gives itself, else from its folder. */
  readonly id: string;
  /** The unit's path in its application, `''` for the root. */
  readonly path: string;
  /** Paths of the units whose facts were merged into it (its libraries' modules), sorted. */
  readonly units: readonly string[];
  /** What it is in a few words, for the first screen: `Java 8 · WAR · Tomcat 9`. */
  readonly summary: Text;
  /** Why no deployment can be generated for it, when that is so (an EAR today). */
  readonly notGenerated?: Text;
}

/** One application of the portfolio: what one PATH, or one folder under it, holds. */
export interface Application {
  readonly id: string;
  /** As the user gave it, or below what they gave. */
  readonly path: string;
  /** The path is one archive file rather than a directory. */
  readonly archive: boolean;
  readonly components: readonly Component[];
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly size: ApplicationSize;
}

export interface ApplicationSize {
  /** Files of the application's own, without vendored and generated ones. */
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
}

/** Who calls whom: a component's dependency that another component of the run provides. */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** By what the two were joined. */
  readonly by: 'host' | 'port' | 'database' | 'name';
  readonly certainty: 'declared' | 'inferred';
  readonly because: Text;
  /** The addresses by which `from` calls `to` today, sorted; empty for a shared database. */
  readonly addresses: readonly { readonly host: string; readonly port?: number }[];
}

/** The result of `drydock analyze`; sorted, and the same bytes for the same input. */
export interface Analysis {
  readonly schema: 'https://drydock.dev/schema/analysis/v1';
  readonly applications: readonly Application[];
  readonly links: readonly Link[];
  /** Problems of the run itself: a path that can't be read. */
  readonly problems: readonly Problem[];
}
