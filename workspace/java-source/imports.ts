import type { JavaImport } from './java-source.js';
import type { JavaText } from './java-text.js';

/** What stands before the first type. */
export interface JavaPrologue {
  readonly package: string;
  readonly packageLine: number;
  readonly imports: readonly JavaImport[];
}

/** Reads the package and the imports: their grammar is regular. */
export function readPrologue({ blank, line }: JavaText): JavaPrologue {
  const declared = /(?:^|[;\s)])package\s+([\w$\u0080-\uffff.\s]+?)\s*;/.exec(blank);
  const imports = Array.from(
    blank.matchAll(
      /(?:^|[;\s}])import\s+(static\s+)?([\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*)\s*(\.\s*\*)?\s*(?=;)/g,
    ),
    (match): JavaImport => ({
      name: (match[2] ?? '').replace(/\s+/g, ''),
      static: match[1] !== undefined,
      onDemand: match[3] !== undefined,
      line: line(match.index + match[0].indexOf('import')),
    }),
  );
  return {
    package: declared?.[1]?.replace(/\s+/g, '') ?? '',
    packageLine: declared ? line(declared.index + declared[0].indexOf('package')) : 1,
    imports,
  };
}
