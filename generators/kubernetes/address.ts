/** An IP address as a block of one (`10.8.0.12/32`); undefined for a host name. */
export function addressBlock(host: string): string | undefined {
  const address = host.replace(/^\[|\]$/g, '');
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  if (octets) return octets.slice(1).every((octet) => Number(octet) <= 255) ? `${address}/32` : undefined;
  return /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(address) ? `${address}/128` : undefined;
}
