/** Numbers that look random and are the same on every run. https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
export interface Random {
  /** A whole number from 0 to `below - 1`. */
  readonly number: (below: number) => number;
  readonly pick: (items: readonly string[]) => string;
}

/** A generator that starts at a seed. */
export function createRandom(seed: number): Random {
  let state = seed;
  const number = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return { number, pick: (items) => items[number(items.length)] ?? '' };
}
