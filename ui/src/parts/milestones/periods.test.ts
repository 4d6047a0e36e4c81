import { expect, test } from 'vitest';

import type { MilestoneRow } from '../../ipc/client';
import { isShown, periodsOf } from './periods';

const row = (more: Partial<MilestoneRow>): MilestoneRow => ({
  id: more.title ?? '',
  whose: 'mine',
  owner: { one: 'a' },
  title: '',
  why: '',
  reached_on: null,
  standing: 'on_the_way',
  group: more.reached_on ? 'reached' : 'on_the_way',
  counted: null,
  copy: null,
  ...more,
});

test('this year stands under its months, earlier years each under themselves', () => {
  const rows = ['2026-11-07', '2026-11-02', '2026-08-19', '2025-12-31', '2025-01-01', '1999-05-05'].map((on) => row({ title: on, reached_on: on }));
  const periods = periodsOf(rows, '2026-11-22');
  expect(periods.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['November 2026', 2],
    ['August 2026', 1],
    ['2025', 2],
    ['1999', 1],
  ]);
  expect(periods[0]?.rows.map((one) => one.title)).toEqual(['2026-11-07', '2026-11-02']);
  expect(periodsOf([], '2026-11-22')).toEqual([]);
});

test('what she looks for is found in what it is and in why, in any case', () => {
  const found = row({ title: 'Née Núñez 🌷', why: 'لأنني أردت ذلك' });
  expect(isShown(found, 'all', '  núñez')).toBe(true);
  expect(isShown(found, 'all', 'أردت')).toBe(true);
  expect(isShown(found, 'all', 'the sea')).toBe(false);
});

test('a way to look keeps hers, ours, what is on the way or what was reached', () => {
  const rows = [row({ title: 'a' }), row({ title: 'b', whose: 'ours', owner: 'both' }), row({ title: 'c', reached_on: '2026-01-01' })];
  const seen = (show: Parameters<typeof isShown>[1]) => rows.filter((one) => isShown(one, show, '')).map((one) => one.title).join('');
  expect([seen('all'), seen('mine'), seen('ours'), seen('on_the_way'), seen('reached')]).toEqual(['abc', 'ac', 'b', 'ab', 'c']);
});
