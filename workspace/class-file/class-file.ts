/**
 * What a class file says. Source: The Java Virtual Machine Specification, chapter 4. Names with dots, not slashes. Of a
 * truncated file it has what stands before the break, at least the version; there is a problem then.
 */
export interface ClassFile {
  /** 52 is Java 8, 61 is Java 17; feature version = major - 44. */
  readonly major: number;
  readonly name: string;
  readonly superName: string | undefined;
  readonly interfaces: readonly string[];
  /** Every class the constant pool names. */
  readonly references: readonly string[];
  readonly calls: readonly { readonly owner: string; readonly name: string; readonly descriptor: string }[];
  /** String constants. */
  readonly strings: readonly string[];
  /** Types of the annotations that are visible at run time, on the class and its members. */
  readonly annotations: readonly string[];
  readonly sourceFile: string | undefined;
}
