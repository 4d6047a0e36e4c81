import { ask, family as calls, type MilestonesView, type MilestoneWords } from '../ipc/client';

/** The milestones of what is open: one view, replaced whole. */
export class Milestones {
  #view = $state.raw<MilestonesView | null>(null);

  /** Null until it was read. */
  get view(): MilestonesView | null {
    return this.#view;
  }

  async read(): Promise<void> {
    this.#view = await ask(calls().milestones());
  }

  async add(words: MilestoneWords): Promise<void> {
    this.#view = await ask(calls().addMilestone(words));
  }
}
