import type { Owner, RitualRow, RitualToday } from '../ipc/client';
import { words } from '../words';
import type { Asking } from './asking.svelte';
import type { Family } from './family.svelte';
import { Rituals } from './rituals.svelte';
import { Said } from './said.svelte';
import { Signing } from './signing.svelte';
import type { Someone } from './someone';

/** What can be done with a ritual on its screen: who may, whose passphrase it needs, and what is said once it is done. */
export class RitualActs {
  readonly rituals = new Rituals();
  readonly said = new Said();
  readonly asking: Asking;
  /** What is only looked at waits for nothing that is being done. */
  readonly looking: Asking;
  readonly signing: Signing;

  constructor(readonly family: Family) {
    this.asking = family.asking();
    this.looking = family.asking();
    this.signing = new Signing(this.asking);
  }

  /** In whose name something is written now: the one who is here, or both. */
  get writer(): Owner {
    const { alone } = this.family;
    return alone ? { one: alone.id } : 'both';
  }

  /** The other one of the two; null while nobody else is in the family. */
  get other(): Someone | null {
    return this.family.people.find((person) => person.id !== this.family.alone?.id) ?? null;
  }

  person(owner: Owner): Someone | null {
    return owner === 'both' ? null : (this.family.people.find((person) => person.id === owner.one) ?? null);
  }

  /** Only its owner changes it; a joint one is either's. */
  canChange(row: Pick<RitualToday, 'owner'>): boolean {
    return row.owner === 'both' || (this.person(row.owner)?.here ?? false);
  }

  /** Does something with a ritual, asks for a passphrase where it binds its owner, and says that it was done. */
  async do(row: RitualRow | null, said: string, what: (passphrase: string | null) => Promise<void>, undoable = true): Promise<boolean> {
    const person = row === null || row.owner === 'both' ? null : row.owner.one;
    const granted = await this.signing.of(person, what);
    if (granted && undoable) this.said.did(said, person ?? null, this.signing, () => this.rituals.readAgain());
    else if (granted) this.said.say(said);
    return granted;
  }

  /** "We did it", or "I did it" of what is one person's own. */
  didIt(row: Pick<RitualToday, 'owner'>): string {
    return words(this.family.alone && row.owner !== 'both' ? 'rituals-i-did-it' : 'rituals-we-did-it');
  }

  /** "Not this week", by how it comes round. */
  notNow(row: Pick<RitualToday, 'recurrence'>): string {
    const { how } = row.recurrence;
    if (how.kind === 'once' || how.every > 1) return words('rituals-not-this-time');
    if (how.kind === 'daily') return words('rituals-not-today');
    if (how.kind === 'weekly') return words(how.on.length > 1 ? 'rituals-not-today' : 'rituals-not-this-week');
    return words(how.kind === 'yearly' ? 'rituals-not-this-year' : 'rituals-not-this-month');
  }
}
