import {
  ask,
  family as calls,
  type Choice, type KeepsakeRow,
  type PageSize, type PageSpan, type Paper,
  type PieceGroup, type PieceId, type PieceKind, type PieceRow, type PiecesView, type RitualRow,
} from '../ipc/client';
import { saidWhen } from '../parts/rituals/when';
import { currentLanguage, today, type Day } from '../words';
import type { Family } from './family.svelte';
import { Chosen, keyOf } from './pages-chosen';
import { Preview, type Wanted } from './pages-preview.svelte';
import { spanOf, type SpanKind } from './pages-span';
import { withOne } from './search';

/** The papers that can be composed on their screen. */
export const papers = ['our_month', 'her_own', 'keepsake', 'ritual_card'] as const;
export type PaperKind = (typeof papers)[number];

/** A paper while it is composed: which it is, what is ticked, and the pages it makes. Kept nowhere. */
export class Pages {
  readonly preview: Preview;
  kind = $state<PaperKind | null>(null);
  span = $state<SpanKind>('this_month');
  from = $state<Day | null>(null);
  until = $state<Day | null>(null);
  keepsake = $state<string | null>(null);
  ritual = $state<string | null>(null);
  size = $state<PageSize>('a4');
  language = $state(currentLanguage());
  questions = $state<string[]>(['']);
  find = $state('');
  chosen = $state.raw(new Chosen());
  #keepsakes = $state.raw<readonly KeepsakeRow[]>([]);
  #rituals = $state.raw<readonly RitualRow[]>([]);
  #view = $state.raw<PiecesView | null>(null);
  #opened = $state.raw<readonly PieceGroup[]>([]);
  #hasMany = $state(false);
  #isRead = $state(false);
  // Every row that was read of this paper, so that what is ticked can be shown again.
  #rows = $state.raw<readonly PieceRow[]>([]);
  #turn = 0;
  readonly family: Family;

  constructor(family: Family) {
    this.family = family;
    this.preview = new Preview(() => void family.begin());
  }

  get keepsakes(): readonly KeepsakeRow[] {
    return this.#keepsakes;
  }

  get rituals(): readonly RitualRow[] {
    return this.#rituals;
  }

  /** Whether it is known which papers there are. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Null until it was read. */
  get view(): PiecesView | null {
    return this.#view;
  }

  /** Whether there is so much to choose from that looking for a word helps. */
  get hasMany(): boolean {
    return this.#hasMany;
  }

  /** The papers that can be made of what is here now. */
  readonly offered: readonly PaperKind[] = $derived.by(() => {
    const { family } = this;
    const isThere: Record<PaperKind, boolean> = {
      our_month: family.here.ours_is_open && family.people.length > 1,
      her_own: family.mineIsOpen,
      keepsake: this.#keepsakes.length > 0,
      ritual_card: this.#rituals.length > 0,
    };
    return papers.filter((kind) => isThere[kind]);
  });

  /** What the pieces are read of; null until she has said which days, keepsake or ritual. Her questions make no pieces to tick. */
  readonly about: Paper | null = $derived.by(() => {
    const span = this.#days();
    const ritual = this.#rituals.find((row) => row.id === this.ritual);
    if (this.kind === 'our_month') return span && { kind: 'our_month', span };
    if (this.kind === 'her_own') return span && { kind: 'her_own', span, questions: [] };
    if (this.kind === 'keepsake') return this.keepsake === null ? null : { kind: 'keepsake', keepsake: this.keepsake };
    if (this.kind === 'ritual_card') return ritual ? { kind: 'ritual_card', ritual: ritual.id, when: saidWhen(ritual.recurrence, ritual.at) } : null;
    return null;
  });

  /** The groups to tick in; an opened one with all its rows. Questions are chosen by being written. */
  readonly groups: readonly PieceGroup[] = $derived(
    (this.#view?.groups ?? [])
      .filter((group) => group.kind !== 'question')
      .map((group) => this.#opened.find((opened) => opened.kind === group.kind) ?? group),
  );

  /** What is on the page now; null while there is nothing. */
  readonly choice: Choice | null = $derived.by(() => {
    const asks = this.kind === 'her_own' ? this.questions.filter((words) => words.trim() !== '') : [];
    const chosen = this.chosen.withAll('question', asks.length > 0);
    if (!this.about || chosen.isEmpty) return null;
    return chosen.of(this.about.kind === 'her_own' ? { ...this.about, questions: asks } : this.about);
  });

  /** What is to be laid out now. */
  readonly wanted: Wanted | null = $derived(this.choice && { choice: this.choice, size: this.size, language: this.language });

  /** The pieces on the page that this person signs off. */
  partOf(person: string): readonly PieceRow[] {
    return this.#rows.filter(({ id, owner }) => this.chosen.has(id) && (owner === 'both' || owner.one === person));
  }

  /** Reads which papers there are, and opens the one she came for: "keepsake …" or "ritual …" with its id. */
  async begin(cameFor: string | null): Promise<void> {
    const [noun, id = null] = cameFor?.split(' ') ?? [];
    this.size = await ask(calls().pageSize());
    this.#keepsakes = await withOne(noun === 'keepsake' ? id : null, async (look) => (await ask(calls().shelf(look))).rows);
    this.#rituals = await withOne(noun === 'ritual' ? id : null, async (look) => (await ask(calls().rituals(look))).rows);
    this.#isRead = true;
    if (noun === 'keepsake') this.take('keepsake', id);
    if (noun === 'ritual') this.take('ritual_card', id);
  }

  /** Takes a paper, or another one; nothing is ticked on it. */
  take(kind: PaperKind | null, about: string | null = null): void {
    this.kind = kind;
    this.keepsake = kind === 'keepsake' ? (about ?? this.#keepsakes[0]?.id ?? null) : null;
    this.ritual = kind === 'ritual_card' ? (about ?? this.#rituals[0]?.id ?? null) : null;
    this.find = '';
  }

  /** Begins a paper afresh: empty, and with its own pieces. */
  async readAfresh(): Promise<void> {
    this.chosen = new Chosen();
    this.#rows = [];
    this.#hasMany = false;
    this.#view = null;
    await this.read();
    this.#hasMany = this.groups.reduce((sum, group) => sum + group.count, 0) > 12;
  }

  /** Reads the pieces, or those she looks for. */
  async read(): Promise<void> {
    const turn = (this.#turn += 1);
    this.#opened = [];
    const view = this.about ? await ask(calls().pieces(this.about, { find: this.find, only: null })) : null;
    if (turn !== this.#turn) return;
    this.#view = view;
    this.#keepRows(view?.groups ?? []);
  }

  /** Reads all of one group, where the view has no place for it. */
  async open(kind: PieceKind): Promise<void> {
    if (!this.about) return;
    const turn = this.#turn;
    const { groups } = await ask(calls().pieces(this.about, { find: this.find, only: kind }));
    if (turn !== this.#turn) return;
    this.#opened = [...this.#opened.filter((group) => group.kind !== kind), ...groups.filter((group) => group.kind === kind)];
    this.#keepRows(groups);
  }

  /** Reads the rows of what is ticked as a whole, so that each can be unticked by itself. */
  async openChosen(): Promise<void> {
    for (const group of this.groups) if (group.more && this.choice?.whole.includes(group.kind)) await this.open(group.kind);
  }

  tick(id: PieceId, ticked: boolean): void {
    this.chosen = this.chosen.with(id, ticked);
  }

  tickAll(kind: PieceKind, ticked: boolean): void {
    this.chosen = this.chosen.withAll(kind, ticked);
  }

  async sign(person: string, passphrase: string | null): Promise<void> {
    if (this.choice) this.preview.seeSigners(await ask(calls().signPage(this.choice, person, passphrase)));
  }

  #days(): PageSpan | null {
    if (this.span !== 'own') return spanOf(this.span, today());
    return this.from && this.until && this.from <= this.until ? { from: this.from, until: this.until } : null;
  }

  #keepRows(groups: readonly PieceGroup[]): void {
    const fresh = groups.flatMap((group) => group.rows);
    const keys = fresh.map((row) => keyOf(row.id));
    this.#rows = [...this.#rows.filter((row) => !keys.includes(keyOf(row.id))), ...fresh];
  }
}
