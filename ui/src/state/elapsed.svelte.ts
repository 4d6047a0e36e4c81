import type { Clock } from './clock';

/** How long something has been going on, with what was paused left out. Kept nowhere, gone when it ends. */
export class Elapsed {
  #ms = $state(0);
  #runs = $state(false);
  #last = 0;
  #stop: (() => void) | null = null;
  readonly #clock: Clock;
  readonly #every: number;
  readonly #looked: () => void;

  /** Looks at the clock so often, and says when it has. */
  constructor(clock: Clock, every: number, looked: () => void = () => {}) {
    this.#clock = clock;
    this.#every = every;
    this.#looked = looked;
  }

  get ms(): number {
    return this.#ms;
  }

  get runs(): boolean {
    return this.#runs;
  }

  /** Begins, or goes on after a pause. */
  run(): void {
    if (this.#runs) return;
    this.#last = this.#clock.now();
    this.#runs = true;
    this.#stop = this.#clock.every(this.#every, () => this.#look());
  }

  pause(): void {
    if (!this.#runs) return;
    this.#stop?.();
    this.#runs = false;
    this.#goOn();
  }

  /** Back to the beginning, and still. */
  end(): void {
    this.#stop?.();
    this.#runs = false;
    this.#ms = 0;
  }

  #look(): void {
    this.#goOn();
    this.#looked();
  }

  #goOn(): void {
    const now = this.#clock.now();
    // A clock that is set back takes nothing back, and holds nothing up.
    this.#ms += Math.max(0, now - this.#last);
    this.#last = now;
  }
}
