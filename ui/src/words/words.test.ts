import { afterEach, expect, test } from 'vitest';

import { addDays, currentLocale, day, dayNear, daysBetween, hasWords, month, namesTogether, partsOf, setLanguage, today, weekdayAndDay, words } from '.';

afterEach(() => setLanguage('en'));

test('a sentence carries its names between isolating marks', () => {
  expect(words('app-name')).toBe('Twinflower');
  expect(words('field-limit-left', { left: 3 })).toContain('\u2068');
});

test('a missing sentence is noticed while building', () => {
  expect(() => words('nothing-like-this')).toThrow(/No words/);
  expect(() => words('field-limit-left')).toThrow(/left/);
  expect(hasWords('nothing-like-this')).toBe(false);
  expect(hasWords('app-name')).toBe(true);
});

test('an unknown language falls back to the first one', () => {
  setLanguage('xx');
  expect(words('app-name')).toBe('Twinflower');
  expect(document.documentElement.lang).toBe('en');
});

test('a language that names its country takes the region’s manner of writing instead', () => {
  setLanguage('en-XA', 'AT');
  expect(currentLocale()).toBe('en-AT');
  expect(words('app-name')).toBe('Twíinflóowéér');
});

test('a day is a square on a calendar and never shifts', () => {
  expect(day('2026-11-22')).toBe('22 November 2026');
  expect(weekdayAndDay('2026-11-22')).toMatch(/^Sunday,? 22 November$/);
  expect(month('2026-11')).toBe('November 2026');
  expect(dayNear('2026-11-07', '2026-11-22')).toBe('7 November');
  expect(dayNear('2025-11-07', '2026-11-22')).toBe('7 November 2025');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(today(new Date(2026, 10, 22, 23, 59))).toBe('2026-11-22');
  expect(today(new Date(2026, 10, 22, 0, 1))).toBe('2026-11-22');
});

test('what is not a day is left as it is', () => {
  expect(partsOf('2026-02-30')).toBeNull();
  expect(day('sometime')).toBe('sometime');
});

test('days follow the region she chose', () => {
  setLanguage('en', 'US');
  expect(day('2026-11-22')).toBe('November 22, 2026');
  setLanguage('en', 'GB-SCT');
  expect(day('2026-11-22')).toBe('22 November 2026');
});

test('two names are joined the way the language joins them', () => {
  expect(namesTogether(['Ana', 'Mira'])).toBe('Ana and Mira');
});
