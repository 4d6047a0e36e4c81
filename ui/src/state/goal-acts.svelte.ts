import { words } from '../words';
import type { Achievement, CheckInRow, Course, GoalRow } from '../ipc/client';
import type { Family } from './family.svelte';
import { Goals } from './goals.svelte';
import { Said } from './said.svelte';
import { Signing } from './signing.svelte';

/** A question before something that cannot be taken back. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly run: () => Promise<boolean>;
}

/** Which sheet lies over the screen, and about which goal; a new one when `row` is null. */
export interface Sheet {
  readonly kind: 'form' | 'check-in' | 'propose';
  readonly row: GoalRow | null;
  /** The words written before that she changes. */
  readonly checkIn?: CheckInRow;
}

/** What she does on the screen of goals: each act, the line that says it was done, and the question before some. */
export class GoalActs {
  readonly goals = new Goals();
  readonly said = new Said();
  readonly signing: Signing;
  readonly #family: Family;
  question = $state.raw<Question | null>(null);
  sheet = $state.raw<Sheet | null>(null);

  constructor(family: Family) {
    this.#family = family;
    this.signing = new Signing(family.asking());
  }

  open(kind: Sheet['kind'], row: GoalRow | null, checkIn?: CheckInRow): void {
    this.signing.asking.forget();
    this.sheet = { kind, row, checkIn };
  }

  close(): void {
    this.signing.asking.forget();
    this.sheet = null;
  }

  read = () => this.signing.asking.of(() => this.goals.read());
  find = () => this.signing.asking.inTurn(() => this.goals.read());

  /** Says what was done, with a way to undo it. */
  done(text: string, by: string | null = null): void {
    this.said.did(text, by, this.signing, () => this.goals.read());
  }

  agree(row: GoalRow, person: string): Promise<boolean> {
    const alone = this.#family.alone !== null;
    const text = alone ? words('goals-said-agreed') : words('goals-said-agreed-hers', { name: this.#name(person) });
    return this.#signed(person, (passphrase) => this.goals.agree(row, person, passphrase), text);
  }

  notNow(row: GoalRow, notNow: boolean): Promise<boolean> {
    return this.#signed(null, () => this.goals.notNow(row.id, notNow), notNow ? words('goals-said-not-now') : null);
  }

  setCourse(row: GoalRow, course: Course): Promise<boolean> {
    return this.#signed(null, () => this.goals.setCourse(row.id, course), words(`goals-said-course-${course}`));
  }

  setAchievement(row: GoalRow, achievement: Achievement): Promise<boolean> {
    return this.#signed(null, () => this.goals.setAchievement(row.id, achievement), words('goals-said-achievement'));
  }

  takeBack(row: GoalRow, proposer: string | null): void {
    const other = this.#family.alone && this.#family.people.find((person) => person.id !== proposer);
    this.question = {
      title: words('goals-take-back-title'),
      text: other ? words('goals-take-back-text', { name: other.name }) : words('goals-take-back-together'),
      yes: words('goals-take-back'),
      run: () => this.#forGood(proposer, (passphrase) => this.goals.takeBack(row.id, passphrase), words('goals-said-taken-back')),
    };
  }

  delete(row: GoalRow): void {
    this.question = {
      title: words('goals-delete-title'),
      text: words('goals-delete-text'),
      yes: words('goals-delete'),
      run: () => this.#forGood(null, () => this.goals.delete(row.id), words('goals-said-deleted')),
    };
  }

  erasePart(row: GoalRow, person: string): void {
    const alone = this.#family.alone !== null;
    const name = this.#name(person);
    this.question = {
      title: alone ? words('goals-erase-title-mine') : words('goals-erase-title', { name }),
      text: alone ? words('goals-erase-text-mine') : words('goals-erase-text', { name }),
      yes: alone ? words('goals-erase-mine') : words('goals-erase-hers', { name }),
      run: () => this.#forGood(person, (passphrase) => this.goals.erasePart(row.id, person, passphrase), words('goals-said-erased')),
    };
  }

  removeCheckIn(row: GoalRow, checkIn: CheckInRow): void {
    this.question = {
      title: words('goals-remove-title'),
      text: words('goals-remove-text'),
      yes: words('goals-delete'),
      run: () =>
        this.#forGood(checkIn.by, (passphrase) => this.goals.removeCheckIn(row.id, checkIn, passphrase), words('goals-said-deleted')),
    };
  }

  async #signed(person: string | null, what: (passphrase: string | null) => Promise<void>, text: string | null): Promise<boolean> {
    const granted = await this.signing.of(person, what);
    if (granted && text !== null) this.done(text, person);
    else if (granted) this.said.clear();
    return granted;
  }

  async #forGood(person: string | null, what: (passphrase: string | null) => Promise<void>, text: string): Promise<boolean> {
    this.question = null;
    const granted = await this.signing.of(person, what);
    if (granted) this.said.say(text);
    return granted;
  }

  #name(person: string): string {
    return this.#family.people.find((someone) => someone.id === person)?.name ?? '';
  }
}
