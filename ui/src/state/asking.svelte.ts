import { Refused, type Told } from '../ipc/client';

/** One matter asked of the family: busy while it waits for the answer, and what was told when it was refused. */
export class Asking {
  #busy = $state(false);
  #told = $state.raw<Told | null>(null);
  readonly #closed: () => void;
  #line: Promise<unknown> = Promise.resolve();

  /** `closed` is called when the space was closed in the meantime: then there is nothing to show but the door. */
  constructor(closed: () => void = () => {}) {
    this.#closed = closed;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Why it was refused; null when it was not, or is being asked again. */
  get told(): Told | null {
    return this.#told;
  }

  forget(): void {
    this.#told = null;
  }

  /** Asks, and answers whether it was granted. A second press while the first is under way asks nothing. */
  async of(what: () => Promise<void>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#told = null;
    try {
      await what();
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#told = error.told;
      if (error.told.code === 'closed') this.#closed();
      return false;
    } finally {
      this.#busy = false;
    }
  }

  /** Asks as soon as what was asked before is answered: for choices that must not be lost because she is quick. */
  inTurn(what: () => Promise<void>): Promise<boolean> {
    const turn = this.#line.then(() => this.of(what));
    this.#line = turn.catch(() => {});
    return turn;
  }
}
