import { ask, family as calls, type PairingView, type RestoreView } from '../ipc/client';
import type { Asking } from './asking.svelte';

/** The pairing of two computers, as far as it is. What happens on the other one is told by an event of the window. */
export class Pairing {
  #view = $state.raw<PairingView>({ stage: 'none' });
  readonly asking: Asking;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  get view(): PairingView {
    return this.#view;
  }

  /** Reads it now and each time that it is told; answers with how to stop, which ends a pairing that goes on. */
  begin(): () => void {
    const read = () => void this.#read();
    window.addEventListener('pairing', read);
    return () => {
      window.removeEventListener('pairing', read);
      void calls().stopPairing();
    };
  }

  showTicket = (isFresh: boolean) => this.#then(() => calls().showTicket(isFresh));
  bringTicket = (ticket: string) => this.#then(() => calls().bringTicket(ticket));

  /** Says what she saw on the two screens. */
  say(same: boolean, name: string, passphrase: string | null): Promise<boolean> {
    return this.asking.of(async () => void (await ask(calls().saySame(same, name, passphrase))));
  }

  saveTicket(folder: string): Promise<string> {
    return ask(calls().saveTicket(folder));
  }

  /** Comes in on a fresh computer with the copy that came. */
  async join(passphrase: string): Promise<RestoreView | null> {
    let view: RestoreView | null = null;
    await this.asking.of(async () => {
      view = await ask(calls().join(passphrase));
    });
    return view;
  }

  /** Ends it, to begin again. */
  async stop(): Promise<void> {
    this.asking.forget();
    await calls().stopPairing();
    await this.#read();
  }

  async #read(): Promise<void> {
    this.#view = await calls().pairing();
  }

  async #then(call: () => ReturnType<ReturnType<typeof calls>['showTicket']>): Promise<void> {
    await this.asking.of(async () => {
      await ask(call());
      // It may have gone on meanwhile.
      await this.#read();
    });
  }
}
