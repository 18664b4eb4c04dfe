/** Bytes of a Kubernetes quantity (`512Mi`, `1Gi`, `1G`, `1000`); undefined for what is none. */
export function quantityBytes(quantity: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)?$/.exec(quantity);
  if (!match) return undefined;
  const [, amount = '', unit = ''] = match;
  return Math.floor(Number(amount) * (units[unit] ?? 1));
}

const units: Readonly<Record<string, number>> = {
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

/** A share of a quantity in whole MiB, at least one. */
export function shareInMebibytes(quantity: string, share: number): number {
  return Math.max(1, Math.floor(((quantityBytes(quantity) ?? 0) * share) / 1024 ** 2));
}
