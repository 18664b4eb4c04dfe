/**
 * What a PHP file says, as plain data: parsed once by tree-sitter, used by every analyzer and rule. Comments and HTML
 * outside the tags are not in it. Function and class names are as written without a leading backslash; names are
 * resolved through `use` where possible. Lines are 1-based.
 */
export interface PhpSource {
  readonly namespace: string;
  readonly uses: readonly { readonly name: string; readonly alias: string; readonly line: number }[];
  readonly functions: readonly {
    readonly name: string;
    readonly line: number;
    readonly parameters: readonly string[];
  }[];
  readonly classes: readonly PhpClass[];
  /** Calls of functions by name. */
  readonly calls: readonly PhpCall[];
  /** `$x->m()` and `C::m()`. */
  readonly methodCalls: readonly (PhpCall & { readonly receiver: string; readonly static: boolean })[];
  readonly constructions: readonly {
    readonly class: string;
    readonly arguments: readonly PhpArgument[];
    readonly line: number;
  }[];
  /** `define('A', 'x')` and `const A = 'x'`. */
  readonly constants: readonly {
    readonly name: string;
    readonly value?: string;
    readonly text: string;
    readonly line: number;
  }[];
  /** `$a = …`, `$a['b']['c'] = …`, `$this->x = …`: the target's source text. Array literals are flattened: `$db['host']`. */
  readonly assignments: readonly {
    readonly target: string;
    readonly value?: string;
    readonly text: string;
    readonly line: number;
  }[];
  /** Entries of `return [ 'a' => ['b' => 'c'] ]`, flattened to `a.b`. */
  readonly returned: readonly {
    readonly path: string;
    readonly value?: string;
    readonly text: string;
    readonly line: number;
  }[];
  readonly includes: readonly {
    readonly text: string;
    readonly path?: string;
    readonly once: boolean;
    readonly line: number;
  }[];
  /** `$_SESSION['cart']` and friends; key absent when it is not a constant. */
  readonly superglobals: readonly {
    readonly name: string;
    readonly key?: string;
    readonly write: boolean;
    readonly line: number;
  }[];
  readonly strings: readonly { readonly value: string; readonly line: number }[];
  /** Syntax that tells a version: `short-open-tag`, `asp-tag`, `null-coalescing`, `arrow-function`, `match`, `enum`, `curly-offset`, … */
  readonly features: readonly { readonly feature: string; readonly line: number }[];
  readonly hasErrors: boolean;
}

export interface PhpClass {
  readonly name: string;
  readonly parent?: string;
  readonly interfaces: readonly string[];
  readonly methods: readonly { readonly name: string; readonly line: number }[];
  readonly line: number;
}

export interface PhpArgument {
  /** Source text, at most 200 characters. */
  readonly text: string;
  /** Value when it is a constant string or number (constants and concatenations of the same file folded). */
  readonly constant?: string;
}

export interface PhpCall {
  readonly name: string;
  readonly arguments: readonly PhpArgument[];
  readonly line: number;
  /** The function or `Class.method` it stands in, `''` at the top level. */
  readonly enclosing: string;
}
