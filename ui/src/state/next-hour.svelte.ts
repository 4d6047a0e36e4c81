import { getContext, setContext } from 'svelte';

import { Breathing } from './breathing.svelte';
import { windowClock, type Clock } from './clock';
import { Steps } from './steps.svelte';
import { Wave } from './wave.svelte';

/** What can be done in the next hour by whoever is there, with nothing at hand. */
export const exercises = ['breathing', 'muscles', 'senses', 'wave'] as const;
export type Exercise = (typeof exercises)[number];

/** The parts of the body that are let go of, one after another. */
export const muscles = ['hands', 'arms', 'shoulders', 'forehead', 'eyes', 'jaw', 'back', 'legs', 'feet', 'all'] as const;

/** The five senses, with so many things for each. */
export const senses = ['see', 'touch', 'hear', 'smell', 'taste'] as const;

/** The next hour, while it lies over the window. It is kept nowhere: leaving it forgets all of it. */
export class NextHour {
  #open = $state(false);
  #at = $state<Exercise | null>(null);
  #breathing = $state.raw<Breathing>()!;
  #wave = $state.raw<Wave>()!;
  #muscles = $state.raw<Steps>()!;
  #senses = $state.raw<Steps>()!;
  readonly #clock: Clock;

  constructor(clock: Clock = windowClock) {
    this.#clock = clock;
    this.#forget();
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** The exercise that is on the screen; null where all of them are. */
  get at(): Exercise | null {
    return this.#at;
  }

  get breathing(): Breathing {
    return this.#breathing;
  }

  get wave(): Wave {
    return this.#wave;
  }

  get muscles(): Steps {
    return this.#muscles;
  }

  get senses(): Steps {
    return this.#senses;
  }

  /** Whether nothing may lock by itself: while she breathes, and while a wave goes by. */
  readonly mustNotBeCutOff: boolean = $derived.by(() => this.#open && (this.#breathing.runs || this.#wave.stage === 'on'));

  open(): void {
    this.#open = true;
  }

  /** To an exercise. A wave goes on meanwhile; the flower waits where it is. */
  go(exercise: Exercise): void {
    this.#breathing.pause();
    this.#at = exercise;
  }

  /** From an exercise to all of them. It begins anew next time; a wave goes on. */
  back(): void {
    this.#breathing.stop();
    this.#muscles.go(0);
    this.#senses.go(0);
    this.#at = null;
  }

  leave(): void {
    this.#open = false;
    this.#at = null;
    this.#breathing.stop();
    this.#wave.leave();
    this.#forget();
  }

  #forget(): void {
    this.#breathing = new Breathing(this.#clock);
    this.#wave = new Wave(this.#clock);
    this.#muscles = new Steps(muscles.length);
    this.#senses = new Steps(senses.length + 1);
  }
}

const key = Symbol('the next hour');

/** Gives the next hour to every part of the window. */
export const shareNextHour = (hour: NextHour): NextHour => setContext(key, hour);

/** The window's next hour; nothing where a part stands alone. */
export const nextHour = (): NextHour | undefined => getContext(key);
