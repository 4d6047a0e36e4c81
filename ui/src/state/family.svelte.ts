import type { PersonColor } from '../components/person';
import { ask, family as calls, Refused, type ContactRow, type DoorView, type HereView, type MeView, type Told } from '../ipc/client';
import { setLanguage } from '../words';
import { Asking } from './asking.svelte';
import { Drafts } from './drafts.svelte';
import { Idle } from './idle';
import { showIn, themeOf } from './look';
import { Screen } from './screen.svelte';
import { News } from './news';
import { nobody, someone, type Someone } from './someone';

/** What the whole window shows: nothing yet, why nothing can be shown, a first time, lost words, the door, the screens. */
export type Stage = 'starting' | 'unreadable' | 'newcomer' | 'lost' | 'door' | 'inside';

/** The family in this window: its door, who is here, and which screen is shown. Each view is replaced whole. */
export class Family {
  readonly screen = new Screen();
  readonly drafts = new Drafts();
  /** Locks when nobody is there; a celebration and breathing ask it to wait. */
  readonly idle = new Idle(() => void this.lockAll());
  readonly news = new News(async () => (this.#stage === 'inside' ? this.#readHers(await ask(calls().here())) : undefined));
  #stage = $state<Stage>('starting');
  #door = $state.raw<DoorView | null>(null);
  #here = $state.raw<HereView>(nobody);
  #me = $state.raw<MeView | null>(null);
  #contacts = $state.raw<readonly ContactRow[]>([]);
  #told = $state.raw<Told | null>(null);
  #lost = $state<string | null>(null);

  get stage(): Stage {
    return this.#stage;
  }

  get door(): DoorView | null {
    return this.#door;
  }

  get here(): HereView {
    return this.#here;
  }

  /** What she said of herself, while her own space is open. */
  get me(): MeView | null {
    return this.#me;
  }

  /** Why nothing can be shown. */
  get told(): Told | null {
    return this.#told;
  }

  /** Everybody of the family, with who is in. */
  readonly people: readonly Someone[] = $derived(
    (this.#door?.people ?? []).map((person) => someone(person, this.#here.here.some((other) => other.id === person.id))),
  );

  readonly peopleHere: readonly Someone[] = $derived(this.people.filter((person) => person.here));

  /** The one who is here alone; null while nobody or both are. */
  readonly alone: Someone | null = $derived(this.peopleHere.length === 1 ? (this.peopleHere[0] ?? null) : null);

  /** Whether the one who is here alone has her own space open: not after the other locked her side beside her. */
  readonly mineIsOpen: boolean = $derived(this.alone !== null && this.#here.mine_is_open.includes(this.alone.id));

  /** Whether something new has a place to go to: not while her own space is closed after the other locked her side. */
  readonly canWrite: boolean = $derived(this.alone ? this.mineIsOpen : this.#here.ours_is_open);

  /** Whether there is anything to see: a newcomer and the first one side by side share nothing before the yes. */
  readonly somethingIsOpen: boolean = $derived(this.#here.ours_is_open || this.#here.mine_is_open.length > 0);

  /** Whom the spare words are for, while they are asked for. */
  readonly lost: Someone | null = $derived(this.people.find((person) => person.id === this.#lost) ?? null);

  /** The bells' colours; one person has both. */
  readonly bells: readonly [PersonColor, PersonColor] = $derived([
    this.people[0]?.color ?? 'rose',
    this.people[1]?.color ?? this.people[0]?.color ?? 'honey',
  ]);

  /** Whom Help now shows: her own people while she is here alone, else those she lets anyone at this computer read. */
  readonly contacts: readonly ContactRow[] = $derived(this.mineIsOpen ? this.#contacts : (this.#door?.readable ?? []));

  /** An asking that looks again at where things stand when what it asks about was closed in the meantime. */
  asking(): Asking {
    return new Asking(() => void this.begin());
  }

  /** Reads from the core where things stand: at the start, and after the page was loaded afresh. */
  async begin(): Promise<void> {
    try {
      this.seeDoor(await ask(calls().door()));
      await this.see(await ask(calls().here()));
      if (this.#here.here.length > 0) this.goOn();
      else this.#stage = this.people.length === 0 ? 'newcomer' : 'door';
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#told = error.told;
      this.#stage = 'unreadable';
    }
  }

  /** Takes a fresh door. */
  seeDoor(door: DoorView): void {
    this.#door = door;
    setLanguage(door.language ?? 'en', door.region);
    showIn(themeOf(door.theme));
  }

  /** Keeps the place she chose in Help now; when it cannot be kept, Help now uses it all the same. */
  async setRegion(region: string): Promise<void> {
    const answer = await calls().setRegion(region);
    if (answer.status === 'ok') this.seeDoor(answer.data);
  }

  /** Takes who is here now, and what comes with it: what is hers, and the words she had not finished. */
  async see(here: HereView): Promise<void> {
    await this.#readHers(here);
    // While the one who stayed has yet to open her own space again, there is nowhere to write.
    await this.drafts.read(this.canWrite);
  }

  seeMe(me: MeView): void {
    this.#me = me;
    this.#here = { ...this.#here, idle_minutes: me.idle_minutes };
  }

  seeContacts(contacts: readonly ContactRow[]): void {
    this.#contacts = contacts;
  }

  async comeIn(person: string, passphrase: string): Promise<void> {
    await this.drafts.seal();
    await this.see(await ask(calls().comeIn(person, passphrase)));
  }

  /** Somebody has made her way in, for the first time or again. */
  async welcome(here: HereView): Promise<void> {
    this.seeDoor(await ask(calls().door()));
    await this.see(here);
    this.goOn();
  }

  async sayYes(newcomer: string, passphrase: string): Promise<void> {
    await this.see(await ask(calls().sayYes(newcomer, passphrase)));
  }

  /** Goes on from a folder that is older than it was, which is not said again. */
  async goOnFromHere(): Promise<void> {
    this.#here = await ask(calls().goOnFromHere());
  }

  /** From the door to the screens, with whoever is here. */
  goOn(): void {
    this.#stage = 'inside';
  }

  /** To the first time of somebody who is not in the family yet. Nobody is here then: each does it alone. */
  makeRoom(): void {
    this.#stage = 'newcomer';
  }

  /** To the spare words of somebody who has lost her passphrase. */
  async hasLost(person: string): Promise<void> {
    await this.drafts.seal();
    this.#lost = person;
    this.#stage = 'lost';
  }

  /** Back to the door, as it is now; nothing is locked by going there. */
  async toTheDoor(): Promise<void> {
    await this.drafts.seal();
    await this.see(await ask(calls().here()));
    this.#stage = 'door';
  }

  async lock(person: string): Promise<void> {
    await this.drafts.seal();
    const here = await ask(calls().lock(person));
    // With nobody left this process ends by itself. With somebody left, nothing the other saw may stay in the page.
    if (here.here.length > 0) location.reload();
  }

  async lockAll(): Promise<void> {
    await this.drafts.seal();
    await ask(calls().lockAll());
  }

  /** The window is blank already. What she was writing is sealed if that takes but a moment. */
  async hide(): Promise<void> {
    const moment = new Promise<void>((done) => setTimeout(done, 250));
    await Promise.race([this.drafts.seal(), moment]).catch(() => {});
    await calls().hide();
  }

  async #readHers(here: HereView): Promise<void> {
    this.#here = here;
    this.#me = this.mineIsOpen ? await ask(calls().me()) : null;
    this.#contacts = this.mineIsOpen ? await ask(calls().contacts()) : [];
  }
}
