import type { How, Recurrence, Weekday } from '../../ipc/client';
import { addDays, currentLocale, dateFormat, day, namesTogether, partsOf, today, weekday, words, type Day } from '../../words';

/** The ways of coming round that she chooses between; a month has two forms in one. */
export const kinds = ['once', 'daily', 'weekly', 'monthly', 'yearly'] as const;
export type Kind = (typeof kinds)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[];

/** When a ritual is due, as the form holds it: its rests are kept by an act of their own. */
export type When = Pick<Recurrence, 'how' | 'starts_on' | 'ends_on'>;

export function kindOf(how: How): Kind {
  return how.kind === 'monthly_on_day' || how.kind === 'monthly_on_nth' ? 'monthly' : how.kind;
}

/** The simplest form of a kind, read off the day it starts. */
export function howOf(kind: Kind, starts: Day): How {
  const parts = partsOf(starts) ?? { month: 1, date: 1 };
  switch (kind) {
    case 'once':
      return { kind };
    case 'daily':
      return { kind, every: 1 };
    case 'weekly':
      return { kind, every: 1, on: [weekdayOf(starts)] };
    case 'monthly':
      return { kind: 'monthly_on_day', every: 1, day: parts.date };
    case 'yearly':
      return { kind, every: 1, month: parts.month, day: parts.date };
  }
}

/** A month's second Tuesday, read off the day it starts. */
export function nthOf(starts: Day): Extract<How, { kind: 'monthly_on_nth' }> {
  const nths = ['first', 'second', 'third', 'fourth', 'last'] as const;
  const at = Math.floor(((partsOf(starts)?.date ?? 1) - 1) / 7);
  return { kind: 'monthly_on_nth', every: 1, nth: nths[at] ?? 'last', weekday: weekdayOf(starts) };
}

export function weekdayOf(value: Day): Weekday {
  const parts = partsOf(value);
  const at = parts ? (new Date(Date.UTC(parts.year, parts.month - 1, parts.date)).getUTCDay() + 6) % 7 : 0;
  return weekdays[at] ?? 'mon';
}

/** "Sunday", in her language. */
export function weekdayName(of: Weekday): string {
  // The first of January 2024 was a Monday.
  return weekday(addDays('2024-01-01', weekdays.indexOf(of)));
}

/** "14 March" in her language, without a year. */
function dayOfYear(month: number, date: number): string {
  return dateFormat({ day: 'numeric', month: 'long' }).format(Date.UTC(2024, month - 1, date));
}

export function monthName(month: number): string {
  return dateFormat({ month: 'long' }).format(Date.UTC(2024, month - 1, 1));
}

/** "the 22nd" */
export function ordinal(of: number): string {
  return words('rituals-ordinal', { day: of, form: new Intl.PluralRules(currentLocale(), { type: 'ordinal' }).select(of) });
}

/** "Every other week" and the like. */
export function everyOf(kind: Exclude<Kind, 'once'>, every: number): string {
  if (kind === 'daily') return words('rituals-every-days', { every });
  if (kind === 'weekly') return words('rituals-every-weeks', { every });
  return kind === 'monthly' ? words('rituals-every-months', { every }) : words('rituals-every-years', { every });
}

/** When it is due, said back in one sentence. */
export function saidWhen(when: When, at: number | null = null, now: Day = today()): string {
  let sentence = saidHow(when);
  if (when.how.kind !== 'once') {
    if (when.starts_on > now) sentence = words('rituals-said-when-from', { sentence, day: day(when.starts_on) });
    if (when.ends_on) sentence = words('rituals-said-when-until', { sentence, day: day(when.ends_on) });
  }
  return at === null ? sentence : words('rituals-said-when-at', { sentence, time: timeOfDay(at) });
}

function saidHow({ how, starts_on }: When): string {
  const on = (kind: Exclude<Kind, 'once'>, every: number, what: string) =>
    words('rituals-said-when-on', { every: everyOf(kind, every), on: what });
  switch (how.kind) {
    case 'once':
      return words('rituals-said-when-once', { day: day(starts_on) });
    case 'daily':
      return everyOf('daily', how.every);
    case 'weekly':
      if (how.on.length === 0) return words('rituals-choose-weekday');
      return words('rituals-said-when-weekly', { every: how.every, days: namesTogether(how.on.map(weekdayName)) });
    case 'monthly_on_day': {
      const sentence = on('monthly', how.every, ordinal(how.day));
      return how.day > 28 ? words('rituals-said-when-or-last', { sentence }) : sentence;
    }
    case 'monthly_on_nth':
      return on('monthly', how.every, words('rituals-said-when-nth', { nth: words(`rituals-nth-${how.nth}`), weekday: weekdayName(how.weekday) }));
    case 'yearly': {
      const sentence = on('yearly', how.every, dayOfYear(how.month, how.day));
      const isLeap = how.month === 2 && how.day === 29;
      return isLeap ? words('rituals-said-when-or-leap', { sentence, day: dayOfYear(2, 28) }) : sentence;
    }
  }
}

/** "19:30" or "7:30 pm", as her region writes it. */
export function timeOfDay(minutes: number): string {
  return dateFormat({ hour: 'numeric', minute: '2-digit' }).format(minutes * 60_000);
}

/** Minutes after midnight from what she typed: "19:30", "7.30 pm", "7pm", "19"; null when it is not a time. */
export function minutesOf(typed: string): number | null {
  const match = /^(\d{1,2})(?:[:.h ]\s?(\d{2}))?\s*(?:([ap])\.?\s?m\.?)?$/i.exec(typed.trim().replace(/[\u2066-\u2069\u202f\u00a0]/g, ' ').trim());
  if (!match) return null;
  const half = match[3]?.toLowerCase();
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}
