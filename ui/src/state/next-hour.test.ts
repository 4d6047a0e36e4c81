import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';

import { bounds, breathAt, calm, parts } from './breath';
import { longest } from './breathing.svelte';
import type { Clock } from './clock';
import { exercises, NextHour } from './next-hour.svelte';
import { lengths } from './wave.svelte';

/** A clock that only goes on when it is told to. */
class Told implements Clock {
  time = 1_000_000;
  readonly timers = new Set<{ every: number; due: number; what: () => void }>();
  now = () => this.time;
  every = (every: number, what: () => void) => {
    const timer = { every, due: this.time + every, what };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  };
  pass(seconds: number) {
    const until = this.time + seconds * 1000;
    while (this.time < until) {
      this.time = Math.min(until, ...[...this.timers].map(({ due }) => due));
      for (const timer of [...this.timers]) {
        if (timer.due > this.time) continue;
        timer.due += timer.every;
        timer.what();
      }
    }
  }
}

let clock: Told;
let hour: NextHour;
beforeEach(() => {
  clock = new Told();
  hour = new NextHour(clock);
  hour.open();
});

describe('a breath', () => {
  const shape = (pace: typeof calm, seconds: readonly number[]) => seconds.map((at) => breathAt(pace, at * 1000).part);

  test('goes in for four seconds and out for six, over and over', () => {
    expect(shape(calm, [0, 3.99, 4, 9.99, 10, 14, 123, 125])).toEqual(['in', 'in', 'out', 'out', 'in', 'out', 'in', 'out']);
  });
  test('has its pauses where they were chosen', () => {
    const square = { in: 4, hold: 4, out: 4, rest: 4 };
    expect(shape(square, [1, 5, 9, 13, 17])).toEqual(['in', 'hold', 'out', 'rest', 'in']);
  });
  test('opens the flower on the way in, closes it on the way out, and never jumps', () => {
    for (const pace of [calm, { in: 4, hold: 2, out: 4, rest: 3 }, { in: 2, hold: 0, out: 12, rest: 8 }]) {
      const whole = parts.reduce((sum, part) => sum + pace[part], 0);
      const opened = Array.from({ length: whole * 40 }, (_, i) => breathAt(pace, i * 50).opened);
      expect(Math.min(...opened)).toBe(0);
      expect(Math.max(...opened)).toBeCloseTo(1, 2);
      expect(Math.max(...opened.slice(1).map((now, i) => Math.abs(now - opened[i]!)))).toBeLessThan(0.05);
    }
  });
  test('says which second of its part it is', () => {
    expect([0, 0.9, 1, 3.9, 4, 9.9].map((at) => breathAt(calm, at * 1000).second)).toEqual([1, 1, 2, 4, 1, 6]);
  });
  test('is at its beginning before it began', () => {
    expect(breathAt(calm, -5000)).toEqual({ part: 'in', second: 1, opened: 0 });
  });
});

describe('breathing', () => {
  test('begins, pauses where it is, goes on from there and stops', () => {
    const { breathing } = hour;
    expect(breathing.begun).toBe(false);
    breathing.run();
    clock.pass(5);
    expect(breathing.moment.part).toBe('out');
    const { opened } = breathing.moment;
    breathing.pause();
    clock.pass(600);
    expect([breathing.runs, breathing.begun, breathing.moment.opened]).toEqual([false, true, opened]);
    breathing.run();
    clock.pass(4.9);
    expect(breathing.moment.part).toBe('out');
    clock.pass(0.2);
    expect(breathing.moment.part).toBe('in');
    breathing.stop();
    expect([breathing.runs, breathing.begun]).toEqual([false, false]);
    expect(clock.timers.size).toBe(0);
  });
  test('keeps every part of its pace within bounds, and begins anew with another', () => {
    const { breathing } = hour;
    breathing.run();
    clock.pass(5);
    for (const part of parts) {
      breathing.setPart(part, 100);
      expect(breathing.pace[part]).toBe(bounds[part][1]);
      breathing.setPart(part, -100);
      expect(breathing.pace[part]).toBe(bounds[part][0]);
    }
    expect(breathing.begun).toBe(false);
    breathing.calmAgain();
    expect(breathing.pace).toEqual(calm);
  });
  test('comes to rest by itself, so that a computer that was left locks again', () => {
    const { breathing } = hour;
    breathing.run();
    clock.pass(longest * 60 - 1);
    expect([breathing.runs, hour.mustNotBeCutOff]).toEqual([true, true]);
    clock.pass(1);
    expect([breathing.runs, breathing.rested, hour.mustNotBeCutOff]).toEqual([false, true, false]);
    breathing.run();
    expect(breathing.rested).toBe(false);
  });
  test('is neither taken back nor held up by a clock that is set back', () => {
    const { breathing } = hour;
    breathing.run();
    clock.pass(5);
    clock.time -= 3_600_000;
    for (const timer of clock.timers) {
      timer.due -= 3_600_000;
      timer.what();
    }
    expect(breathing.moment.part).toBe('out');
    clock.pass(5.1);
    expect(breathing.moment.part).toBe('in');
  });
});

describe('a wave', () => {
  test('goes by in the minutes she chose, whatever they are', () => {
    for (const minutes of lengths) {
      hour.wave.minutes = minutes;
      hour.wave.begin();
      clock.pass(minutes * 30);
      expect([hour.wave.stage, hour.wave.gone]).toEqual(['on', 0.5]);
      clock.pass(minutes * 30);
      expect([hour.wave.stage, hour.wave.gone]).toEqual(['over', 1]);
      expect(clock.timers.size).toBe(0);
    }
  });
  test('goes on while she does something else', () => {
    hour.go('wave');
    hour.wave.begin();
    clock.pass(120);
    hour.go('breathing');
    hour.breathing.run();
    clock.pass(120);
    hour.back();
    hour.go('senses');
    clock.pass(120);
    hour.go('wave');
    expect(hour.wave.gone).toBeCloseTo(0.6);
  });
  test('that is left is as if it had not been', () => {
    hour.wave.begin();
    clock.pass(120);
    hour.wave.leave();
    expect([hour.wave.stage, hour.wave.gone]).toEqual(['before', 0]);
    hour.wave.begin();
    clock.pass(10 * 60);
    hour.wave.begin();
    expect([hour.wave.stage, hour.wave.gone]).toEqual(['on', 0]);
  });
});

test('steps stay within the first and the last', () => {
  const { muscles } = hour;
  muscles.back();
  expect([muscles.at, muscles.isFirst]).toEqual([0, true]);
  for (let i = 0; i < 30; i += 1) muscles.next();
  expect([muscles.at, muscles.isLast]).toEqual([muscles.count - 1, true]);
  muscles.go(3);
  expect(muscles.at).toBe(3);
});

test('an exercise begins anew after she was back at all of them, and not after the wave beside it', () => {
  hour.go('muscles');
  hour.muscles.go(4);
  hour.go('wave');
  hour.go('muscles');
  expect(hour.muscles.at).toBe(4);
  hour.back();
  expect([hour.at, hour.muscles.at]).toEqual([null, 0]);
});

test('leaving forgets everything, and nothing goes on', () => {
  hour.go('breathing');
  hour.breathing.setPart('in', 7);
  hour.breathing.still = true;
  hour.breathing.run();
  hour.wave.minutes = 20;
  hour.wave.begin();
  hour.muscles.go(4);
  hour.senses.go(2);
  hour.leave();
  expect(clock.timers.size).toBe(0);
  hour.open();
  flushSync();
  expect(hour.at).toBeNull();
  expect([hour.breathing.pace, hour.breathing.still, hour.wave.minutes, hour.muscles.at, hour.senses.at]).toEqual([calm, false, 10, 0, 0]);
});

test('only breathing and a wave keep it from locking, and only while they last', () => {
  for (const exercise of exercises) {
    hour.go(exercise);
    expect(hour.mustNotBeCutOff).toBe(false);
  }
  hour.wave.begin();
  expect(hour.mustNotBeCutOff).toBe(true);
  hour.wave.leave();
  hour.breathing.run();
  expect(hour.mustNotBeCutOff).toBe(true);
  hour.breathing.pause();
  expect(hour.mustNotBeCutOff).toBe(false);
  hour.breathing.run();
  hour.leave();
  expect(hour.mustNotBeCutOff).toBe(false);
});
