import type { Fact } from '../../../model/fact.js';
import type { ConditionKind, Incident } from '../../engine/condition.js';
import { mappingOf, textOf, textsOf } from '../../engine/parameters.js';
import { compileRe2 } from '../../patterns/regex.js';
import { reasons } from '../../engine/reasons.js';

/**
 * `drydock.fact`: facts of the component. `kind`, and `where` with a constraint per field of the fact's value: a scalar
 * (equal), a list (one of), or `{matches, notMatches, exists, min, max, before}`. `evidenceFile` and `notEvidenceFile`
 * are regexps on the file of the evidence. The finding stands where the fact's first evidence does; with `places: all`
 * there is one at each piece of evidence. Beside the value's fields, messages can use `key` and `value`.
 */
export const drydockFact: ConditionKind = {
  capability: 'drydock.fact',
  check: (parameters) => (textOf(mappingOf(parameters).kind) ? undefined : reasons.missing('kind')),
  evaluate(parameters, scope) {
    const fields = mappingOf(parameters);
    const where = Object.entries(mappingOf(fields.where));
    const [inFile, notInFile] = ['evidenceFile', 'notEvidenceFile'].map((key) =>
      fields[key] === undefined ? undefined : compileRe2(textOf(fields[key]) ?? ''),
    );
    const incidents: Incident[] = [];
    for (const fact of scope.facts) {
      if (fact.kind !== fields.kind) continue;
      const value = mappingOf(fact.value);
      if (!where.every(([name, constraint]) => satisfies(value[name], constraint))) continue;
      const places = fields.places === 'all' ? fact.evidence : fact.evidence.slice(0, 1);
      for (const evidence of places) {
        if (inFile && !inFile.test(evidence.file)) continue;
        if (notInFile?.test(evidence.file)) continue;
        const file = scope.project.file(evidence.file);
        incidents.push({
          file,
          line: evidence.line,
          variables: variablesOf(fact),
          snippet: 'none',
          evidence,
        });
      }
    }
    return { incidents };
  },
};

function variablesOf(fact: Fact): Readonly<Record<string, unknown>> {
  const fields = mappingOf(fact.value);
  const value = fields.address ?? fields.path ?? fields.url ?? fields.name;
  return { key: fields.name, value, ...fields, certainty: fact.certainty };
}

function satisfies(value: unknown, constraint: unknown): boolean {
  if (Array.isArray(constraint)) return constraint.some((item) => satisfies(value, item));
  if (typeof constraint !== 'object' || constraint === null) return value === constraint;
  const { exists, matches, notMatches, min, max, before } = mappingOf(constraint);
  const text = Array.isArray(value) ? textsOf(value).join(' ') : (textOf(value) ?? '');
  if (typeof exists === 'boolean' && exists !== (value !== undefined)) return false;
  if (matches !== undefined && !compileRe2(textOf(matches) ?? '')?.test(text)) return false;
  if (notMatches !== undefined && compileRe2(textOf(notMatches) ?? '')?.test(text)) return false;
  if (typeof min === 'number' && !(Number(text) >= min)) return false;
  if (typeof max === 'number' && !(text !== '' && Number(text) <= max)) return false;
  return before === undefined || (text !== '' && text < (textOf(before) ?? ''));
}
