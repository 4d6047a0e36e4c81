import { ask, family as calls, type CelebrationRow, type LettersView, type LetterView, type LetterWords, type Until } from '../ipc/client';
import { Search } from './search';

/** The letters of the one who is here alone: one view, replaced whole. */
export class Letters {
  #view = $state.raw<LettersView | null>(null);
  readonly search = new Search();
  #celebrations = $state.raw<readonly CelebrationRow[]>([]);

  /** Null until it was read. */
  get view(): LettersView | null {
    return this.#view;
  }

  /** The celebrations the two have before them, at which a letter may be opened. */
  get celebrations(): readonly CelebrationRow[] {
    return this.#celebrations;
  }

  async read(): Promise<void> {
    this.#see(await ask(calls().letters(this.search.look)));
    this.#celebrations = (await ask(calls().celebrations())).rows.filter((row) => row.whose === 'ours');
  }

  /** All of a draft, or of a letter she has opened. */
  async whole(id: string): Promise<LetterView> {
    return ask(calls().readLetter(id));
  }

  /** Keeps a draft; answers with its id. */
  async keep(id: string | null, words: LetterWords): Promise<string> {
    const kept = await ask(calls().keepLetter(id, words));
    await this.#take(kept.letters);
    return kept.id;
  }

  async seal(id: string, until: Until): Promise<void> {
    await this.#take(await ask(calls().sealLetter(id, until)));
  }

  async takeBack(id: string): Promise<void> {
    await this.#take(await ask(calls().takeBackLetter(id)));
  }

  /** Opens a letter that waits; answers with all of it. */
  async open(id: string): Promise<LetterView> {
    const letter = await ask(calls().openLetter(id));
    await this.read();
    return letter;
  }

  async putAway(id: string, away: boolean): Promise<void> {
    await this.#take(await ask(calls().putLetterAway(id, away)));
  }

  async delete(id: string): Promise<void> {
    await this.#take(await ask(calls().deleteLetter(id)));
  }

  #see(view: LettersView): void {
    this.#view = view;
    this.search.saw(view);
  }

  async #take(view: LettersView): Promise<void> {
    this.#see(view);
    if (this.search.isLarge) await this.read();
  }
}

/** The letters whose envelope or first words have these words in them. */
export function lettersWith(view: LettersView, find: string): LettersView {
  const looked = find.trim().toLocaleLowerCase();
  const has = (row: { title: string; beginning?: string }) => `${row.title}\n${row.beginning ?? ''}`.toLocaleLowerCase().includes(looked);
  return {
    ...view,
    drafts: view.drafts.filter(has),
    handed_over: view.handed_over.filter(has),
    waiting: view.waiting.filter(has),
    put_away: view.put_away.filter(has),
    opened: view.opened.filter(has),
  };
}

/** The first letters of a view, in the order in which they lie on the desk. */
export function beginningOf(view: LettersView, reach: number): LettersView {
  let left = reach;
  const take = <Row>(rows: readonly Row[]): Row[] => {
    const taken = rows.slice(0, left);
    left -= taken.length;
    return taken;
  };
  const [waiting, drafts, handed_over] = [take(view.waiting), take(view.drafts), take(view.handed_over)];
  const [opened, put_away] = [take(view.opened), take(view.put_away)];
  return { ...view, waiting, drafts, handed_over, opened, put_away };
}

/** How many letters a view shows. */
export function howMany({ drafts, handed_over, waiting, put_away, opened }: LettersView): number {
  return [drafts, handed_over, waiting, put_away, opened].flat().length;
}
