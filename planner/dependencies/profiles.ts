import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { noProfile, productionProfile, scriptProfile } from '../texts/dependencies.js';

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

/**
 * Whether something that holds in a profile holds in the container. As Spring writes it: `dev,test` holds in either, `!prod`
 * wherever prod is not active; `&` and `|` join whole names.
 *
 * Source: https://docs.spring.io/spring-framework/docs/5.3.x/javadoc-api/org/springframework/core/env/Profiles.html
 */
export function isActive(profile: string | undefined, active: string | undefined): boolean {
  if (profile === undefined) return true;
  const names = new Set((active ?? '').split(',').map((name) => name.trim()));
  const holds = (name: string): boolean =>
    name.startsWith('!') ? !names.has(name.slice(1).trim()) : names.has(name);
  return profile
    .replace(/[()]/g, '')
    .split(/[,|]/)
    .some((all) => all.split('&').every((name) => holds(name.trim())));
}
