import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { hideNow } from '../state/hide';
import { exercises, muscles, NextHour, senses } from '../state/next-hour.svelte';
import Next from './NextHour.svelte';

let hour: NextHour;
const onhelp = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  hour = new NextHour();
});
afterEach(() => {
  hour.leave();
  vi.useRealTimers();
  document.documentElement.style.visibility = '';
});

async function open() {
  const rendered = render(Next, { hour, onhelp });
  hour.open();
  await vi.advanceTimersByTimeAsync(50);
  return rendered;
}
const press = async (name: string | RegExp) => {
  await fireEvent.click(screen.getByRole('button', { name }));
  await vi.advanceTimersByTimeAsync(20);
};
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

test('every exercise is one press away, and Escape goes back one step at a time', async () => {
  await open();
  const names: Record<(typeof exercises)[number], string | RegExp> = {
    breathing: 'Breathe', muscles: /^Let tension go/, senses: /^Five senses/, wave: /^Ride out an urge/,
  };
  for (const exercise of exercises) {
    await press(names[exercise]);
    expect(hour.at).toBe(exercise);
    expect(document.activeElement?.textContent).toBe(title());
    await fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    await vi.advanceTimersByTimeAsync(20);
    expect([hour.isOpen, title()]).toEqual([true, 'The next hour']);
  }
  await fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  await vi.advanceTimersByTimeAsync(50);
  expect(hour.isOpen).toBe(false);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('who needs more than an exercise finds the people and the numbers', async () => {
  await open();
  await press('People and numbers to call');
  expect(onhelp).toHaveBeenCalledTimes(1);
});

test('the flower says each part of the breath once, and the button stays where it is', async () => {
  await open();
  await press('Breathe');
  const button = screen.getByRole('button', { name: 'Begin' });
  await press('Begin');
  const said: string[] = [];
  for (let at = 0; at < 30; at += 1) {
    const words = document.querySelector('.say')!.textContent!;
    if (said.at(-1) !== words) said.push(words);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(said).toEqual(['Breathe in', 'Breathe out', 'Breathe in', 'Breathe out', 'Breathe in', 'Breathe out']);
  expect(button.textContent).toBe('Pause');
});

test('a picture that does not move has its flower open and a ring that fills', async () => {
  await open();
  hour.go('breathing');
  hour.breathing.still = true;
  hour.breathing.run();
  const picture = () => [
    document.querySelector<HTMLElement>('.blossom')!.style.getPropertyValue('--opened'),
    document.querySelectorAll('.part').length,
    document.querySelectorAll('.part.full').length,
  ];
  await vi.advanceTimersByTimeAsync(500);
  expect(picture()).toEqual(['1', 4, 1]);
  await vi.advanceTimersByTimeAsync(3000);
  expect(picture()).toEqual(['1', 4, 4]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(picture()).toEqual(['1', 6, 1]);
});

test('each part of the body and each sense has its words, and they are never the same', async () => {
  await open();
  for (const [exercise, count] of [['muscles', muscles.length], ['senses', senses.length]] as const) {
    hour.go(exercise);
    await tick();
    const seen = new Set<string>();
    for (let i = 0; i < count; i += 1) {
      seen.add(screen.getByRole('heading', { level: 2 }).textContent!);
      if (i < count - 1) await press('Next');
    }
    expect(seen.size).toBe(count);
  }
});

test('a wave changes its words slowly and ends by itself, also beside something else', async () => {
  await open();
  hour.go('wave');
  hour.wave.minutes = 5;
  await tick();
  await press('Begin');
  const words = new Set<string>();
  for (let at = 0; at < 299; at += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    words.add(document.querySelector('.say')!.textContent!.trim());
  }
  expect(words.size).toBe(10);
  await press('Five senses');
  expect(screen.getByText('The wave goes by meanwhile.')).toBeTruthy();
  await vi.advanceTimersByTimeAsync(2000);
  expect(screen.getByText('The wave has gone by.')).toBeTruthy();
  await press('Back to the wave');
  expect(screen.getByText('You are here. The next one, if it comes, is another wave.')).toBeTruthy();
});

test('whoever uses the keyboard is never nowhere when a button goes', async () => {
  await open();
  const pressed = async (name: string) => {
    screen.getByRole('button', { name }).focus();
    await press(name);
    return document.activeElement?.textContent?.trim();
  };
  hour.go('breathing');
  await vi.advanceTimersByTimeAsync(20);
  expect(await pressed('Begin')).toBe('Pause');
  expect(await pressed('Stop')).toBe('Begin');
  hour.go('senses');
  await vi.advanceTimersByTimeAsync(20);
  expect(await pressed('Next')).toBe('Next');
  expect(await pressed('The one before')).toBe('Next');
  for (let i = 0; i < senses.length - 1; i += 1) expect(await pressed('Skip this one')).toBe('Skip this one');
  expect(await pressed('Skip this one')).toBe('That is enough');
});

test('when it is hidden nothing is left of it, whatever was going on', async () => {
  await open();
  hour.go('breathing');
  hour.breathing.run();
  await vi.advanceTimersByTimeAsync(1000);
  const then = vi.fn();
  hideNow(then);
  expect(document.documentElement.style.visibility).toBe('hidden');
  expect(document.body.childNodes).toHaveLength(0);
  expect(then).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(document.body.textContent).toBe('');
});
