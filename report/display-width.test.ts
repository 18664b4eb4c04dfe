import { expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { displayWidth } from './display-width.js';

test.each([
  '',
  'plain words, 1,204 files',
  '订单系统 · Java 8 · WAR',
  '（全角）：“引号”、％１２',
  'ﾊﾝｶｸ and ハンカク',
  'e\u0301te\u0301 and naïve',
  '✓ ✗ → … — ░░██',
  '한국어',
  'a\u200bb\u00adc',
])('%j is as wide as string-width says', (text) => {
  expect(displayWidth(text)).toBe(stringWidth(text));
});
