import type { ComponentContext } from '../context.js';
import { evidenceOf } from '../context.js';
import { phpFitting, phpImpossible, phpNewer, phpUnknown } from '../texts/php.js';
import { compareVersions, linesOf, pickLine } from '../versions.js';

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
  const version = fitting ?? byCode ?? preferred;
  const because =
    constraints.length === 0
      ? phpUnknown({ version })
      : fitting === undefined
        ? phpImpossible({ constraints: constraints.join(', '), version })
        : phpFitting({ constraints: constraints.join(', '), version });
  return context.decide('runtime.version', version, {
    because,
    evidence: evidenceOf(...bound),
    alternatives:
      compareVersions(version, preferred) < 0
        ? [{ choice: preferred, whyNot: phpNewer({ version: preferred }) }]
        : [],
  });
}
