import type { MilestoneRow } from '../../ipc/client';
import { month, type Day } from '../../words';

/** Which of them are shown. */
export const shows = ['all', 'mine', 'ours', 'on_the_way', 'reached'] as const;
export type Show = (typeof shows)[number];

/** The reached ones of one month, or of one year that is over. */
export interface Period {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly MilestoneRow[];
}

/** Puts reached ones, the newest first, under the months of this year and the years before it. */
export function periodsOf(rows: readonly MilestoneRow[], today: Day): Period[] {
  const found = new Map<string, MilestoneRow[]>();
  for (const row of rows) {
    const on = row.reached_on ?? '';
    const key = on.slice(0, 4) === today.slice(0, 4) ? on.slice(0, 7) : on.slice(0, 4);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found].map(([key, rows]) => ({ key, name: key.length === 7 ? month(key) : key, rows }));
}

/** Whether a row is of those she wants to see, and holds the words she looks for. */
export function isShown(row: MilestoneRow, show: Show, find: string): boolean {
  const sought = find.trim().toLocaleLowerCase();
  const holds = [row.title, row.why].some((text) => text.toLocaleLowerCase().includes(sought));
  return holds && (show === 'all' || row.whose === show || row.group === show);
}
