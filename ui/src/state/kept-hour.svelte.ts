import { ask, family as calls, type LentWayRow, type NextHourView, type PlanLineRow, type PlanPart, type ReasonRow, type ReasonWords, type WayIdea, type WayKind, type WayRow, type WayWords } from '../ipc/client';
import type { Asking } from './asking.svelte';
import type { Family } from './family.svelte';
import { Said } from './said.svelte';
import { Signing } from './signing.svelte';

/** The kinds of ways, in the order in which they are shown. */
export const kinds: readonly WayKind[] = ['do_something', 'calm_the_body', 'be_with_someone', 'think_of_something_else'];

type Answer = ReturnType<ReturnType<typeof calls>['nextHour']>;

/** What she keeps for the next hour: one view, replaced whole, and what can be done with it while she is well. */
export class KeptHour {
  readonly said = new Said();
  readonly asking: Asking;
  #view = $state.raw<NextHourView | null>(null);
  #ideas = $state.raw<readonly WayIdea[]>([]);
  readonly #signing: Signing;

  constructor(readonly family: Family) {
    this.asking = family.asking();
    this.#signing = new Signing(this.asking);
  }

  /** Null until it was read. */
  get view(): NextHourView | null {
    return this.#view;
  }

  /** Ways that others might begin with; those she has are left out. */
  readonly ideas: readonly WayIdea[] = $derived(this.#ideas);

  async read(): Promise<void> {
    this.#view = await ask(calls().nextHour());
  }

  async readIdeas(): Promise<void> {
    this.#ideas = await ask(calls().wayIdeas());
  }

  /** Writes down a reason, or changes one; without a new photo the one it has stays. */
  keepReason(row: ReasonRow | null, said: ReasonWords, photo: string | null, told: string): Promise<boolean> {
    return this.#do(told, () => (row ? calls().editReason(row.id, said, photo) : calls().addReason(said, photo)));
  }

  removePhoto(row: ReasonRow, told: string): Promise<boolean> {
    return this.#do(told, () => calls().removeReasonPhoto(row.id));
  }

  deleteReason(row: ReasonRow, told: string): Promise<boolean> {
    return this.#doForGood(told, () => calls().deleteReason(row.id));
  }

  /** Writes down a way, or changes one; answers whether it was kept. */
  keepWay(row: WayRow | null, said: WayWords, told: string): Promise<boolean> {
    return this.#do(told, () => (row ? calls().editWay(row.id, said) : calls().addWay(said)));
  }

  markWay(row: WayRow, helped: boolean, told: string): Promise<boolean> {
    return this.#do(told, () => calls().setWayHelped(row.id, helped));
  }

  deleteWay(row: WayRow, told: string): Promise<boolean> {
    return this.#doForGood(told, () => calls().deleteWay(row.id));
  }

  /** Keeps a card for the next hour, or takes it out again. */
  keepCard(id: string, kept: boolean, told: string): Promise<boolean> {
    return this.#do(told, () => calls().setCardKept(id, kept));
  }

  /** Exactly what the other would see. */
  preview(row: WayRow): Promise<LentWayRow> {
    return ask(calls().previewWay(row.id));
  }

  lendWay(row: WayRow, told: string): Promise<boolean> {
    return this.#do(told, () => calls().lendWay(row.id));
  }

  takeBackWay(row: WayRow, told: string): Promise<boolean> {
    return this.#doForGood(told, () => calls().takeBackWay(row.id));
  }

  /** Keeps a copy of what the other lends among her own. */
  keepLentWay(id: string, told: string): Promise<boolean> {
    return this.#do(told, () => calls().keepLentWay(id));
  }

  /** Writes a line into a part of her plan, or changes one. */
  keepPlanLine(row: PlanLineRow | null, part: PlanPart, said: string, told: string): Promise<boolean> {
    return this.#do(told, () => (row ? calls().editPlanLine(row.id, said) : calls().addPlanLine(part, said)));
  }

  deletePlanLine(row: PlanLineRow, told: string): Promise<boolean> {
    return this.#doForGood(told, () => calls().deletePlanLine(row.id));
  }

  async #do(told: string, what: () => Answer): Promise<boolean> {
    const done = await this.#take(what);
    if (done) this.said.did(told, null, this.#signing, () => this.read());
    return done;
  }

  async #doForGood(told: string, what: () => Answer): Promise<boolean> {
    const done = await this.#take(what);
    if (done) this.said.say(told);
    return done;
  }

  #take(what: () => Answer): Promise<boolean> {
    return this.asking.of(async () => {
      this.#view = await ask(what());
    });
  }
}
