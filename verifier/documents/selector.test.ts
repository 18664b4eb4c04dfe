import { expect, test } from '@jest/globals';
import { selectorMatches } from './selector.js';

test.each([
  [{ matchLabels: { app: 'a' } }, true],
  [{ matchLabels: { app: 'b' } }, false],
  [{}, true],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] }, false],
  [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['x'] }] }, true],
  [{ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, false],
  [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'Is' }] }, false],
])('%j selects {app: a}: %s', (selector, expected) => {
  expect(selectorMatches(selector, { app: 'a' })).toBe(expected);
});
