import type { Clock } from './clock';
import { Elapsed } from './elapsed.svelte';

/** How long a wave can be waited out, in minutes. */
export const lengths = [5, 10, 15, 20] as const;
export type Minutes = (typeof lengths)[number];

/** Before it, on it, and when it has gone by. */
export type Stage = 'before' | 'on' | 'over';

/** An urge that is waited out like a wave. It ends by itself or whenever she leaves, and either is all the same to it. */
export class Wave {
  minutes = $state<Minutes>(10);
  #over = $state(false);
  readonly #elapsed: Elapsed;

  constructor(clock: Clock) {
    this.#elapsed = new Elapsed(clock, 1000, () => this.#mayEnd());
  }

  readonly stage: Stage = $derived.by(() => (this.#over ? 'over' : this.#elapsed.runs ? 'on' : 'before'));

  /** How much of it has gone by: 0 at its beginning, 1 at its end. */
  readonly gone: number = $derived.by(() => (this.#over ? 1 : Math.min(1, this.#elapsed.ms / (this.minutes * 60_000))));

  begin(): void {
    this.#over = false;
    this.#elapsed.end();
    this.#elapsed.run();
  }

  /** Back to before it, from wherever it is. */
  leave(): void {
    this.#elapsed.end();
    this.#over = false;
  }

  #mayEnd(): void {
    if (this.#elapsed.ms < this.minutes * 60_000) return;
    this.#elapsed.end();
    this.#over = true;
  }
}
