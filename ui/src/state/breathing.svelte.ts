import { bounds, breathAt, calm, type Moment, type Pace, type Part } from './breath';
import type { Clock } from './clock';
import { Elapsed } from './elapsed.svelte';

/** The flower moves so often, in milliseconds: enough to look smooth, and light where there is no graphics chip. */
const frame = 50;

/** It comes to rest by itself after so many minutes, so that a computer that was left locks again. */
export const longest = 20;

/** Guided breathing: it begins, pauses and stops whenever she likes. Nothing is counted. */
export class Breathing {
  /** A picture that does not move, for whoever prefers it. */
  still = $state(false);
  #pace = $state.raw<Pace>(calm);
  #rested = $state(false);
  readonly #elapsed: Elapsed;

  constructor(clock: Clock) {
    this.#elapsed = new Elapsed(clock, frame, () => this.#mayRest());
  }

  get pace(): Pace {
    return this.#pace;
  }

  get runs(): boolean {
    return this.#elapsed.runs;
  }

  /** Whether it was begun and not stopped. */
  readonly begun: boolean = $derived.by(() => this.#elapsed.runs || this.#elapsed.ms > 0);

  /** Whether it came to rest by itself. */
  get rested(): boolean {
    return this.#rested;
  }

  /** Where the breath is. */
  readonly moment: Moment = $derived.by(() => breathAt(this.#pace, this.#elapsed.ms));

  /** Begins, or goes on. */
  run(): void {
    this.#rested = false;
    this.#elapsed.run();
  }

  pause(): void {
    this.#elapsed.pause();
  }

  stop(): void {
    this.#elapsed.end();
    this.#rested = false;
  }

  /** Makes a part of the breath this long. A breath that was begun begins anew. */
  setPart(part: Part, seconds: number): void {
    const [least, most] = bounds[part];
    this.#pace = { ...this.#pace, [part]: Math.min(most, Math.max(least, Math.round(seconds))) };
    this.stop();
  }

  /** The calm pace again. */
  calmAgain(): void {
    this.#pace = calm;
    this.stop();
  }

  #mayRest(): void {
    if (this.#elapsed.ms < longest * 60_000) return;
    this.stop();
    this.#rested = true;
  }
}
