import {
  ask,
  family as calls,
  type Idea,
  type MilestoneRow,
  type MilestonesView,
  type MilestoneWords,
  type Ready,
  type Standing,
} from '../ipc/client';
import { Search } from './search';

type Passphrase = string | null;
type Answer = ReturnType<ReturnType<typeof calls>['milestones']>;

/** The milestones of what is open: one view, replaced whole. */
export class Milestones {
  #view = $state.raw<MilestonesView | null>(null);
  #ideas = $state.raw<readonly Idea[]>([]);
  readonly search = new Search();

  /** Null until it was read. */
  get view(): MilestonesView | null {
    return this.#view;
  }

  /** What is offered to begin with. */
  get ideas(): readonly Idea[] {
    return this.#ideas;
  }

  /** Reads them again: all of them, or what she looks for. */
  async read(): Promise<void> {
    this.#view = await ask(calls().milestones(this.search.look));
    this.search.saw(this.#view);
  }

  /** Reads them: first what was written for what she lives with, then what is for one, then what is for two. */
  async readIdeas(): Promise<void> {
    const rank = (idea: Idea) => (idea.suits.length > 0 ? 0 : idea.company === 'alone' ? 1 : 2);
    this.#ideas = [...(await ask(calls().milestoneIdeas()))].sort((a, b) => rank(a) - rank(b));
  }

  async preview(id: string, withWhy: boolean): Promise<MilestoneRow> {
    return (await ask(calls().previewMilestone(id, withWhy))).row;
  }

  add = (words: MilestoneWords) => this.#take(calls().addMilestone(words));
  edit = (id: string, words: MilestoneWords, passphrase: Passphrase) => this.#take(calls().editMilestone(id, words, passphrase));
  setReachedOn = (id: string, day: string | null, passphrase: Passphrase) =>
    this.#take(calls().setMilestoneReachedOn(id, day, passphrase));
  setStanding = (id: string, standing: Standing, passphrase: Passphrase) =>
    this.#take(calls().setMilestoneStanding(id, standing, passphrase));
  startAgain = (id: string, day: string) => this.#take(calls().startAgain(id, day));
  moveStart = (id: string, span: string, day: string) => this.#take(calls().moveStart(id, span, day));
  mistyped = (id: string, span: string) => this.#take(calls().mistyped(id, span));
  share = (id: string, withWhy: boolean) => this.#take(calls().shareMilestone(id, withWhy));
  delete = (id: string, passphrase: Passphrase) => this.#take(calls().deleteMilestone(id, passphrase));

  /** Takes a copy out of what both share. */
  async takeBack(copy: string, passphrase: Passphrase): Promise<void> {
    await ask(calls().takeBack({ milestone: copy }, passphrase));
    await this.read();
  }

  /** Marks it ready to be celebrated; what it was is read again, because the day may be written down by it. */
  async mark(id: string, ready: Ready, passphrase: Passphrase): Promise<void> {
    await ask(calls().markReady(id, ready, passphrase));
    await this.read();
  }

  async #take(answer: Answer): Promise<void> {
    this.#view = await ask(answer);
    this.search.saw(this.#view);
    // The answer holds the first of all; where she looks for something among more than fit, it is looked for again.
    if (this.search.isLarge) await this.read();
  }
}
