import { windowClock, type Clock } from './clock';

const look = 5000;

/** Locks when nobody has touched key or pointer for the minutes she chose. It waits while something must not be cut off. */
export class Idle {
  #since: number;
  #minutes: number | null = null;
  #waiting = 0;
  readonly #clock: Clock;
  readonly #lock: () => void;

  constructor(lock: () => void, clock: Clock = windowClock) {
    this.#lock = lock;
    this.#clock = clock;
    this.#since = clock.now();
  }

  /** After how many minutes; null for never. */
  after(minutes: number | null): void {
    if (this.#minutes === minutes) return;
    this.#minutes = minutes;
    this.#since = this.#clock.now();
  }

  /** Somebody is there. */
  touched(): void {
    // A computer that slept past the time is locked, not handed over to the first hand that touches it.
    if (this.#isUp()) this.#see();
    else this.#since = this.#clock.now();
  }

  /** Waits, during a celebration or while breathing; answers with how to go on. The time begins anew then. */
  wait(): () => void {
    this.#waiting += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#waiting -= 1;
      this.#since = this.#clock.now();
    };
  }

  /** Watches the whole window; answers with how to stop. */
  watch(target: EventTarget = window): () => void {
    const touched = () => this.touched();
    const options = { capture: true, passive: true } as const;
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
    for (const sign of signs) target.addEventListener(sign, touched, options);
    const stop = this.#clock.every(look, () => this.#see());
    return () => {
      for (const sign of signs) target.removeEventListener(sign, touched, options);
      stop();
    };
  }

  #see(): void {
    if (!this.#isUp()) return;
    this.#since = this.#clock.now();
    this.#lock();
  }

  #isUp(): boolean {
    if (this.#minutes === null || this.#waiting > 0) return false;
    return this.#clock.now() - this.#since >= this.#minutes * 60_000;
  }
}
