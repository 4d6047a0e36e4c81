import { Asking } from './asking.svelte';

interface Wanted {
  readonly person: string;
  readonly what: (passphrase: string | null) => Promise<void>;
  readonly done: (granted: boolean) => void;
}

/** What binds or exposes one person: asked as it is; where both are here, asked once more with her own passphrase. */
export class Signing {
  readonly asking: Asking;
  #wanted = $state.raw<Wanted | null>(null);

  constructor(asking: Asking) {
    this.asking = asking;
  }

  /** Whose passphrase is waited for; null while nobody's is. */
  get person(): string | null {
    return this.#wanted?.person ?? null;
  }

  /** Asks for this person, and answers whether it was granted in the end. */
  async of(person: string | null, what: (passphrase: string | null) => Promise<void>): Promise<boolean> {
    const granted = await this.asking.of(() => what(null));
    if (granted || person === null || this.asking.told?.code !== 'needs_her_passphrase') return granted;
    this.asking.forget();
    return new Promise((done) => (this.#wanted = { person, what, done }));
  }

  /** Tries with what she typed; wrong words ask again. */
  async sign(passphrase: string): Promise<void> {
    const wanted = this.#wanted;
    if (wanted && (await this.asking.of(() => wanted.what(passphrase)))) this.#end(wanted, true);
  }

  /** It can wait. */
  leave(): void {
    this.asking.forget();
    if (this.#wanted) this.#end(this.#wanted, false);
  }

  #end(wanted: Wanted, granted: boolean): void {
    this.#wanted = null;
    wanted.done(granted);
  }
}
