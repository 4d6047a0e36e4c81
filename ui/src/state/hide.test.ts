import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { listenForShift } from './hide';

let now = 0;
let stop = () => {};
const hide = vi.fn();

beforeEach(() => {
  now = 0;
  hide.mockReset();
  document.body.innerHTML = '<p>her words</p>';
  stop = listenForShift(hide, () => now);
});
afterEach(() => {
  stop();
  document.documentElement.removeAttribute('style');
});

const key = (type: 'keydown' | 'keyup', name: string, init: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true, ...init }));
function tap(name = 'Shift', init: KeyboardEventInit = {}) {
  key('keydown', name, init);
  now += 60;
  key('keyup', name, init);
  now += 200;
}

test('Shift three times hides, and blanks before anything else', () => {
  let seen = 'not called';
  hide.mockImplementation(() => (seen = document.body.innerHTML));
  tap();
  tap();
  expect(hide).not.toHaveBeenCalled();
  tap();
  expect(hide).toHaveBeenCalledTimes(1);
  expect(seen).toBe('');
  expect(document.documentElement.style.visibility).toBe('hidden');
});

test('it works while she is typing in a field that keeps keys to itself', () => {
  document.body.innerHTML = '<input>';
  const input = document.querySelector('input')!;
  input.addEventListener('keydown', (event) => event.stopPropagation());
  for (let i = 0; i < 3; i++) {
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true }));
  }
  expect(hide).toHaveBeenCalledTimes(1);
});

test('a held Shift repeats and still counts once', () => {
  key('keydown', 'Shift');
  for (let i = 0; i < 20; i++) key('keydown', 'Shift', { repeat: true });
  key('keyup', 'Shift');
  tap();
  expect(hide).not.toHaveBeenCalled();
  tap();
  expect(hide).toHaveBeenCalledTimes(1);
});

test('an early press that is too old makes room for a newer one', () => {
  tap();
  now += 4900;
  tap();
  tap();
  expect(hide).not.toHaveBeenCalled();
  tap();
  expect(hide).toHaveBeenCalledTimes(1);
});

describe('it stays, when', () => {
  test('there are only two', () => {
    tap();
    tap();
  });
  test('five seconds have passed', () => {
    tap();
    tap();
    now += 5000;
    tap();
  });
  test('a capital letter is typed between', () => {
    tap();
    key('keydown', 'Shift');
    key('keydown', 'A', { shiftKey: true });
    key('keyup', 'A', { shiftKey: true });
    key('keyup', 'Shift');
    tap();
    tap();
  });
  test('three capital letters are typed', () => {
    for (const letter of 'ANA') {
      key('keydown', 'Shift');
      key('keydown', letter, { shiftKey: true });
      key('keyup', letter, { shiftKey: true });
      key('keyup', 'Shift');
    }
  });
  test('another key comes between', () => {
    tap();
    tap();
    tap('a');
    tap();
  });
  test('Control comes between', () => {
    tap();
    tap('Control');
    tap();
    tap();
  });
  test('Control, Alt or Meta is held with it', () => {
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      for (let i = 0; i < 3; i++) tap('Shift', held);
    }
  });
  test('the two Shift keys are down together', () => {
    for (let i = 0; i < 3; i++) {
      key('keydown', 'Shift', { code: 'ShiftLeft' });
      key('keydown', 'Shift', { code: 'ShiftRight' });
      key('keyup', 'Shift', { code: 'ShiftLeft' });
      key('keyup', 'Shift', { code: 'ShiftRight' });
    }
  });
  test('Shift selects with the mouse', () => {
    for (let i = 0; i < 3; i++) {
      key('keydown', 'Shift');
      document.body.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, shiftKey: true }));
      key('keyup', 'Shift');
    }
  });
  test('the window was left between', () => {
    tap();
    tap();
    window.dispatchEvent(new Event('blur'));
    tap();
  });
  test('a release arrives without a press', () => {
    for (let i = 0; i < 3; i++) key('keyup', 'Shift');
  });
  test('it is pressed and never released', () => {
    key('keydown', 'Shift');
    for (let i = 0; i < 9; i++) key('keydown', 'Shift', { repeat: true });
  });
  test('nobody listens any more', () => {
    stop();
    for (let i = 0; i < 3; i++) tap();
  });

  afterEach(() => {
    expect(hide).not.toHaveBeenCalled();
    expect(document.body.innerHTML).not.toBe('');
  });
});
