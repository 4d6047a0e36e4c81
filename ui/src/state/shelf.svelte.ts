import { ask, family as calls, type KeepsakeRow, type ShelfView } from '../ipc/client';
import { looking, Search } from './search';

/** The keepsakes of what is open: one view, replaced whole. */
export class Shelf {
  #view = $state.raw<ShelfView | null>(null);
  #opened = $state.raw<KeepsakeRow | null>(null);
  readonly search = new Search();

  /** Null until it was read. */
  get view(): ShelfView | null {
    return this.#view;
  }

  of(id: string | null): KeepsakeRow | null {
    return this.#view?.rows.find((row) => row.id === id) ?? (this.#opened?.id === id ? this.#opened : null);
  }

  /** Reads them again: all of them, or what she looks for. */
  async read(): Promise<void> {
    this.#view = await ask(calls().shelf(this.search.look));
    this.search.saw(this.#view);
  }

  /** Reads the one she takes down by itself, where the view has no place for it. */
  async readOpened(id: string | null): Promise<void> {
    const isThere = id === null || !this.search.isLarge || this.#view?.rows.some((row) => row.id === id);
    this.#opened = isThere ? null : ((await ask(calls().shelf(looking('', 'all', id)))).rows[0] ?? null);
  }

  handOn = (id: string) => this.#take(calls().handOn(id));
  removeLines = (id: string, who: string, passphrase: string | null) => this.#take(calls().removeLines(id, who, passphrase));
  delete = (id: string, passphrase: string | null) => this.#take(calls().deleteKeepsake(id, passphrase));

  async #take(answer: ReturnType<ReturnType<typeof calls>['shelf']>): Promise<void> {
    this.#view = await ask(answer);
    this.search.saw(this.#view);
    if (this.search.isLarge) await this.read();
    await this.readOpened(this.#opened?.id ?? null);
  }
}

/** A keepsake's photo as an address an image can show. */
export async function photoOfKeepsake(id: string): Promise<string> {
  return pictureOf(await ask(calls().keepsakePhoto(id)));
}

export function pictureOf(base64: string): string {
  return `data:image/jpeg;base64,${base64}`;
}

/** The keepsakes that have these words anywhere in them. */
export function keepsakesWith(rows: readonly KeepsakeRow[], find: string): readonly KeepsakeRow[] {
  const looked = find.trim().toLocaleLowerCase();
  const all = (row: KeepsakeRow) => [row.title, row.why, row.ritual, ...[...row.lines, ...row.letters].map((said) => said.words)];
  return rows.filter((row) => all(row).join('\n').toLocaleLowerCase().includes(looked));
}
