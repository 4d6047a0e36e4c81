import { ask, family as calls, Refused, type Choice, type LaidOutView, type PageSize, type Signer, type Told } from '../ipc/client';

/** What is to be laid out. */
export interface Wanted {
  choice: Choice;
  size: PageSize;
  language: string;
}

/** How long after the last of many ticks a page is laid out, in milliseconds. One alone does not wait. */
const pause = 80;

/** The very pages, as they would be printed: the last one stays until the next one is there. Nothing outlives the screen. */
export class Preview {
  #view = $state.raw<LaidOutView | null>(null);
  #picture = $state.raw<{ url: string; width: number } | null>(null);
  #text = $state('');
  #at = $state(0);
  #isBehind = $state(false);
  #isStopped = $state(false);
  #told = $state.raw<Told | null>(null);
  #lapsed = $state.raw<readonly string[]>([]);
  #wanted: Wanted | null = null;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #closed: () => void;

  constructor(closed: () => void = () => {}) {
    this.#closed = closed;
  }

  /** Null while nothing was laid out. */
  get view(): LaidOutView | null {
    return this.#view;
  }

  /** The page that is looked at, as an address an image can show. */
  get picture(): { url: string; width: number } | null {
    return this.#picture;
  }

  /** What the pages say. */
  get text(): string {
    return this.#text;
  }

  /** Which page is looked at, from nought. */
  get at(): number {
    return this.#at;
  }

  /** Whether what is shown is not yet what is ticked. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  get told(): Told | null {
    return this.#told;
  }

  /** Who had signed off a part that has changed since. */
  get lapsed(): readonly string[] {
    return this.#lapsed;
  }

  /** Lays this out after a moment; nothing when nothing is ticked. */
  show(wanted: Wanted | null): void {
    clearTimeout(this.#timer);
    this.#wanted = wanted;
    this.#turn += 1;
    this.#told = null;
    this.#isStopped = false;
    if (!wanted) return this.#clear();
    const turn = this.#turn;
    const wait = this.#isBehind ? pause : 0;
    this.#isBehind = true;
    this.#timer = setTimeout(() => void this.#of(turn, () => this.#layOut(wanted, turn)), wait);
  }

  again(): void {
    this.show(this.#wanted);
  }

  async stop(): Promise<void> {
    await calls().stopPage();
  }

  async turnTo(at: number): Promise<void> {
    const turn = this.#turn;
    await this.#of(turn, () => this.#look(at, turn));
  }

  /** Takes who has signed off by now. */
  seeSigners(signers: readonly Signer[]): void {
    if (!this.#view) return;
    const before = this.#view.signers;
    const had = (person: string) => this.#lapsed.includes(person) || before.some((one) => one.person === person && one.has_signed);
    this.#lapsed = signers.filter((one) => !one.has_signed && had(one.person)).map((one) => one.person);
    this.#view = { ...this.#view, signers: [...signers] };
  }

  /** Leaves nothing behind: no picture, and no layout under way. */
  end(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    if (this.#view || this.#isBehind) void calls().stopPage();
    this.#clear();
  }

  async #layOut({ choice, size, language }: Wanted, turn: number): Promise<void> {
    const view = await ask(calls().layOutPage(choice, size, language));
    if (turn !== this.#turn) return;
    const { signers } = view;
    this.#view = { ...view, signers: this.#view?.signers ?? signers };
    this.seeSigners(signers);
    await this.#look(Math.max(0, Math.min(this.#at, view.pages - 1)), turn);
    const text = await ask(calls().pageText());
    if (turn !== this.#turn) return;
    this.#text = text;
    this.#isBehind = false;
  }

  async #look(at: number, turn: number): Promise<void> {
    const svg = await ask(calls().pagePicture(at));
    if (turn !== this.#turn) return;
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    // Drawn before it takes the old one's place, so that nothing flickers.
    const image = new Image();
    image.src = url;
    await image.decode?.().catch(() => {});
    if (turn !== this.#turn) return URL.revokeObjectURL(url);
    this.#letGo();
    this.#picture = { url, width: image.naturalWidth || 794 };
    this.#at = at;
  }

  async #of(turn: number, what: () => Promise<unknown>): Promise<void> {
    try {
      await what();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // What was asked before she ticked something else is of no interest any more.
      if (turn !== this.#turn) return;
      this.#isBehind = false;
      if (error.told.code === 'closed') this.#closed();
      else if (error.told.code === 'stopped') this.#isStopped = true;
      else this.#told = error.told;
    }
  }

  #clear(): void {
    this.#letGo();
    this.#view = null;
    this.#text = '';
    this.#at = 0;
    this.#isBehind = false;
    this.#lapsed = [];
  }

  #letGo(): void {
    if (this.#picture) URL.revokeObjectURL(this.#picture.url);
    this.#picture = null;
  }
}
