/** Orders by UTF-16 code units: the same on every machine and in every locale. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A sorted copy by the keys that `keysOf` returns, compared in turn; numbers by value, strings by code unit. */
export function sortBy<T>(items: Iterable<T>, keysOf: (item: T) => readonly (string | number)[]): T[] {
  const keyed = Array.from(items, (item) => ({ item, keys: keysOf(item) }));
  keyed.sort((a, b) => compareKeys(a.keys, b.keys));
  return keyed.map(({ item }) => item);
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? '', b[i] ?? ''];
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : compareStrings(String(x), String(y));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
