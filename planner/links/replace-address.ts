/**
 * A text with every `old` (a host, or host and port) replaced where it stands as a whole: `10.8.0.2:80` is no part of
 * `10.8.0.2:8081`, nor `10.8.0.2` of `10.8.0.21`.
 */
export function replaceAddress(text: string, old: string, fresh: string): string {
  return text.replace(pattern(old), () => fresh);
}

/** Whether a text names an address as a whole. */
export function namesAddress(text: string, address: string): boolean {
  return pattern(address).test(text);
}

function pattern(address: string): RegExp {
  const literal = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${literal}(?![\\w-]|\\.\\w)`, 'g');
}
