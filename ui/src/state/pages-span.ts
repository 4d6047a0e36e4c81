import type { PageSpan } from '../ipc/client';
import { addDays, type Day } from '../words';

export const spans = ['this_month', 'last_month', 'last_days', 'this_year', 'own'] as const;
export type SpanKind = (typeof spans)[number];

/** The days one of the spans means today. */
export function spanOf(kind: Exclude<SpanKind, 'own'>, now: Day): PageSpan {
  const year = now.slice(0, 4);
  const first = `${now.slice(0, 7)}-01`;
  const endOf = (day: Day) => addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);
  if (kind === 'this_year') return { from: `${year}-01-01`, until: `${year}-12-31` };
  if (kind === 'last_days') return { from: addDays(now, -29), until: now };
  if (kind === 'this_month') return { from: first, until: endOf(first) };
  const last = addDays(first, -1);
  return { from: `${last.slice(0, 7)}-01`, until: last };
}
