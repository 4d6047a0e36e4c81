import {
  ask,
  family as calls,
  type Idea,
  type MemoryLaneView,
  type OccurrenceRow,
  type Owner,
  type Rest,
  type RitualRow,
  type RitualStanding,
  type RitualsView,
  type RitualWords,
} from '../ipc/client';
import type { Day } from '../words';
import { looking, Search } from './search';

type Answer = ReturnType<ReturnType<typeof calls>['rituals']>;
type Passphrase = string | null;

/** The rituals of what is open, and the memory lane of the one she looks at: views, each replaced whole. */
export class Rituals {
  #view = $state.raw<RitualsView | null>(null);
  #ideas = $state.raw<readonly Idea[]>([]);
  #lane = $state.raw<MemoryLaneView | null>(null);
  #opened = $state.raw<RitualRow | null>(null);
  readonly search = new Search();

  /** Null until it was read. */
  get view(): RitualsView | null {
    return this.#view;
  }

  get ideas(): readonly Idea[] {
    return this.#ideas;
  }

  /** The days on which the one she looks at was kept, so far as they were asked for. */
  get lane(): MemoryLaneView | null {
    return this.#lane;
  }

  of(id: string | null): RitualRow | null {
    return this.#view?.rows.find((row) => row.id === id) ?? (this.#opened?.id === id ? this.#opened : null);
  }

  /** Reads them again: all of them, or what she looks for. */
  async read(): Promise<void> {
    this.#view = await ask(calls().rituals(this.search.look));
    this.search.saw(this.#view);
  }

  /** Reads the one she looks at by itself, where the view has no place for it. */
  async readOpened(id: string | null): Promise<void> {
    const isThere = id === null || !this.search.isLarge || this.#view?.rows.some((row) => row.id === id);
    this.#opened = isThere ? null : ((await ask(calls().rituals(looking('', 'all', id)))).rows[0] ?? null);
  }

  /** Ideas come from her own ticks, or for both: where neither space is open there are none. */
  async readIdeas(): Promise<void> {
    this.#ideas = await ask(calls().ritualIdeas());
  }

  async readLane(id: string): Promise<void> {
    this.#lane = await ask(calls().memoryLane(id, null));
  }

  async readOlder(): Promise<void> {
    const lane = this.#lane;
    const last = lane?.rows.at(-1);
    if (!lane || !last) return;
    const older = await ask(calls().memoryLane(lane.ritual, last.day));
    this.#lane = { ...older, rows: [...lane.rows, ...older.rows] };
  }

  preview(id: string, withMeaning: boolean): Promise<RitualRow> {
    return ask(calls().previewRitual(id, withMeaning));
  }

  add = (words: RitualWords) => this.#take(calls().addRitual(words));
  edit = (id: string, words: RitualWords, passphrase: Passphrase) => this.#take(calls().editRitual(id, words, passphrase));
  setStanding = (id: string, standing: RitualStanding, passphrase: Passphrase) =>
    this.#take(calls().setRitualStanding(id, standing, passphrase));
  setRests = (id: string, rests: Rest[], passphrase: Passphrase) => this.#take(calls().setRitualRests(id, rests, passphrase));
  delete = (id: string, passphrase: Passphrase) => this.#take(calls().deleteRitual(id, passphrase));
  share = (id: string, withMeaning: boolean) => this.#take(calls().shareRitual(id, withMeaning));
  takeBack = (id: string, passphrase: Passphrase) => this.#take(calls().takeBackRitual(id, passphrase));

  /** A line or a photo left out stays as it is; an empty line takes her own away. */
  keep = (id: string, day: Day, line: string | null = null, photo: string | null = null) =>
    this.#take(calls().keepOccurrence(id, day, line, photo));
  skip = (id: string, day: Day) => this.#take(calls().skipOccurrence(id, day));
  clear = (id: string, day: Day) => this.#take(calls().clearOccurrence(id, day));
  removePhoto = (id: string, day: Day) => this.#take(calls().removePhoto(id, day));

  /** Asks the system for a picture; null when she chose none. */
  choosePhoto(title: string): Promise<string | null> {
    return calls().choosePhoto(title);
  }

  async readAgain(): Promise<void> {
    await this.read();
    await this.#readLaneAgain();
  }

  async #take(answer: Answer): Promise<void> {
    this.#view = await ask(answer);
    this.search.saw(this.#view);
    if (this.search.isLarge) await this.read();
    await this.readOpened(this.#opened?.id ?? this.#lane?.ritual ?? null);
    await this.#readLaneAgain();
  }

  async #readLaneAgain(): Promise<void> {
    const shown = this.of(this.#lane?.ritual ?? null);
    if (shown) await this.readLane(shown.id);
    else this.#lane = null;
  }
}

/** Opens one photo as an address an image can show. */
export function photoOf(id: string, day: Day, whose: Owner): Promise<string> {
  return inTurn(async () => `data:image/jpeg;base64,${await ask(calls().occurrencePhoto(id, day, whose))}`);
}

/** The line on this day that whoever is here may change: her own, or theirs together. */
export function ownLine(row: OccurrenceRow | undefined, writer: Owner): string {
  return row?.lines.find((line) => sameOwner(line.who, writer))?.words ?? '';
}

export function sameOwner(a: Owner, b: Owner): boolean {
  return a === 'both' || b === 'both' ? a === b : a.one === b.one;
}

const atOnce = 3;
let busy = 0;
const waiting: (() => void)[] = [];

// A lane of fifty photos opens three at a time: each is up to half a megabyte of text on its way here.
async function inTurn<T>(what: () => Promise<T>): Promise<T> {
  if (busy >= atOnce) await new Promise<void>((go) => waiting.push(go));
  busy += 1;
  try {
    return await what();
  } finally {
    busy -= 1;
    waiting.shift()?.();
  }
}
