import { expect, test } from 'vitest';

import { shortened } from './shortened';

test('a short text stays as it is, a long one is cut between letters and says so', () => {
  expect(shortened('I asked for help first 🌷')).toBe('I asked for help first 🌷');
  const long = '👩‍👧'.repeat(100);
  expect(shortened(long)).toBe(`${'👩‍👧'.repeat(60)}…`);
  expect(shortened('é'.repeat(10_000), 5)).toBe('ééééé…');
});
