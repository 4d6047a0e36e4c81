import type { Looking, Show } from '../ipc/client';

/** What is asked of the family: everything, unless said otherwise. */
export function looking(find = '', show: Show = 'all', only: string | null = null): Looking {
  return { find, show, only };
}

/** What she looks for on a screen. Where more is kept than one view holds, the family looks through all of it. */
export class Search {
  #look = looking();
  #isLarge = false;

  /** Whether more is kept than one view ever held. */
  get isLarge(): boolean {
    return this.#isLarge;
  }

  /** What to ask the family for; everything, where a view holds all of it and the screen looks through that. */
  get look(): Looking {
    return this.#isLarge ? this.#look : looking();
  }

  /** Takes a view that holds everything, or what was looked for. */
  saw(view: { more: boolean }): void {
    this.#isLarge ||= view.more;
  }

  /** She looks for something else; answers whether the family has to be asked. */
  changes(find: string, show: Show = 'all'): boolean {
    if (this.#look.find === find && this.#look.show === show) return false;
    this.#look = looking(find, show);
    return this.#isLarge;
  }
}

/** All that a view has room for, and the one she came for, which may not be among them. */
export async function withOne<Row extends { id: string }>(id: string | null, read: (look: Looking) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const rows = await read(looking());
  return id === null || rows.some((row) => row.id === id) ? rows : [...(await read(looking('', 'all', id))), ...rows];
}
