/** For each bracket of a text its partner's offset, -1 where it has none. The text must be free of strings and comments. */
export function matchBrackets(blank: string): Int32Array {
  const partner = new Int32Array(blank.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < blank.length; i++) {
    const code = blank.charCodeAt(i);
    // ( [ {
    if (code === 40 || code === 91 || code === 123) {
      open.push(i);
    } else if (code === 41 || code === 93 || code === 125) {
      const expected = code === 41 ? 40 : code - 2;
      const at = findOpen(blank, open, expected);
      if (at < 0) continue;
      const start = open[at] ?? 0;
      open.length = at;
      partner[start] = i;
      partner[i] = start;
    }
  }
  return partner;
}

/** Normally the innermost; in broken code the nearest of the same kind, a brace never being skipped by a parenthesis. */
function findOpen(blank: string, open: readonly number[], expected: number): number {
  for (let at = open.length - 1; at >= 0; at--) {
    const code = blank.charCodeAt(open[at] ?? 0);
    if (code === expected) return at;
    if (code === 123) return -1;
  }
  return -1;
}

/** Answers the end of the innermost `{…}` around an offset, or the text's length. */
export function createBlockFinder(blank: string, partner: Int32Array): (offset: number) => number {
  const starts: number[] = [];
  const parents: number[] = [];
  let innermost = -1;
  for (let i = blank.indexOf('{'); i >= 0; i = blank.indexOf('{', i + 1)) {
    const end = partner[i] ?? -1;
    if (end < 0) continue;
    while (innermost >= 0 && (partner[starts[innermost] ?? 0] ?? -1) < i)
      innermost = parents[innermost] ?? -1;
    parents.push(innermost);
    starts.push(i);
    innermost = starts.length - 1;
  }
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0; at = parents[at] ?? -1) {
      const end = partner[starts[at] ?? 0] ?? -1;
      if (end >= offset) return end;
    }
    return blank.length;
  };
}
