import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { Idle } from './idle';

let now = 0;
let tick = () => {};
const lock = vi.fn();
const clock = { now: () => now, every: (_: number, what: () => void) => ((tick = what), () => (tick = () => {})) };
let idle: Idle;
let stop = () => {};

beforeEach(() => {
  now = 0;
  lock.mockReset();
  idle = new Idle(lock, clock);
  stop = idle.watch();
  idle.after(10);
});
afterEach(() => stop());

const pass = (minutes: number) => {
  now += minutes * 60_000;
  tick();
};

test('it locks after the minutes she chose, and asks once', () => {
  pass(9.9);
  expect(lock).not.toHaveBeenCalled();
  pass(0.1);
  expect(lock).toHaveBeenCalledTimes(1);
  tick();
  expect(lock).toHaveBeenCalledTimes(1);
});

test('a key or a moved pointer begins the time anew', () => {
  for (const sign of ['keydown', 'pointermove', 'wheel']) {
    pass(9);
    document.body.dispatchEvent(new Event(sign, { bubbles: true }));
  }
  pass(9);
  expect(lock).not.toHaveBeenCalled();
  pass(1);
  expect(lock).toHaveBeenCalledTimes(1);
});

test('never is never', () => {
  idle.after(null);
  pass(10_000);
  expect(lock).not.toHaveBeenCalled();
});

test('the first touch after a long sleep does not hand it over', () => {
  now += 60 * 60_000;
  document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
  expect(lock).toHaveBeenCalledTimes(1);
});

describe('while something must not be cut off', () => {
  test('it waits, and begins anew afterwards', () => {
    const goOn = idle.wait();
    pass(60);
    goOn();
    pass(9);
    expect(lock).not.toHaveBeenCalled();
    pass(1);
    expect(lock).toHaveBeenCalledTimes(1);
  });
  test('two things that wait are two', () => {
    const celebration = idle.wait();
    const breathing = idle.wait();
    breathing();
    breathing();
    pass(60);
    expect(lock).not.toHaveBeenCalled();
    celebration();
  });
});
