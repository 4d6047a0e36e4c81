import { expect, test } from 'vitest';

import { byScript } from './pages-missing';

test('letters that no font has are told by their scripts and their numbers', () => {
  const missing = [
    { letter: '\u1780', script: 'Khmr' },
    { letter: '\u{1F9FF}', script: null },
    { letter: '\u1781', script: 'Khmr' },
    { letter: '\uE000', script: null },
    { letter: '\u2E5D', script: null },
  ];
  expect(byScript(missing, 'en')).toEqual([
    { kind: 'script', script: 'Khmer', codes: ['U+1780', 'U+1781'] },
    { kind: 'emoji', script: null, codes: ['U+1F9FF'] },
    { kind: 'private', script: null, codes: ['U+E000'] },
    { kind: 'sign', script: null, codes: ['U+2E5D'] },
  ]);
  expect(byScript([], 'en')).toEqual([]);
});
