import { ask, family as calls, type HereView, type Told } from '../ipc/client';
import { Asking } from './asking.svelte';
import { Newcomer } from './newcomer.svelte';

export type LostPage = 'words' | 'passphrase' | 'neither' | 'fresh' | 'copy' | 'try';

/** Somebody who has lost her passphrase. With the spare words she comes in again; with neither she begins anew. */
export class Lost {
  /** The spare words as she types them from paper. */
  copied = $state('');
  /** The other one's passphrase, which lets her back into what the two share. */
  others = $state('');
  readonly asking = new Asking();
  readonly again = new Newcomer();
  readonly #person: string;
  #page = $state<LostPage>('words');
  #told = $state.raw<Told | null>(null);

  constructor(person: string) {
    this.#person = person;
  }

  get page(): LostPage {
    return this.#page;
  }

  /** What was wrong with something typed on an earlier page, told there. */
  get told(): Told | null {
    return this.#told;
  }

  go(page: LostPage): void {
    this.#told = null;
    this.asking.forget();
    this.again.asking.forget();
    this.#page = page;
  }

  /** Opens her space with the spare words, under a new passphrase. The words are used up by it. */
  async open(fresh: string): Promise<HereView | null> {
    let here: HereView | null = null;
    await this.asking.of(async () => {
      here = await ask(calls().openWithSpareWords(this.#person, this.copied, fresh));
    });
    const told = this.asking.told;
    if (told && (told.code === 'wrong_words' || told.message === 'error-spare-words-used')) this.#backTo('words', told);
    return here;
  }

  /** Begins anew; answers with new spare words to copy. */
  async begin(fresh: string): Promise<void> {
    await this.again.giveAgain(this.#person, fresh, this.others === '' ? null : this.others);
    const told = this.again.asking.told;
    if (told && (told.code === 'wrong_words' || told.code === 'needs_her_passphrase')) this.#backTo('neither', told);
    else if (!told) this.go('copy');
  }

  /** Leaves nothing of what was typed in this page. */
  forget(): void {
    this.copied = this.others = '';
    this.again.forget();
  }

  #backTo(page: LostPage, told: Told): void {
    this.go(page);
    this.#told = told;
  }
}
