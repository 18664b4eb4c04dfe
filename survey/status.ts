import { phases } from './forms/choices.js';
import type { Text } from '../model/text.js';
import type { Inventory, Row } from './inventory.js';

/** How far a phase is. */
export interface PhaseStatus {
  readonly phase: string;
  readonly title: Text;
  readonly done: number;
  readonly total: number;
  readonly blocked: readonly Row<'tasks'>[];
  /** Not done, and due before the day that was asked about. */
  readonly late: readonly Row<'tasks'>[];
  /** Not done, without an owner or a day. */
  readonly unplanned: readonly Row<'tasks'>[];
}

/** The three phases' progress on a day (`YYYY-MM-DD`). */
export function statusOf(inventory: Inventory, today: string): readonly PhaseStatus[] {
  return phases.map(({ id, title }) => {
    const tasks = inventory.tasks.map(({ row }) => row).filter(({ phase }) => phase === id);
    const open = tasks.filter(({ state }) => state !== 'done');
    return {
      phase: id,
      title,
      done: tasks.length - open.length,
      total: tasks.length,
      blocked: open.filter(({ state }) => state === 'blocked'),
      late: open.filter(({ due }) => due !== undefined && due < today),
      unplanned: open.filter(({ owner, due }) => owner === undefined || due === undefined),
    };
  });
}
