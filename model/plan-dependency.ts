import type { DatabaseProduct, ServiceProduct } from './product.js';

/** Something that components need and that is not a component itself: a database, a cache, a mail server. */
export interface DependencyPlan {
  readonly service: ServiceProduct;
  /** generated: a StatefulSet beside the application; external: it stays where it is, reached through a Service name. */
  readonly mode: 'generated' | 'external';
  /** Name of the Service that components use, the same in both modes. */
  readonly serviceName: string;
  readonly port: number;
  /** For external: the host name or address; absent when nothing says so, then a person must fill it in. */
  readonly externalHost?: string;
  readonly database?: string;
  readonly username?: string;
  /** Name of the Secret with keys `password` and, for databases, `root-password`. */
  readonly secret?: string;
  /** Components that use it. */
  readonly usedBy: readonly string[];
  /** SQL files of the application that create the schema, in order; paths relative to `context`. */
  readonly schema: readonly { readonly context: string; readonly path: string }[];
  /** For generated: key of the image catalogue, version, volume size, character set. */
  readonly image?: string;
  readonly version?: string;
  readonly size?: string;
  readonly charset?: string;
  readonly product?: DatabaseProduct;
  /** For generated: settings of the server that the application needs (`sql_mode`, `lower_case_table_names`). */
  readonly settings?: Readonly<Record<string, string>>;
}
