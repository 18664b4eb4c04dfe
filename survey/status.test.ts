import { expect, test } from '@jest/globals';
import { toInventory } from './inventory.js';
import { statusOf } from './status.js';

test('counts what is done, blocked, late and without a plan, by phase', () => {
  const tasks = [
    { phase: 'preparation', task: 'a', state: 'done' },
    { phase: 'preparation', task: 'b', state: 'blocked', owner: 'Li', due: '2026-03-31' },
    { phase: 'survey', task: 'c', owner: 'Li', due: '2026-03-01' },
    { phase: 'survey', task: 'd', owner: 'Li' },
  ];
  const inventory = toInventory(new Map([['tasks', tasks.map((row) => ({ row, places: [] }))]]));
  const [preparation, survey, analysis] = statusOf(inventory, '2026-03-15');
  expect(preparation).toMatchObject({ done: 1, total: 2, late: [], unplanned: [] });
  expect(preparation?.blocked.map(({ task }) => task)).toEqual(['b']);
  expect(survey?.late.map(({ task }) => task)).toEqual(['c']);
  expect(survey?.unplanned.map(({ task }) => task)).toEqual(['d']);
  expect(analysis).toMatchObject({ done: 0, total: 0 });
});
