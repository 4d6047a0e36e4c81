import type { PersonColor } from '../components/person';
import { ask, family as calls, type HereView } from '../ipc/client';
import { Asking } from './asking.svelte';
import { Offer } from './offer.svelte';

/** What she goes through the first time, one page after the other. */
export const pages = ['look', 'reading', 'herself', 'passphrase', 'copy', 'try'] as const;
export type Page = (typeof pages)[number];

/** Somebody on her way in. In memory only, and nothing is kept before she has tried her spare words. */
export class Newcomer {
  name = $state('');
  color = $state<PersonColor | null>(null);
  /** What she types on the last page. */
  copied = $state('');
  readonly asking = new Asking();
  readonly offer = new Offer();
  #page = $state<Page>('look');
  #spareWords = $state.raw<readonly string[]>([]);

  get page(): Page {
    return this.#page;
  }

  get spareWords(): readonly string[] {
    return this.#spareWords;
  }

  go(page: Page): void {
    this.asking.forget();
    this.#page = page;
  }

  back(): void {
    this.go(pages[Math.max(0, pages.indexOf(this.#page) - 1)] ?? 'look');
  }

  next(): void {
    this.go(pages[Math.min(pages.length - 1, pages.indexOf(this.#page) + 1)] ?? 'try');
  }

  /** Gives her name and passphrase; with them come her spare words. */
  async give(passphrase: string): Promise<void> {
    const colour = this.color ?? 'rose';
    await this.#draw(() => calls().begin({ name: this.name, colour }, passphrase));
  }

  /** Begins again, with a fresh passphrase, in the place of somebody who has neither passphrase nor spare words. */
  async giveAgain(person: string, passphrase: string, others: string | null): Promise<void> {
    await this.#draw(() => calls().beginAgain(person, passphrase, others));
  }

  /** Tries the words from her paper; with the right ones she is in. */
  async try(): Promise<HereView | null> {
    let here: HereView | null = null;
    await this.asking.of(async () => {
      here = await ask(calls().trySpareWords(this.copied));
    });
    if (here) this.forget();
    return here;
  }

  /** Leaves nothing of her words in this page. */
  forget(): void {
    this.offer.forget();
    this.#spareWords = [];
    this.copied = '';
    this.name = '';
  }

  async #draw(call: () => ReturnType<ReturnType<typeof calls>['begin']>): Promise<void> {
    const given = await this.asking.of(async () => {
      this.#spareWords = await ask(call());
    });
    if (given) this.go('copy');
  }
}
