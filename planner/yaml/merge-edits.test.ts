import { expect, test } from '@jest/globals';
import { mergeEdits } from './merge-edits.js';

type Json = Parameters<typeof mergeEdits>[0]['fresh'];

const merge = (baseline: Json | undefined, edited: Json, fresh: Json): Json =>
  mergeEdits({ baseline, edited, fresh });

test.each<[string, Json | undefined, Json, Json, Json]>([
  ['untouched values become today’s', { a: 1, b: 1 }, { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 2, b: 1 }],
  ['an edit stays', { a: 1 }, { a: 5 }, { a: 2 }, { a: 5 }],
  ['an edit that is today’s choice stays too', { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }],
  ['what a person added stays', { a: 1 }, { a: 1, b: 2 }, { a: 1 }, { a: 1, b: 2 }],
  ['what a person took out stays out', { a: 1, b: 2 }, { a: 1 }, { a: 1, b: 3 }, { a: 1 }],
  ['what the tool no longer says goes', { a: 1, b: 2 }, { a: 1, b: 2 }, { a: 1 }, { a: 1 }],
  ['what the tool no longer says stays if edited', { a: 1, b: 2 }, { a: 1, b: 3 }, { a: 1 }, { a: 1, b: 3 }],
  ['what the tool says anew comes', { a: 1 }, { a: 1 }, { a: 1, b: 2 }, { a: 1, b: 2 }],
  ['an empty value is a value', { a: 1 }, { a: null }, { a: 1 }, { a: null }],
  ['another type is an edit', { a: { b: 1 } }, { a: 'x' }, { a: { b: 2 } }, { a: 'x' }],
  ['lists of plain values are one value', { a: [1, 2] }, { a: [1, 2] }, { a: [3] }, { a: [3] }],
  ['an edited list stays as a whole', { a: [1, 2] }, { a: [1] }, { a: [1, 2, 3] }, { a: [1] }],
  [
    'the order of keys is no edit',
    { a: { x: 1, y: 2 } },
    { a: { y: 2, x: 1 } },
    { a: { x: 3, y: 2 } },
    { a: { x: 3, y: 2 } },
  ],
  ['without a baseline the file wins where both speak', undefined, { a: 5 }, { a: 2, b: 3 }, { a: 5, b: 3 }],
])('%s', (_, baseline, edited, fresh, merged) => {
  expect(merge(baseline, edited, fresh)).toEqual(merged);
});

test('named things merge one by one, by name or target', () => {
  const port = (name: string, number: number): Json => ({ name, port: number });
  expect(
    merge(
      [port('http', 80), port('old', 1), port('gone', 2)],
      [port('http', 8080), port('old', 1), port('mine', 9)],
      [port('http', 81), port('new', 3), port('gone', 2)],
    ),
  ).toEqual([port('http', 8080), port('new', 3), port('mine', 9)]);
  expect(
    merge(
      [{ target: 'a', port: 1 }],
      [{ target: 'a', port: 5 }],
      [
        { target: 'a', port: 2 },
        { target: 'b', port: 3 },
      ],
    ),
  ).toEqual([
    { target: 'a', port: 5 },
    { target: 'b', port: 3 },
  ]);
});

test('a list in which a name is twice is one value', () => {
  const twice: Json = [{ name: 'a' }, { name: 'a' }];
  expect(merge([{ name: 'a' }], twice, [{ name: 'a', port: 1 }])).toEqual(twice);
});
