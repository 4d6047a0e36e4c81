import type { Approach, CelebrationRow, KeepsakeRow, MilestoneRow, Ready, RitualToday } from '../ipc/client';
import { today as todayIs, words } from '../words';
import type { Asking } from './asking.svelte';
import type { Family } from './family.svelte';
import { RitualActs } from './ritual-acts.svelte';
import { Said } from './said.svelte';
import { Signing } from './signing.svelte';
import { Today } from './today.svelte';

/** What can be done from Today: whose passphrase it needs, and what is said once it is done. */
export class TodayActs {
  readonly today = new Today();
  readonly said = new Said();
  readonly asking: Asking;
  readonly signing: Signing;
  /** Who may say what of a ritual, and in which words. */
  readonly rituals: RitualActs;
  /** The milestone whose marking is asked about. */
  marking = $state.raw<MilestoneRow | null>(null);
  /** The celebration she brings something along to. */
  bringing = $state.raw<CelebrationRow | null>(null);

  constructor(readonly family: Family) {
    this.asking = family.asking();
    this.signing = new Signing(this.asking);
    this.rituals = new RitualActs(family);
  }

  read = () => this.asking.of(() => this.today.read());

  /** Only its owner says whether a ritual was kept; side by side either says it for both. */
  maySay(row: RitualToday): boolean {
    return row.today === 'unknown' && (this.family.alone === null || this.rituals.canChange(row));
  }

  didIt = (row: RitualToday) => this.#do(words('rituals-said-kept'), () => this.today.keepRitual(row.id, todayIs()));
  notNow = (row: RitualToday) => this.#do(words('rituals-said-skipped'), () => this.today.skipRitual(row.id, todayIs()));

  async comes(row: CelebrationRow): Promise<void> {
    const done = await this.#do(words('today-comes'), () => this.today.answerInvitation(row.id));
    if (done) this.bringing = row;
  }

  /** Later leaves no trace: not even a line that says so. */
  later = (row: CelebrationRow) => this.#quietly(() => this.today.putOff(row.id));

  approaches = (row: MilestoneRow, approach: Approach) =>
    this.#do(words(`today-approached-${approach}`), () => this.today.answerExpected(row.id, approach));
  notThisTime = (row: MilestoneRow) =>
    this.#do(words('celebration-marked-not_this_time'), () => this.today.markReady(row.id, 'not_this_time', null));

  /** Marks a milestone as she said, with its owner's passphrase where both are here. */
  async mark(row: MilestoneRow, ready: Ready, said: string): Promise<boolean> {
    const owner = row.owner === 'both' ? null : (row.owner.one ?? null);
    const done = await this.signing.of(owner, (passphrase) => this.today.markReady(row.id, ready, passphrase));
    if (done) this.#did(said, owner);
    return done;
  }

  async withdraw(row: CelebrationRow): Promise<void> {
    const owner = row.owner === 'both' ? null : (row.owner.one ?? null);
    const done = await this.signing.of(owner, (passphrase) => this.today.withdraw(row.id, passphrase));
    if (done) this.said.say(words('today-withdrawn'));
  }

  remembers = (row: KeepsakeRow, memory: string) =>
    memory.trim() === ''
      ? this.#quietly(() => this.today.answerNextDay(row.id, ''))
      : this.#do(words('today-remembered'), () => this.today.answerNextDay(row.id, memory));

  async askNoMore(): Promise<void> {
    const done = await this.asking.of(async () => this.family.seeMe(await this.today.askNoMore()));
    if (done) this.said.say(words('today-next-day-is-off'));
  }

  sees = (giver: string, about: string, line: string, name: string) =>
    this.#do(words('today-seen', { name }), () => this.today.seeSmall(giver, about, line));

  async #do(said: string, what: () => Promise<void>): Promise<boolean> {
    const done = await this.asking.of(what);
    if (done) this.#did(said, null);
    return done;
  }

  #did(said: string, by: string | null): void {
    this.said.did(said, by, this.signing, () => this.today.read());
  }

  /** Does what is not spoken of; what was said before can no longer be undone from there. */
  #quietly(what: () => Promise<void>): Promise<boolean> {
    this.said.clear();
    return this.asking.of(what);
  }
}
