/** An address that stands in a text. */
export interface FixedAddress {
  readonly address: string;
  readonly port?: number;
}

/** IPv4 addresses (with ports) in a text; loopback, wildcards, masks and version numbers are none. */
export function fixedAddressesIn(text: string): readonly FixedAddress[] {
  return [
    ...text.matchAll(/(?<![\d.\w-])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.]*\.?\d)(?::(\d{2,5})(?!\d))?/g),
  ].flatMap((match) => {
    const address = match[1] ?? '';
    const parts = address.split('.').map(Number);
    const outside = parts.some((part) => part > 255) || [0, 127, 255].includes(parts[0] ?? 0);
    if (outside || parts.slice(1).every((part) => part === 0)) return [];
    const port = Number(match[2] ?? 0);
    return [{ address, ...(port > 0 && port < 65536 && { port }) }];
  });
}
