import { ask, family as calls, type SharedThing, type SharedView } from '../ipc/client';
import { Search } from './search';

/** What she shares: one view, replaced whole. */
export class Shared {
  #view = $state.raw<SharedView | null>(null);
  readonly search = new Search();

  /** Null until it was read. */
  get view(): SharedView | null {
    return this.#view;
  }

  async read(): Promise<void> {
    this.#view = await ask(calls().shared(this.search.look));
    this.search.saw(this.#view);
  }

  async takeBack(thing: SharedThing, passphrase: string | null): Promise<void> {
    await this.#take(await ask(calls().takeBack(thing, passphrase)));
  }

  async setNotNow(notNow: boolean): Promise<void> {
    await this.#take(await ask(calls().setNotNow(notNow)));
  }

  async #take(view: SharedView): Promise<void> {
    this.#view = view;
    this.search.saw(view);
    if (this.search.isLarge) await this.read();
  }
}

/** The kinds of things that can be shared. */
export const kinds = ['milestone', 'ritual', 'goal', 'celebration', 'keepsake', 'way'] as const;
export type Kind = (typeof kinds)[number];

/** Which kind a thing is, and its id. */
export function kindOf(thing: SharedThing): { kind: Kind; id: string } {
  const [kind, id] = Object.entries(thing)[0] as [Kind, string];
  return { kind, id };
}
