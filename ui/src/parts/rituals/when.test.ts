import { afterEach, expect, test } from 'vitest';

import { setLanguage } from '../../words';
import { howOf, kindOf, minutesOf, nthOf, saidWhen, timeOfDay, weekdayOf, type When } from './when';

afterEach(() => setLanguage('en'));

// Names stand between isolating marks; a reader does not see them.
const said = (when: Partial<When> & Pick<When, 'how'>, at: number | null = null) =>
  saidWhen({ starts_on: '2026-11-22', ends_on: null, ...when }, at, '2026-11-22').replace(/[\u2066-\u2069]/g, '');

test('every way of coming round is said back in one sentence', () => {
  expect(said({ how: { kind: 'once' } })).toBe('Once, on 22 November 2026');
  expect(said({ how: { kind: 'daily', every: 1 } })).toBe('Every day');
  expect(said({ how: { kind: 'daily', every: 3 } })).toBe('Every 3 days');
  expect(said({ how: { kind: 'weekly', every: 1, on: ['sun'] } })).toBe('Every Sunday');
  expect(said({ how: { kind: 'weekly', every: 2, on: ['tue', 'sun'] } })).toBe('Every other week, on Tuesday and Sunday');
  expect(said({ how: { kind: 'monthly_on_day', every: 1, day: 2 } })).toBe('Every month on the 2nd');
  expect(said({ how: { kind: 'monthly_on_day', every: 1, day: 11 } })).toBe('Every month on the 11th');
  expect(said({ how: { kind: 'monthly_on_nth', every: 3, nth: 'second', weekday: 'tue' } })).toBe('Every 3 months on the second Tuesday');
  expect(said({ how: { kind: 'yearly', every: 1, month: 3, day: 14 } })).toBe('Every year on 14 March');
});

test('a day that not every month or year has says where it falls', () => {
  expect(said({ how: { kind: 'monthly_on_day', every: 1, day: 31 } })).toBe('Every month on the 31st, or on the last day of a shorter month');
  expect(said({ how: { kind: 'yearly', every: 1, month: 2, day: 29 } })).toBe('Every year on 29 February, or on 28 February when there is none');
});

test('it says from when, until when and at what time, where that matters', () => {
  const how = { kind: 'daily', every: 1 } as const;
  expect(said({ how, starts_on: '2026-12-01', ends_on: '2026-12-24' }, 1170)).toBe('Every day, from 1 December 2026, until 24 December 2026, at 19:30');
  expect(said({ how, starts_on: '2020-01-01' })).toBe('Every day');
});

test('a week without a day asks for one instead of saying nonsense', () => {
  expect(said({ how: { kind: 'weekly', every: 1, on: [] } })).toBe('Choose one or more days.');
});

test('a kind begins where its first day stands', () => {
  expect(howOf('weekly', '2026-11-22')).toEqual({ kind: 'weekly', every: 1, on: ['sun'] });
  expect(howOf('yearly', '2026-02-28')).toEqual({ kind: 'yearly', every: 1, month: 2, day: 28 });
  expect(nthOf('2026-11-10')).toEqual({ kind: 'monthly_on_nth', every: 1, nth: 'second', weekday: 'tue' });
  expect(nthOf('2026-11-29').nth).toBe('last');
  expect(weekdayOf('2026-11-23')).toBe('mon');
  expect(kindOf({ kind: 'monthly_on_nth', every: 1, nth: 'last', weekday: 'fri' })).toBe('monthly');
});

test('a time is read the way people write it', () => {
  for (const typed of ['19:30', '19.30', '7:30 pm', '7.30PM', '07:30 p.m.']) expect(minutesOf(typed)).toBe(1170);
  expect(minutesOf('7pm')).toBe(1140);
  expect(minutesOf('0:05')).toBe(5);
  expect(minutesOf('12 am')).toBe(0);
  for (const typed of ['', 'evening', '24:00', '7:60', '13 pm', '0 am']) expect(minutesOf(typed)).toBeNull();
  for (const region of ['GB', 'US']) {
    setLanguage('en', region);
    expect(minutesOf(timeOfDay(1170))).toBe(1170);
  }
});
