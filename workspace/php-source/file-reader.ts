import type { PhpDeclarations } from './declarations.js';
import type { PhpFolder } from './expressions.js';
import type { PhpNames } from './names.js';
import type { PhpText } from './php-text.js';

/** What is known of a file when its expressions are read. */
export interface FileReader extends PhpDeclarations {
  readonly text: PhpText;
  readonly names: PhpNames;
  readonly fold: PhpFolder;
}
