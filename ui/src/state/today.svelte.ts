import {
  ask,
  family as calls,
  type Approach,
  type CelebrationRow,
  type CelebrationView,
  type Lead,
  type MeView,
  type Ready,
  type RitualToday,
  type TodayView,
} from '../ipc/client';
import type { Day } from '../words';
import { growthOf } from './growth';

/** What leads the screen: what the core says, or else the first ritual of today that nothing was said of yet. */
export type Leading = Lead | { kind: 'ritual'; row: RitualToday } | null;

/** What is on the screen that opens first: one view, read whole after each act. */
export class Today {
  #view = $state.raw<TodayView | null>(null);
  #celebrations = $state.raw<readonly CelebrationRow[]>([]);

  /** Null until it was read. */
  get view(): TodayView | null {
    return this.#view;
  }

  readonly growth: number = $derived(growthOf(this.#view?.kept ?? 0));

  readonly lead: Leading = $derived.by(() => {
    const lead = this.#view?.lead ?? null;
    if (lead) return lead;
    const row = this.#view?.rituals.find(({ today }) => today === 'unknown');
    return row ? { kind: 'ritual', row } : null;
  });

  /** The celebrations that wait quietly: all but the one that leads. */
  readonly waiting: readonly CelebrationRow[] = $derived.by(() => {
    const leads = this.lead?.kind === 'celebration' ? this.lead.row.id : null;
    return this.#celebrations.filter((row) => row.id !== leads);
  });

  /** The rituals that wait quietly. */
  readonly rituals: readonly RitualToday[] = $derived.by(() => {
    const leads = this.lead?.kind === 'ritual' ? this.lead.row.id : null;
    return (this.#view?.rituals ?? []).filter((row) => row.id !== leads);
  });

  /** Whether there is nothing at all yet, as on the first day. */
  readonly isEmpty: boolean = $derived.by(() => {
    const view = this.#view;
    if (!view || this.lead || this.waiting.length > 0 || view.a_letter_waits) return false;
    return [view.rituals, view.goals, view.milestones, view.shelf].every((rows) => rows.length === 0);
  });

  async read(): Promise<void> {
    const [view, celebrations] = await Promise.all([ask(calls().today()), ask(calls().celebrations())]);
    this.#celebrations = celebrations.rows;
    this.#view = view;
  }

  keepRitual = (id: string, day: Day) => this.#then(calls().keepOccurrence(id, day, null, null));
  skipRitual = (id: string, day: Day) => this.#then(calls().skipOccurrence(id, day));
  markReady = (milestone: string, ready: Ready, passphrase: string | null) =>
    this.#then(calls().markReady(milestone, ready, passphrase));
  answerExpected = (milestone: string, approach: Approach) => this.#then(calls().answerExpected(milestone, approach));
  answerInvitation = (id: string) => this.#then(calls().answerInvitation(id));
  putOff = (id: string) => this.#then(calls().putOffCelebration(id));
  withdraw = (id: string, passphrase: string | null) => this.#then(calls().withdraw(id, passphrase));
  answerNextDay = (id: string, memory: string) => this.#then(calls().answerNextDay(id, memory));
  seeSmall = (giver: string, about: string, line: string) => this.#then(calls().seeSmall(giver, about, line));

  /** What was brought to a celebration so far, and what she brings along before it is opened. */
  brought = (id: string): Promise<CelebrationView> => ask(calls().waitingCelebration(id));
  chooseRitual = (id: string, ritual: string | null): Promise<CelebrationView> => ask(calls().chooseRitual(id, ritual));
  addPhoto = (id: string, path: string): Promise<CelebrationView> => ask(calls().addCelebrationPhoto(id, path));

  /** Turns the soft question off for good; answers with what she said of herself. */
  async askNoMore(): Promise<MeView> {
    const me = await ask(calls().setNextDayQuestion(false));
    await this.read();
    return me;
  }

  async #then<T>(answer: Parameters<typeof ask<T>>[0]): Promise<void> {
    await ask(answer);
    await this.read();
  }
}
