import type { RitualRow } from '../../ipc/client';

/** Which rituals are listed. */
export const filters = ['all', 'mine', 'ours'] as const;
export type Filter = (typeof filters)[number];

/** From how many on a search and a filter are offered. */
export const many = 12;

/** The rituals of a screen, sorted into its parts; the order within each is the core's. */
export interface Listed {
  /** Due today, or something was said of today. */
  today: readonly RitualRow[];
  others: readonly RitualRow[];
  /** Resting, or let go. */
  quiet: readonly RitualRow[];
}

export function listed(rows: readonly RitualRow[], find = '', filter: Filter = 'all'): Listed {
  const wanted = find.trim().toLocaleLowerCase();
  const holds = (row: RitualRow) =>
    [row.title, row.meaning, ...row.steps.map((step) => step.words)].some((text) => text.toLocaleLowerCase().includes(wanted));
  const found = rows.filter((row) => (filter === 'all' || row.whose === filter) && (wanted === '' || holds(row)));
  const going = found.filter((row) => row.standing === 'going');
  // Of one that is shared, the copy that both see stands for today; the original keeps its place among the others.
  const isToday = (row: RitualRow) => row.today !== 'not_due' && !row.is_shared;
  return {
    today: going.filter(isToday),
    others: going.filter((row) => !isToday(row)),
    quiet: found.filter((row) => row.standing !== 'going'),
  };
}

/** The first of them, in the order of the screen. */
export function beginningOf({ today, others, quiet }: Listed, reach: number): Listed {
  const rest = Math.max(0, reach - today.length);
  return { today: today.slice(0, reach), others: others.slice(0, rest), quiet: quiet.slice(0, Math.max(0, rest - others.length)) };
}
