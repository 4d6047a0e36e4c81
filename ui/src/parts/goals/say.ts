import type { CheckInRow, GoalRow, Target } from '../../ipc/client';
import { day, daysBetween, dayNear, today, weekday, words, type Day } from '../../words';

/** How far a goal goes, in a sentence; null where nothing was said. */
export function targetSaid(target: Target): string | null {
  if (target.kind === 'per_week') return words('goals-target-week', { times: target.times });
  if (target.kind === 'total') return words('goals-target-total', { times: target.times });
  if (target.kind === 'by_day') return words('goals-target-day', { day: day(target.day) });
  return target.kind === 'yes_no' ? words('goals-target-yes-no') : null;
}

/** "On Tuesday"; "A word on Tuesday" where only something was said. */
export function whenSaid(row: CheckInRow, now = today()): string {
  const [when, named] = whenOf(row.on, now);
  return row.done ? words(`goals-when-${when}`, { day: named }) : words(`goals-when-word-${when}`, { day: named });
}

function whenOf(on: Day, now: Day): ['today' | 'yesterday' | 'weekday' | 'day', string] {
  const ago = daysBetween(on, now);
  if (ago === 0) return ['today', ''];
  if (ago === 1) return ['yesterday', ''];
  return ago > 1 && ago < 7 ? ['weekday', weekday(on)] : ['day', dayNear(on, now)];
}

/** Whose proposal it is: the proposer's or, set down together, the one's who has agreed so far. */
export function proposerOf(row: GoalRow): string | null {
  return row.proposed_by ?? row.agreed[0] ?? null;
}

/** Reads what she typed for a number; what is no number is nought, which the family refuses with its bounds. */
export function timesOf(typed: string): number {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** The most times a target may have, as the family holds it. */
export const mostTimes = { per_week: 50, total: 10_000 } as const;
