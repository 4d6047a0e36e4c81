import { expect, test } from 'vitest';

import { canScroll, turnedTo } from './pages-keys';

const press = (key: string, held: object = {}) => ({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });
const alt = { altKey: true };

test('beside the pages a key turns them, and at either end it does nothing', () => {
  expect(turnedTo(press('PageDown'), true, 0, 3)).toBe(1);
  expect(turnedTo(press('PageUp'), true, 2, 3)).toBe(1);
  expect(turnedTo(press('PageDown'), true, 2, 3)).toBeNull();
  expect(turnedTo(press('PageUp'), true, 0, 3)).toBeNull();
  expect(turnedTo(press('End'), true, 0, 3)).toBe(2);
  expect(turnedTo(press('Home'), true, 2, 3)).toBe(0);
  expect(turnedTo(press('Enter'), true, 0, 3)).toBeNull();
});

test('elsewhere only Alt turns a page, and no other key beside it', () => {
  expect(turnedTo(press('PageDown'), false, 0, 3)).toBeNull();
  expect(turnedTo(press('PageDown', alt), false, 0, 3)).toBe(1);
  expect(turnedTo(press('PageUp', alt), false, 1, 3)).toBe(0);
  expect(turnedTo(press('Home', alt), true, 2, 3)).toBeNull();
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) {
    expect(turnedTo(press('PageDown', { ...alt, ...held }), true, 0, 3)).toBeNull();
  }
});

test('an enlarged page is read to its end before the next one comes', () => {
  const room = { scrollTop: 0, scrollHeight: 1000, clientHeight: 400 };
  expect([canScroll(room, 'PageDown'), canScroll(room, 'PageUp')]).toEqual([true, false]);
  const end = { ...room, scrollTop: 600 };
  expect([canScroll(end, 'PageDown'), canScroll(end, 'PageUp'), canScroll(end, 'Home')]).toEqual([false, true, true]);
});
