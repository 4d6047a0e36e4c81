import type { Idea, MilestoneRow, MilestoneWords, Told } from '../ipc/client';
import { today, words, type Day } from '../words';
import type { Kept } from './drafts.svelte';

/** The most characters one text may have, and the most days a counted milestone may be of; the core holds both. */
export const mostCharacters = 10_000;
export const mostDays = 36_525;

/** What is not right yet, beside the field it is about. */
export type Wrong = { readonly at: 'title' | 'reachedOn' | 'number' | 'since'; readonly text: string };

/** What stands in the form of one milestone, new or being changed. */
export class MilestoneForm {
  readonly row: MilestoneRow | null;
  title = $state('');
  why = $state('');
  reachedOn = $state<Day | null>(null);
  isCounted = $state(false);
  number = $state('');
  since = $state<Day | null>(today());
  wrong = $state.raw<Wrong | null>(null);
  #idea = $state<string | null>(null);

  constructor(row: MilestoneRow | null) {
    this.row = row;
    this.asItWas();
  }

  /** The words under which what she had not finished is kept. */
  get draft(): string {
    return this.row ? `milestone ${this.row.id}` : 'milestone';
  }

  /** What is unfinished: everything of a new one, of another what she changed. */
  readonly fields = {
    title: () => (this.title === (this.row?.title ?? '') ? '' : this.title),
    why: () => (this.why === (this.row?.why ?? '') ? '' : this.why),
  };

  /** Whether she has written words of her own, which an idea must not take the place of. */
  get hasOwnWords(): boolean {
    return this.title.trim() !== '' && this.title !== this.#idea;
  }

  asItWas(): void {
    const { row } = this;
    this.title = row?.title ?? '';
    this.why = row?.why ?? '';
    this.reachedOn = row?.reached_on ?? null;
    this.isCounted = row?.counted != null;
    this.number = row?.counted ? String(row.counted.number) : '';
  }

  goOnWith(kept: Kept): void {
    this.title = kept.title ?? this.title;
    this.why = kept.why ?? this.why;
  }

  begin(idea: Idea): void {
    this.title = this.#idea = words(idea.id);
    const days = idea.what.kind === 'milestone' ? idea.what.days_all_together : null;
    this.isCounted = days !== null;
    this.number = days === null ? '' : String(days);
  }

  /** What she says, once nothing is missing; else it is told which field is not right. */
  said(): MilestoneWords | null {
    this.wrong = this.#missing();
    if (this.wrong) return null;
    const counted = this.isCounted ? { number: this.#days, since: this.since ?? today() } : null;
    return { title: this.title, why: this.why, reached_on: this.reachedOn, counted };
  }

  /** Finds the field a refusal is about; null when it is about none. */
  refused(told: Told): void {
    const days: Wrong['at'] = this.reachedOn === null ? 'since' : 'reachedOn';
    const at = { 'error-blank': 'title', 'error-future-day': days, 'error-long-ago': days, 'error-out-of-bounds': 'number' } as const;
    const field = at[told.message as keyof typeof at];
    this.wrong = field ? { at: field, text: words(told.message, { bound: told.bound ?? 0 }) } : null;
  }

  error(at: Wrong['at']): string | null {
    return this.wrong?.at === at ? this.wrong.text : null;
  }

  get #days(): number {
    return /^\s*\d+\s*$/.test(this.number) ? Number(this.number) : 0;
  }

  #missing(): Wrong | null {
    if (this.title.trim() === '') return { at: 'title', text: words('error-blank') };
    if (!this.isCounted) return null;
    if (this.#days < 1 || this.#days > mostDays) return { at: 'number', text: words('milestones-number-bound', { most: mostDays }) };
    if (!this.row && this.since === null) return { at: 'since', text: words('milestones-since-missing') };
    return null;
  }
}
