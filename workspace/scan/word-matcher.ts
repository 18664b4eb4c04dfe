/** Finds which of some words stand in a text, all in one pass, and counts its lines on the way. */
export interface WordMatcher {
  /** No word has other characters. */
  readonly isAscii: boolean;
  /** Answers the indices of the words found, ascending, and the number of lines. */
  readonly scan: (
    bytes: Uint8Array,
    length: number,
  ) => { readonly found: readonly number[]; readonly lines: number };
}

interface Trie {
  /** By state, the next state for each class of bytes; -1 where there is none. */
  readonly next: number[][];
  /** By state, the words that end there. */
  readonly words: number[][];
}

/**
 * Builds an Aho-Corasick automaton over bytes (https://doi.org/10.1145/360825.360855): its time does not depend on the
 * number of words. Words are compared as UTF-8.
 */
export function createWordMatcher(words: readonly string[], options: { ignoreCase: boolean }): WordMatcher {
  const encoded = words.map((word) => Buffer.from(options.ignoreCase ? word.toLowerCase() : word, 'utf8'));
  const { classes, count } = classifyBytes(encoded, options.ignoreCase);
  const trie = buildTrie(encoded, classes, count);
  const { table, ends } = buildAutomaton(trie, count);
  return {
    isAscii: words.every((word) => /^[ -~]*$/.test(word)),
    scan: (bytes, length) => {
      const found = new Set<number>();
      let state = 0;
      let lines = 0;
      for (let i = 0; i < length; i++) {
        const byte = bytes[i] ?? 0;
        if (byte === 10) lines++;
        state = table[state + (classes[byte] ?? 0)] ?? 0;
        if (ends[state] === 1) for (const word of trie.words[state / count] ?? []) found.add(word);
      }
      if (length > 0 && bytes[length - 1] !== 10) lines++;
      return { found: [...found].sort((a, b) => a - b), lines };
    },
  };
}

/** Bytes that no word holds are all alike: class 0. */
function classifyBytes(
  words: readonly Uint8Array[],
  ignoreCase: boolean,
): { classes: Uint8Array; count: number } {
  const classes = new Uint8Array(256);
  let count = 1;
  for (const word of words) {
    for (const byte of word) if (classes[byte] === 0) classes[byte] = count++;
  }
  if (ignoreCase) for (let upper = 65; upper <= 90; upper++) classes[upper] = classes[upper + 32] ?? 0;
  return { classes, count };
}

function buildTrie(words: readonly Uint8Array[], classes: Uint8Array, count: number): Trie {
  const trie: Trie = { next: [], words: [] };
  const addState = (): number => {
    trie.words.push([]);
    return trie.next.push(new Array<number>(count).fill(-1)) - 1;
  };
  addState();
  words.forEach((word, index) => {
    let state = 0;
    for (const byte of word) {
      const row = trie.next[state] ?? [];
      const byteClass = classes[byte] ?? 0;
      const known = row[byteClass] ?? -1;
      state = known >= 0 ? known : addState();
      row[byteClass] = state;
    }
    if (word.length > 0) trie.words[state]?.push(index);
  });
  return trie;
}

/** Fills the gaps of the trie breadth first; states in the table are multiplied by the number of classes. */
function buildAutomaton({ next, words }: Trie, count: number): { table: Int32Array; ends: Uint8Array } {
  const table = new Int32Array(next.length * count);
  const failure = new Int32Array(next.length);
  const queue = [0];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const fallback = failure[state] ?? 0;
    if (state !== 0) words[state]?.push(...(words[fallback] ?? []));
    for (let byteClass = 0; byteClass < count; byteClass++) {
      const child = next[state]?.[byteClass] ?? -1;
      const otherwise = state === 0 ? 0 : (table[fallback * count + byteClass] ?? 0);
      table[state * count + byteClass] = child < 0 ? otherwise : child * count;
      if (child < 0) continue;
      failure[child] = otherwise / count;
      queue.push(child);
    }
  }
  const ends = new Uint8Array(next.length * count);
  words.forEach((ending, state) => {
    if (ending.length > 0) ends[state * count] = 1;
  });
  return { table, ends };
}
