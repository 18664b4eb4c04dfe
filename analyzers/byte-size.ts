/** Bytes of a size with a binary suffix (`128M`, `1g`, `65536`); undefined for what is no size, and for `-1`. */
export function parseByteSize(value: string): number | undefined {
  const match = /^(\d+)\s*([kmg]?)b?$/i.exec(value.trim());
  if (!match) return undefined;
  const factor = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(match[2] ?? '').toLowerCase()] ?? 1;
  return Number(match[1]) * factor;
}
