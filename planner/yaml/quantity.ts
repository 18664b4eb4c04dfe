const units: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/**
 * A Kubernetes quantity as a number; undefined when it is none.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function toAmount(quantity: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(m|[kMGT]|[KMGT]i)?$/.exec(quantity);
  const unit = match && units[match[2] ?? ''];
  return unit === null || unit === undefined ? undefined : Number(match?.[1]) * unit;
}
