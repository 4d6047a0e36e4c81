import { ask, family as calls } from '../ipc/client';

/** Five words offered for a passphrase, drawn by the core; other five on request. */
export class Offer {
  #words = $state('');

  get words(): string {
    return this.#words;
  }

  async draw(): Promise<void> {
    this.#words = await ask(calls().offerPassphrase());
  }

  forget(): void {
    this.#words = '';
  }
}
