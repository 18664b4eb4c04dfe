import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { noProfile, productionProfile, scriptProfile } from '../texts/dependencies.js';
import { matchesProfiles } from './profile-expression.js';

const productionNames = ['prod', 'production', 'prd', 'pro', 'online', 'release'];

/**
 * The one profile the container runs with: what a start script says, else the one that names production; undefined when the
 * application has none or nothing says which.
 */
export function decideProfile(context: ComponentContext): string | undefined {
  const option = context
    .all('start-option')
    .map((fact) => ({
      fact,
      profile: /spring[._]profiles[._]active[=\s]+["']?([\w,-]+)/i.exec(fact.value.option)?.[1],
    }))
    .find((one) => one.profile !== undefined);
  const files = [...context.all('config-file'), ...context.all('filtered-value')].filter(
    (fact) => fact.value.profile !== undefined,
  );
  const profiles = [...new Set(files.flatMap((fact) => (fact.value.profile ?? '').split(',')))];
  const production = productionOf(profiles);
  const alternatives = (chosen: string): { choice: string; whyNot: ReturnType<typeof noProfile> }[] =>
    profiles
      .filter((name) => name !== chosen)
      .map((choice) => ({ choice, whyNot: noProfile({ profile: choice }) }));
  if (option?.profile !== undefined) {
    return context.decide('profile', option.profile, {
      because: scriptProfile({ profile: option.profile, place: placeOf(option.fact) }),
      evidence: evidenceOf(option.fact),
      alternatives: alternatives(option.profile),
    });
  }
  if (production === undefined) return undefined;
  return context.decide('profile', production, {
    because: productionProfile({ profile: production }),
    evidence: evidenceOf(...files.filter((fact) => fact.value.profile === production)),
    alternatives: alternatives(production),
  });
}

/** The name among some that stands for production. */
export function productionOf(names: readonly string[]): string | undefined {
  return productionNames.find((name) => names.includes(name));
}

/** Whether something that holds in a profile, or where an expression of profiles does (`!prod & cloud`), holds in the container. */
export function isActive(profile: string | undefined, active: string | undefined): boolean {
  if (profile === undefined) return true;
  return matchesProfiles(profile, new Set((active ?? '').split(',').map((name) => name.trim())));
}
