import { describe, expect, test } from '@jest/globals';
import { isActive, productionOf } from './profiles.js';

describe('what holds in a profile', () => {
  test.each([
    [undefined, undefined, true],
    [undefined, 'prod', true],
    ['prod', 'prod', true],
    ['prod', 'prod-eu', false],
    ['prod', undefined, false],
    ['dev,test', 'test', true],
    ['dev, test', 'test', true],
    ['dev,test', 'prod', false],
    ['prod', 'prod,cloud', true],
    ['!prod', 'prod', false],
    ['!prod', undefined, true],
    ['! prod', 'dev', true],
    ['!prod & cloud', 'cloud', true],
    ['!prod & cloud', 'prod,cloud', false],
    ['prod & cloud', 'prod, cloud', true],
    ['prod & cloud', 'prod', false],
    ['prod | cloud', 'cloud', true],
    ['a & b | c', 'c', true],
    ['(prod | staging) & cloud', 'prod', false],
    ['(prod | staging) & cloud', 'prod,cloud', true],
    ['!(prod | staging)', 'staging', false],
    ['!(prod | staging)', 'dev', true],
    ['!(prod & cloud)', 'prod', true],
    ['!!prod', 'prod', true],
  ])('%s while %s is active: %s', (profile, active, holds) => {
    expect(isActive(profile, active)).toBe(holds);
  });

  test.each(['', '(prod', 'prod)', 'prod &', '| prod', '()', '!'])('%s is no expression', (profile) => {
    expect(isActive(profile, 'prod')).toBe(false);
  });
});

test('production has several names', () => {
  expect(productionOf(['dev', 'prd'])).toBe('prd');
  expect(productionOf(['online', 'prod'])).toBe('prod');
  expect(productionOf(['dev', 'test'])).toBeUndefined();
});
