import {
  ask,
  family as calls,
  type Achievement,
  type CheckInRow,
  type CheckInsView,
  type CheckInWords,
  type Course,
  type GoalRow,
  type GoalsView,
  type GoalWords,
  type Offer,
} from '../ipc/client';
import { Search } from './search';

type Passphrase = string | null;
type Answer = ReturnType<ReturnType<typeof calls>['goals']>;

/** The goals of what is open: one view, replaced whole. */
export class Goals {
  #view = $state.raw<GoalsView | null>(null);
  readonly search = new Search();

  /** Null until it was read. */
  get view(): GoalsView | null {
    return this.#view;
  }

  /** Reads them again: all of them, or what she looks for. */
  async read(): Promise<void> {
    this.#view = await ask(calls().goals(this.search.look));
    this.search.saw(this.#view);
  }

  async words(id: string): Promise<GoalWords> {
    return ask(calls().goalWords(id));
  }

  async checkIns(id: string, until: string): Promise<CheckInsView> {
    return ask(calls().goalCheckIns(id, until));
  }

  async preview(id: string, offer: Offer): Promise<GoalRow> {
    return (await ask(calls().previewProposal(id, offer))).row;
  }

  add = (words: GoalWords) => this.#take(calls().addGoal(words));
  edit = (id: string, words: GoalWords) => this.#take(calls().editGoal(id, words, null));
  propose = (id: string, offer: Offer) => this.#take(calls().proposeGoal(id, offer));
  agree = (row: GoalRow, person: string, passphrase: Passphrase) =>
    this.#take(calls().agreeToGoal(row.id, person, row.wording, passphrase));
  notNow = (id: string, notNow: boolean) => this.#take(calls().setGoalNotNow(id, notNow));
  takeBack = (id: string, passphrase: Passphrase) => this.#take(calls().takeBackProposal(id, passphrase));
  setCourse = (id: string, course: Course) => this.#take(calls().setGoalCourse(id, course, null));
  setAchievement = (id: string, achievement: Achievement) => this.#take(calls().setGoalAchievement(id, achievement, null));
  delete = (id: string) => this.#take(calls().deleteGoal(id, null));
  erasePart = (id: string, person: string, passphrase: Passphrase) => this.#take(calls().eraseMyPart(id, person, passphrase));
  checkIn = (id: string, by: string, words: CheckInWords, passphrase: Passphrase) =>
    this.#take(calls().checkIn(id, by, words, passphrase));
  editCheckIn = (id: string, row: CheckInRow, words: string, passphrase: Passphrase) =>
    this.#take(calls().editCheckIn(id, row.id, words, passphrase));
  removeCheckIn = (id: string, row: CheckInRow, passphrase: Passphrase) =>
    this.#take(calls().removeCheckIn(id, row.id, passphrase));

  async #take(answer: Answer): Promise<void> {
    this.#view = await ask(answer);
    this.search.saw(this.#view);
    // The answer holds the first of all; where she looks for something among more than fit, it is looked for again.
    if (this.search.isLarge) await this.read();
  }
}
