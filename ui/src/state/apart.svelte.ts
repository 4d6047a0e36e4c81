import { ask, family as calls, type ApartView } from '../ipc/client';

/** What was written twice, apart, and waits to be chosen. */
export class Apart {
  #view = $state.raw<ApartView | null>(null);

  get view(): ApartView | null {
    return this.#view;
  }

  get isEmpty(): boolean {
    return !this.#view || (this.#view.wordings.length === 0 && this.#view.words.length === 0);
  }

  read = () => this.#then(calls().apart());
  settle = (id: string, takesOther: boolean) => this.#then(calls().settleWording(id, takesOther));
  keepWords = (id: string) => this.#then(calls().keepWords(id));
  letGo = (id: string) => this.#then(calls().letGoOfWords(id));

  async #then(answer: ReturnType<ReturnType<typeof calls>['apart']>): Promise<void> {
    this.#view = await ask(answer);
  }
}
