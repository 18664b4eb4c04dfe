import type { SyntaxNode } from '../syntax/grammar.js';
import type { Bindings } from './bindings.js';
import type { ConstantFolder } from './constants.js';
import type { ConstructionSite } from './construction-sites.js';
import type { JavaPrologue } from './imports.js';
import type { JavaTypeName } from './java-source.js';
import type { JavaText } from './java-text.js';
import type { TypeResolver } from './resolve-type.js';
import type { Scopes } from './scopes.js';

/** What is known of a file when its expressions are read. */
export interface FileReader {
  readonly text: JavaText;
  readonly prologue: JavaPrologue;
  /** Simple names of single imports. */
  readonly imported: ReadonlySet<string>;
  readonly nodes: readonly SyntaxNode[];
  readonly constructions: readonly ConstructionSite[];
  readonly scopes: Scopes;
  readonly resolve: TypeResolver;
  readonly bindings: Bindings;
  readonly fold: ConstantFolder;
  /** Return types by `Type.method`, of methods whose overloads agree. */
  readonly returnTypes: ReadonlyMap<string, JavaTypeName>;
}
