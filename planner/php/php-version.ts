import type { Evidence } from '../../model/evidence.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf } from '../context.js';
import {
  adaptCodeDetail,
  adaptCodeTitle,
  phpFitting,
  phpImpossible,
  phpNewer,
  phpUnknown,
} from '../texts/php.js';
import { compareVersions, linesOf, pickLine, satisfies } from '../versions.js';

/** The PHP line that every constraint allows: the catalogue's preferred one where there is a choice. */
export function decidePhpVersion(context: ComponentContext): string {
  const { catalog } = context.options;
  const facts = context.all('runtime').filter((fact) => fact.value.language === 'php');
  const bound = facts.filter((fact) => fact.value.constraint !== undefined);
  const constraints = [...new Set(bound.map((fact) => fact.value.constraint ?? ''))];
  const preferred = pickLine(catalog, 'php-fpm', []) ?? linesOf(catalog, 'php-fpm').at(-1) ?? '8.2';
  const fitting = pickLine(catalog, 'php-fpm', constraints);
  // Declared constraints can be too narrow; what the code's own syntax needs can't be argued with.
  const byCode = pickLine(
    catalog,
    'php-fpm',
    bound
      .filter((fact) => fact.value.basis === 'syntax' || fact.value.basis === 'api')
      .map((fact) => fact.value.constraint ?? ''),
  );
  const version = fitting ?? byCode ?? nearest(context, constraints) ?? preferred;
  const because =
    constraints.length === 0
      ? phpUnknown({ version })
      : fitting === undefined
        ? phpImpossible({ constraints: constraints.join(', '), version })
        : phpFitting({ constraints: constraints.join(', '), version });
  if (fitting === undefined) askAboutVersion(context, { version, constraints, bound });
  return context.decide('runtime.version', version, {
    because,
    evidence: evidenceOf(...bound),
    alternatives:
      compareVersions(version, preferred) < 0
        ? [{ choice: preferred, whyNot: phpNewer({ version: preferred }) }]
        : [],
  });
}

/** The line that breaks the fewest constraints; of equals the oldest, which has lost the least. */
function nearest(context: ComponentContext, constraints: readonly string[]): string | undefined {
  const broken = (line: string): number => constraints.filter((one) => !satisfies(line, one)).length;
  const lines = linesOf(context.options.catalog, 'php-fpm');
  const best = Math.min(...lines.map(broken));
  const upper = constraints.some((one) => /(^|[^>])<=?\s*\d/.test(one));
  const candidates = lines.filter((line) => broken(line) === best);
  return upper ? candidates[0] : candidates.at(-1);
}

function askAboutVersion(
  context: ComponentContext,
  given: {
    version: string;
    constraints: readonly string[];
    bound: readonly { evidence: readonly Evidence[] }[];
  },
): void {
  const { version } = given;
  const release = context.options.catalog.images['php-fpm']?.releases.find((one) => one.version === version);
  const p = { version, constraints: given.constraints.join(', '), until: release?.supportedUntil ?? '' };
  context.decider.askPerson({
    component: context.component.id,
    title: adaptCodeTitle(p),
    detail: adaptCodeDetail(p),
    evidence: given.bound.flatMap((fact) => fact.evidence),
  });
}
