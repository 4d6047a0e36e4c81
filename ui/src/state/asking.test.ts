import { expect, test, vi } from 'vitest';

import { Refused } from '../ipc/client';
import { Asking } from './asking.svelte';

const refused = (code: 'closed' | 'wrong_words') => new Refused({ code, message: 'error-x', advice: 'error-x-advice', bound: null });

test('a second press while the first is under way asks nothing', async () => {
  const asking = new Asking();
  let answer = () => {};
  const first = asking.of(() => new Promise<void>((done) => (answer = done)));
  const second = vi.fn(async () => {});
  expect(asking.busy).toBe(true);
  expect(await asking.of(second)).toBe(false);
  expect(second).not.toHaveBeenCalled();
  answer();
  expect(await first).toBe(true);
  expect(asking.busy).toBe(false);
});

test('what is asked in turn is all asked, one after the other, whatever one of them is told', async () => {
  const asking = new Asking();
  const said: string[] = [];
  const one = asking.inTurn(async () => {
    await Promise.resolve();
    said.push('theme');
    throw refused('wrong_words');
  });
  const two = asking.inTurn(async () => void said.push('region'));
  expect([await one, await two]).toEqual([false, true]);
  expect(said).toEqual(['theme', 'region']);
  expect(asking.told).toBeNull();
});

test('what was closed meanwhile leads elsewhere; anything that is no refusal is not hidden', async () => {
  const closed = vi.fn();
  const asking = new Asking(closed);
  await asking.of(async () => Promise.reject(refused('closed')));
  expect(closed).toHaveBeenCalledTimes(1);
  await expect(asking.of(async () => Promise.reject(new TypeError('a mistake of ours')))).rejects.toThrow(TypeError);
  expect(asking.busy).toBe(false);
});
