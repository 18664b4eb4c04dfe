import type { FactValues } from '../model/fact-values.js';

/** Names that only a house's own name server knows. RFC 6762, appendix G; RFC 8375; ICANN's `.internal`. */
const ownName = /^(?:[a-z][\w-]*|[\w.-]+\.(?:local|internal|intranet|lan|corp|home\.arpa))$/i;

/**
 * The system behind an address that code calls, when it is one of the house: an IP address, or a name of its own.
 * Public names are called by links in pages and documents too; they say little of what the application needs.
 */
export function httpDependencyOf(url: string): FactValues['depends-on'] | undefined {
  const address = /^(https?):\/\/(?:[^@/]*@)?([\w.-]+)(?::(\d{1,5}))?(?:[/?#]|$)/i.exec(url);
  const host = address?.[2] ?? '';
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) && !ownName.test(host)) return undefined;
  if (/^(?:localhost$|127\.|0\.)/i.test(host)) return undefined;
  const port = Number(address?.[3] ?? (address?.[1]?.toLowerCase() === 'https' ? 443 : 80));
  return { service: 'http', host, port };
}
