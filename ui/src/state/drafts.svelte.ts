import { ask, family as calls } from '../ipc/client';

/** The fields of an open form, each by its name and how to read what is in it now. */
export type Fields = Record<string, () => string>;

/** What was kept of a form's fields. */
export type Kept = Readonly<Record<string, string>>;

/** How long after the last key the words are kept, in case the window goes without a word. */
const quiet = 3000;

/**
 * Unfinished words. The fields of open forms are kept, sealed in the space that is open, when it is locked or hidden and
 * whenever she rests while writing; the same form offers them again.
 */
export class Drafts {
  #kept = $state.raw<Kept>({});
  // Nothing on the screen depends on which forms are open.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #open = new Map<string, Fields>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads what was kept; nothing while nothing is open. */
  async read(isOpen: boolean): Promise<void> {
    const rows = isOpen ? await ask(calls().drafts()) : [];
    this.#kept = Object.fromEntries(rows.map((row) => [row.field, row.text]));
  }

  /** What was kept of a form last time, by field; null when there is nothing. */
  of(form: string): Kept | null {
    const start = `${form}.`;
    const found = Object.entries(this.#kept).filter(([field]) => field.startsWith(start));
    return found.length > 0 ? Object.fromEntries(found.map(([field, text]) => [field.slice(start.length), text])) : null;
  }

  /** Watches a form's fields while it is open; answers with how to stop. Call `stirred` when they change. */
  watch(form: string, fields: Fields): () => void {
    this.#open.set(form, fields);
    return () => {
      if (this.#open.get(form) === fields) this.#open.delete(form);
    };
  }

  /** She has written: when she rests, it is kept. */
  stirred(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.seal(), quiet);
  }

  /** Keeps what is in the open forms now. What cannot be kept must not stop a lock. */
  async seal(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      for (const [form, fields] of this.#open) {
        for (const [field, read] of Object.entries(fields)) await this.#keep(`${form}.${field}`, read());
      }
    } catch {
      // Closed meanwhile, or the disk is full: she locks all the same.
    }
  }

  /** Lets go of what was kept of a form: it is finished, or she does not want it. */
  async letGo(form: string): Promise<void> {
    for (const field of Object.keys(this.of(form) ?? {})) await this.#keep(`${form}.${field}`, '');
  }

  async #keep(field: string, text: string): Promise<void> {
    if (text.trim() === (this.#kept[field] ?? '').trim()) return;
    await ask(calls().keepDraft(field, text));
    const { [field]: _, ...others } = this.#kept;
    this.#kept = text.trim() === '' ? others : { ...others, [field]: text };
  }
}
