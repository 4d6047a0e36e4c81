import { ask, family as calls } from '../ipc/client';
import { whatNext, words } from '../words';
import type { Signing } from './signing.svelte';

/** The one line at the foot of the screen: what was just done, and how to undo it. A newer one takes its place. */
export class Said {
  #text = $state<string | null>(null);
  #undo = $state.raw<(() => void) | undefined>(undefined);

  get text(): string | null {
    return this.#text;
  }

  get undo(): (() => void) | undefined {
    return this.#undo;
  }

  say(text: string, undo?: () => void): void {
    this.#text = text;
    this.#undo = undo;
  }

  /** Says what was done, with a way to take it back: with her passphrase, where it took that to do it. */
  did(text: string, by: string | null, signing: Signing, read: () => Promise<void>): void {
    this.say(text, () => void this.#takeBack(by, signing, read));
  }

  async #takeBack(by: string | null, signing: Signing, read: () => Promise<void>): Promise<void> {
    this.clear();
    let undone = false;
    const granted = await signing.of(by, async (passphrase) => {
      undone = await ask(calls().undo(passphrase));
      await read();
    });
    if (granted) this.say(words(undone ? 'app-undone' : 'app-not-undone'));
    else if (signing.asking.told) this.say(whatNext(signing.asking.told));
  }

  clear(): void {
    this.#text = null;
    this.#undo = undefined;
  }
}
