import { dateFormat } from './formats';
import { currentLocale } from './language.svelte';

/** A calendar day, 'YYYY-MM-DD': a square on a calendar, not an instant. */
export type Day = string;

/** The three numbers of a day, or null when it is not one. */
export function partsOf(day: Day): { year: number; month: number; date: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const check = new Date(Date.UTC(year, month - 1, date));
  const real = check.getUTCFullYear() === year && check.getUTCMonth() === month - 1 && check.getUTCDate() === date;
  return real ? { year, month, date } : null;
}

// The day is placed on a clock that has no zone and read back on the same clock, so nothing can shift it.
function write(day: Day, options: Intl.DateTimeFormatOptions): string {
  const parts = partsOf(day);
  if (!parts) return day;
  const at = Date.UTC(parts.year, parts.month - 1, parts.date);
  return dateFormat(options).format(at);
}

/** "22 November 2026" */
export function day(value: Day): string {
  return write(value, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Sunday 22 November" */
export function weekdayAndDay(value: Day): string {
  return write(value, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "22 November", with the year only when it is another year than `near`. */
export function dayNear(value: Day, near: Day): string {
  return value.slice(0, 4) === near.slice(0, 4) ? write(value, { day: 'numeric', month: 'long' }) : day(value);
}

/** "22 Nov" */
export function shortDay(value: Day): string {
  return write(value, { day: 'numeric', month: 'short' });
}

/** "Sunday" */
export function weekday(value: Day): string {
  return write(value, { weekday: 'long' });
}

/** "November 2026", from a day or from 'YYYY-MM'. */
export function month(value: string): string {
  return write(value.length === 7 ? `${value}-01` : value, { month: 'long', year: 'numeric' });
}

/** The day some days later or earlier. */
export function addDays(value: Day, count: number): Day {
  const parts = partsOf(value);
  if (!parts) return value;
  return new Date(Date.UTC(parts.year, parts.month - 1, parts.date + count)).toISOString().slice(0, 10);
}

/** How many days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const [a, b] = [partsOf(from), partsOf(to)];
  if (!a || !b) return 0;
  return Math.round((Date.UTC(b.year, b.month - 1, b.date) - Date.UTC(a.year, a.month - 1, a.date)) / 86_400_000);
}

/** Today on this computer's own calendar. */
export function today(now: Date = new Date()): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "Ana and Mira": names joined the way the language joins them. */
export function namesTogether(names: readonly string[]): string {
  return new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(names);
}
