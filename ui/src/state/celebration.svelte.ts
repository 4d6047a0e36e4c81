import {
  ask,
  family as calls,
  type CelebrationView,
  type KeepsakeRow,
  type LetterView,
  type RitualRow,
} from '../ipc/client';
import { today } from '../words';
import { growthOf } from './growth';
import { looking } from './search';

/** What stands on the screen, one after the other. */
export type Moment =
  | { at: 'words' }
  | { at: 'ritual' }
  | { at: 'letter'; letter: LetterView }
  | { at: 'lines' }
  | { at: 'keepsake' };

/** One celebration while it is open: its view, where they are in it, and the line each is writing. */
export class Celebration {
  /** What each is writing, by person. */
  readonly lines = $state<Record<string, string>>({});
  #view = $state.raw<CelebrationView | null>(null);
  #rituals = $state.raw<readonly RitualRow[]>([]);
  #kept = $state.raw<KeepsakeRow | null>(null);
  #shelf = $state.raw<readonly string[]>([]);
  #all = $state(0);
  #at = $state(0);

  /** Null until it was opened. */
  get view(): CelebrationView | null {
    return this.#view;
  }

  /** The rituals they can choose from, in the same space. */
  get rituals(): readonly RitualRow[] {
    return this.#rituals;
  }

  /** What was put on the shelf; null until then. */
  get kept(): KeepsakeRow | null {
    return this.#kept;
  }

  /** How far the plant has grown with what stands on the shelf. */
  readonly growth: number = $derived(growthOf(this.#all + (this.#kept ? 1 : 0)));

  readonly #moments: readonly Moment[] = $derived([
    { at: 'words' },
    ...(this.#view?.ritual || this.#rituals.length > 0 ? [{ at: 'ritual' } as const] : []),
    ...(this.#view?.letters ?? []).map((letter) => ({ at: 'letter', letter }) as const),
    { at: 'lines' },
    { at: 'keepsake' },
  ]);

  readonly moment: Moment = $derived(this.#moments[this.#at] ?? { at: 'words' });

  /** What comes after this one; null at the end. */
  readonly next: Moment | null = $derived(this.#moments[this.#at + 1] ?? null);

  /** Whether there is a way back: not from the shelf, because it happens once. */
  readonly canGoBack: boolean = $derived(this.#at > 0 && this.#kept === null);

  /** Opens it; what each had begun to write is there again. */
  async open(id: string, begun: Readonly<Record<string, string>> = {}): Promise<void> {
    const view = await ask(calls().openCelebration(id));
    const [rituals, shelf] = await Promise.all([ask(calls().rituals(looking())), ask(calls().shelf(looking()))]);
    this.#rituals = rituals.rows.filter((row) => row.whose === view.row.whose && row.standing === 'going');
    this.#shelf = shelf.rows.map((row) => row.id);
    this.#all = shelf.all;
    for (const { who, words } of view.lines) this.lines[who] = words;
    Object.assign(this.lines, begun);
    this.#view = view;
  }

  goOn(): void {
    this.#at = Math.min(this.#at + 1, this.#moments.length - 1);
  }

  back(): void {
    if (this.canGoBack) this.#at -= 1;
  }

  async chooseRitual(ritual: string | null): Promise<void> {
    if (this.#view) this.#view = await ask(calls().chooseRitual(this.#view.row.id, ritual));
  }

  /** They have done it: it is remembered as kept today. */
  async didRitual(): Promise<void> {
    const ritual = this.#view?.ritual;
    if (ritual && ritual.today !== 'kept') await ask(calls().keepOccurrence(ritual.id, today(), null, null));
    this.goOn();
  }

  async addPhoto(path: string): Promise<void> {
    if (this.#view) this.#view = await ask(calls().addCelebrationPhoto(this.#view.row.id, path));
  }

  /** Keeps the line each has written, where it is another than before. */
  async say(): Promise<void> {
    for (const [who, line] of Object.entries(this.lines)) {
      if (!this.#view || this.#kept) return;
      const before = this.#view.lines.find((said) => said.who === who)?.words ?? '';
      if (line.trim() !== before) this.#view = await ask(calls().sayLine(this.#view.row.id, who, line));
    }
  }

  /** Puts the keepsake on the shelf. It happens once. */
  async keep(): Promise<void> {
    await this.say();
    if (!this.#view || this.#kept) return;
    const { rows } = await ask(calls().keep(this.#view.row.id));
    this.#kept = rows.find((row) => !this.#shelf.includes(row.id)) ?? null;
    this.goOn();
  }
}
