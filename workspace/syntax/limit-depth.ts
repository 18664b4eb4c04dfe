/** Parentheses and names within one another: no person writes more, and the stack has an end. */
const maxDepth = 100;

/** A function that calls itself through the one answered: deeper than anybody writes, it answers undefined. */
export function limitDepth<In, Out>(visit: (input: In) => Out | undefined): (input: In) => Out | undefined {
  let depth = 0;
  return (input) => {
    if (depth > maxDepth) return undefined;
    depth++;
    try {
      return visit(input);
    } finally {
      depth--;
    }
  };
}
