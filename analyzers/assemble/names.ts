import type { UnitFact } from '../../model/fact.js';

/** A DNS-1123 label of at most 40 characters (room for suffixes under the 63 of a label), or `app`. Source: RFC 1123. */
export function toLabel(name: string): string {
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  if (label === '') return 'app';
  return /^[0-9]/.test(label) ? `app-${label}`.slice(0, 40).replace(/-+$/, '') : label;
}

/** The name a unit calls itself by; else its folder's or archive's, else the application's. */
export function nameOfUnit(
  unit: string,
  options: { facts: readonly UnitFact[]; applicationId: string },
): string {
  const declared = options.facts
    .filter((fact) => fact.unit === unit)
    .map((fact) => (fact.kind === 'packaging' ? fact.value.name : undefined))
    .find((name) => name !== undefined && name !== '');
  if (declared !== undefined) return toLabel(declared.replace(/^@?[^/]*\//, ''));
  const base = unit.split('/').at(-1) ?? '';
  return base === ''
    ? toLabel(options.applicationId)
    : toLabel(base.replace(/\.(war|jar|ear|zip|tar\.gz|tgz)$/i, ''));
}

/** Gives each wanted name a unique one: the first keeps it, later ones get a number. */
export function makeUnique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
  taken.add(name);
  return name;
}
