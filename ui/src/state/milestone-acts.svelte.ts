import type { Idea, MilestoneRow, MilestoneWords, Ready, SpanRow, Standing } from '../ipc/client';
import { words } from '../words';
import type { Family } from './family.svelte';
import { Milestones } from './milestones.svelte';
import { Said } from './said.svelte';
import { Signing } from './signing.svelte';
import type { Someone } from './someone';
import { shortened } from './shortened';

/** A question before something that cannot be taken back. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly more: string | null;
  readonly yes: string;
  readonly run: () => Promise<boolean>;
}

/** Which sheet lies over the screen, and about what. */
export type Sheet =
  | { readonly kind: 'form'; readonly row: MilestoneRow | null; readonly idea?: Idea }
  | { readonly kind: 'happened' | 'mark' | 'again' | 'share' | 'see'; readonly row: MilestoneRow }
  | { readonly kind: 'move'; readonly row: MilestoneRow; readonly span: SpanRow };

/** What she does on the screen of milestones: each act, the line that says it was done, the question before some. */
export class MilestoneActs {
  readonly milestones = new Milestones();
  readonly said = new Said();
  readonly signing: Signing;
  readonly #family: Family;
  question = $state.raw<Question | null>(null);
  sheet = $state.raw<Sheet | null>(null);
  /** The one she last opened a sheet for or did something with, so that the focus finds it again. */
  touched: string | null = null;

  constructor(family: Family) {
    this.#family = family;
    this.signing = new Signing(family.asking());
  }

  /** The other one of the two, while one is here alone. */
  get other(): Someone | null {
    const { alone, people } = this.#family;
    return (alone && people.find((person) => person.id !== alone.id)) ?? null;
  }

  open(sheet: Sheet): void {
    this.signing.asking.forget();
    this.touched = sheet.row?.id ?? null;
    this.sheet = sheet;
  }

  close(): void {
    this.signing.asking.forget();
    // What she was writing is kept before the form is gone.
    if (this.sheet?.kind === 'form') void this.#family.drafts.seal();
    this.sheet = null;
  }

  read = () => this.signing.asking.of(() => this.milestones.read());
  find = () => this.signing.asking.inTurn(() => this.milestones.read());

  async keep(row: MilestoneRow | null, said: MilestoneWords): Promise<boolean> {
    if (!row) return this.#done(null, null, () => this.milestones.add(said), words('milestones-said-kept'));
    return this.#done(row, owner(row), (passphrase) => this.milestones.edit(row.id, said, passphrase), words('milestones-said-changed'));
  }

  setReachedOn(row: MilestoneRow, day: string | null): Promise<boolean> {
    const text = words(day === null ? 'milestones-said-not-yet' : 'milestones-said-reached');
    return this.#done(row, owner(row), (passphrase) => this.milestones.setReachedOn(row.id, day, passphrase), text);
  }

  /** Marks it ready to be celebrated, as its owner said. */
  mark(row: MilestoneRow, ready: Ready, said: string): Promise<boolean> {
    return this.#done(row, owner(row), (passphrase) => this.milestones.mark(row.id, ready, passphrase), said);
  }

  setStanding(row: MilestoneRow, standing: Standing): Promise<boolean> {
    const text = words(`milestones-said-${standing}`);
    return this.#done(row, owner(row), (passphrase) => this.milestones.setStanding(row.id, standing, passphrase), text);
  }

  startAgain(row: MilestoneRow, day: string): Promise<boolean> {
    return this.#done(row, null, () => this.milestones.startAgain(row.id, day), words('milestones-said-again'));
  }

  moveStart(row: MilestoneRow, span: SpanRow, day: string): Promise<boolean> {
    return this.#done(row, null, () => this.milestones.moveStart(row.id, span.id, day), words('milestones-said-moved'));
  }

  mistyped(row: MilestoneRow, span: SpanRow): Promise<boolean> {
    return this.#done(row, null, () => this.milestones.mistyped(row.id, span.id), words('milestones-said-mistyped'));
  }

  share(row: MilestoneRow, withWhy: boolean): Promise<boolean> {
    const text = words('milestones-said-shared', { name: this.other?.name ?? '' });
    return this.#done(row, null, () => this.milestones.share(row.id, withWhy), text);
  }

  /** Takes the copy of her own back; what it cannot reach was said beside it. */
  stopSharing(row: MilestoneRow): Promise<boolean> {
    const copy = row.copy?.id ?? row.id;
    return this.#forGood(row, (passphrase) => this.milestones.takeBack(copy, passphrase), words('milestones-said-taken-back'));
  }

  askToStopSharing(row: MilestoneRow): void {
    this.question = {
      title: words('milestones-take-back-title', { title: shortened(row.title) }),
      text: words('milestones-take-back-text'),
      more: null,
      yes: words('milestones-take-back'),
      run: () => this.stopSharing(row),
    };
  }

  askToDelete(row: MilestoneRow): void {
    this.question = {
      title: words('milestones-delete-title', { title: shortened(row.title) }),
      text: words('milestones-delete-text'),
      more: row.copy && this.other ? words('milestones-delete-shared', { name: this.other.name }) : null,
      yes: words('milestones-delete'),
      run: () => this.#forGood(row, (passphrase) => this.milestones.delete(row.id, passphrase), words('milestones-said-deleted')),
    };
  }

  async #done(
    row: MilestoneRow | null,
    person: string | null,
    what: (passphrase: string | null) => Promise<void>,
    text: string,
  ): Promise<boolean> {
    this.touched = row?.id ?? null;
    const granted = await this.signing.of(person, what);
    if (granted) this.said.did(text, person, this.signing, () => this.milestones.read());
    return granted;
  }

  async #forGood(row: MilestoneRow, what: (passphrase: string | null) => Promise<void>, text: string): Promise<boolean> {
    this.touched = row.id;
    this.question = null;
    const granted = await this.signing.of(owner(row), what);
    if (granted) this.said.say(text);
    return granted;
  }
}

/** The one person whose it is; null when it is of both. */
function owner(row: MilestoneRow): string | null {
  return row.owner === 'both' ? null : (row.owner.one ?? null);
}
