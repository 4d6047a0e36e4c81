import { expect, test } from 'vitest';

import { looking, Search } from './search';

test('what one view holds is looked through on the screen, and more than that by the family', () => {
  const search = new Search();
  search.saw({ more: false });
  expect(search.changes('tea')).toBe(false);
  expect(search.look).toEqual(looking());
  search.saw({ more: true });
  expect(search.look).toEqual(looking('tea'));
  search.saw({ more: false });
  expect(search.changes('tea')).toBe(false);
  expect(search.changes('tea', 'ours')).toBe(true);
  expect(search.look).toEqual(looking('tea', 'ours'));
});
