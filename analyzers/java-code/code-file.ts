import type { JavaArgument, JavaSource, JavaTypeName } from '../../workspace/java-source/java-source.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import type { AddFact } from '../fact-collector.js';
import type { SettingLookup } from '../java-placeholders.js';

export const by = 'java-code';

/** A source file while facts are drawn from it. */
export interface CodeFile {
  readonly file: SourceFile;
  readonly source: JavaSource;
  readonly project: Project;
  readonly lookup: SettingLookup;
  readonly add: AddFact;
}

/** Whether a type is (or may be, behind an `import p.*`) the class of a qualified name; bare names count when nothing resolved them. */
export function isType(type: JavaTypeName | undefined, ...names: readonly string[]): boolean {
  if (!type) return false;
  return names.some(
    (name) =>
      type.name === name ||
      type.candidates?.includes(name) === true ||
      (!type.resolved && type.candidates === undefined && type.name === simpleName(name)),
  );
}

export function simpleName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** An identifier without `this.`, or undefined for any other expression. */
export function identifierOf({ text }: JavaArgument): string | undefined {
  return /^(?:this\.)?([A-Za-z_$][\w$]*)$/.exec(text.trim())?.[1];
}
