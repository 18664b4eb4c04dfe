import type { ConditionKind, ConditionResult, Incident } from '../../engine/condition.js';
import { mappingOf, textOf } from '../../engine/parameters.js';
import { remember, type Scope } from '../../engine/scope.js';
import { compileRe2 } from '../../patterns/regex.js';
import { dependenciesFromFacts, dependenciesFromPoms, type Dependency } from './dependencies.js';
import { isWithin, readVersion } from './version.js';
import { reasons } from '../../engine/reasons.js';

const keys = new Set(['name', 'nameregex', 'lowerbound', 'upperbound']);

/** `java.dependency`: libraries by `groupId.artifactId` and version bounds. */
export const javaDependency: ConditionKind = {
  capability: 'java.dependency',
  check(parameters) {
    const fields = mappingOf(parameters);
    const unknown = Object.keys(fields).find((key) => !keys.has(key));
    if (unknown !== undefined) return reasons.unknownKey(unknown);
    if (Object.values(fields).some((value) => typeof value !== 'string')) return reasons.notText('value');
    if (fields.name === undefined && fields.nameregex === undefined)
      return reasons.noneGiven(['name', 'nameregex']);
    const bounded = fields.lowerbound !== undefined || fields.upperbound !== undefined;
    return fields.name !== undefined && !bounded ? reasons.boundMissing() : undefined;
  },
  evaluate(parameters, scope) {
    const fields = mappingOf(parameters);
    const [name, nameRegex] = [textOf(fields.name), textOf(fields.nameregex)];
    const regex = nameRegex === undefined ? undefined : compileRe2(nameRegex);
    if (nameRegex !== undefined && !regex) return { error: reasons.notPattern(`'${nameRegex}'`) };
    const hits: Dependency[] = [];
    for (const dependency of dependenciesOf(scope)) {
      if (name === undefined ? !regex?.test(dependency.name) : dependency.name !== name) continue;
      const known = hits.some((hit) => hit.file === dependency.file && hit.name === dependency.name);
      if (name === undefined || !known) hits.push(dependency);
    }
    return withinBounds(hits, textOf(fields.lowerbound), textOf(fields.upperbound), scope);
  },
};

function dependenciesOf(scope: Scope): readonly Dependency[] {
  return remember(scope, 'dependencies', () =>
    scope.facts.some((fact) => fact.kind === 'library')
      ? dependenciesFromFacts(scope.facts, scope.project)
      : dependenciesFromPoms(scope.files),
  );
}

function withinBounds(
  hits: readonly Dependency[],
  lowerText: string | undefined,
  upperText: string | undefined,
  scope: Scope,
): ConditionResult {
  const lower = lowerText === undefined ? undefined : readVersion(lowerText);
  const upper = upperText === undefined ? undefined : readVersion(upperText);
  const bounded = lowerText !== undefined || upperText !== undefined;
  const invalid = (lowerText !== undefined && !lower) || (upperText !== undefined && !upper);
  const incidents: Incident[] = [];
  for (const hit of hits) {
    const checked = bounded && hit.version !== undefined;
    if (bounded && hit.version !== undefined) {
      const version = readVersion(hit.version);
      if (invalid) return { error: reasons.boundInvalid() };
      if (!version && scope.semantics === 'konveyor') return { error: reasons.versionInvalid(hit.name) };
      const ordering = scope.semantics === 'konveyor' ? 'go-version' : 'numbers';
      if (!version || !isWithin(version, { lower, upper }, ordering)) continue;
    }
    const variables = { name: hit.name, version: hit.version ?? '', ...(checked ? {} : { type: hit.scope }) };
    const place = {
      file: hit.file,
      line: hit.line,
      snippet: hit.line === undefined ? 'none' : 'builtin',
    } as const;
    incidents.push({ ...place, variables, ...(hit.evidence ? { evidence: hit.evidence } : {}) });
  }
  const last = incidents.at(-1)?.variables;
  return { incidents, extras: last && { name: last.name, version: last.version } };
}
