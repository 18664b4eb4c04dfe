import { expect, test } from '@jest/globals';
import type { Evidence } from '../model/evidence.js';
import { createDecider } from './decider.js';

const text = (en: string): { en: string; 'zh-CN': string } => ({ en, 'zh-CN': en });
const evidence = (count: number): Evidence[] =>
  Array.from({ length: count }, (_, i) => ({ file: `f${i}`, line: i + 1, by: 'x' }));

test('a decision is the choice, and is kept with its reason, sorted and with a few places', () => {
  const decider = createDecider();
  expect(decider.decide('b', 2, { because: text('two'), evidence: evidence(9) })).toBe(2);
  expect(decider.decide('a', ['x'], { because: text('list') })).toEqual(['x']);
  expect(decider.decisions()).toEqual([
    { subject: 'a', choice: ['x'], because: text('list'), evidence: [], alternatives: [] },
    { subject: 'b', choice: 2, because: text('two'), evidence: evidence(5), alternatives: [] },
  ]);
});

test('a subject that is decided again has the last decision', () => {
  const decider = createDecider();
  decider.decide('a', 1, { because: text('first') });
  decider.decide('a', 2, { because: text('then') });
  expect(decider.decisions().map(({ choice }) => choice)).toEqual([2]);
});

test('a person is asked once for the same thing, in a stable order', () => {
  const decider = createDecider();
  const step = { component: 'b', title: text('t'), detail: text('d'), evidence: evidence(7) };
  decider.askPerson(step);
  decider.askPerson({ ...step, component: 'a' });
  decider.askPerson({ ...step, evidence: [] });
  expect(decider.manual()).toEqual([
    { ...step, component: 'a', evidence: evidence(5) },
    { ...step, evidence: evidence(5) },
  ]);
});
