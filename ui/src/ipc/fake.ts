// A family in memory that answers the calls of the door, the first time and Settings as the core does; for tests and for
// building screens without the core. What it does not know is not answered.
import { commands } from './bindings';
import type { Calls, Code, ContactRow, DoorView, HereView, Lives, NewcomerView, PersonView, Told } from './client';

interface FakePerson {
  view: PersonView;
  passphrase: string;
  spareWords: string | null;
  isInOurs: boolean;
  lives: Lives[];
  idleMinutes: number | null;
  contacts: ContactRow[];
}

type Answer<T> = Promise<{ status: 'ok'; data: T } | { status: 'error'; error: Told }>;

const codes: Partial<Record<string, Code>> = {
  'wrong-words': 'wrong_words',
  closed: 'closed',
  'needs-her-passphrase': 'needs_her_passphrase',
};
const ok = <T>(data: T): Answer<T> => Promise.resolve({ status: 'ok', data });

/** A refusal, by the name the core gives it. */
export function refusal(name: string, bound: number | null = null): Answer<never> {
  const error: Told = { code: codes[name] ?? null, message: `error-${name}`, advice: `error-${name}-advice`, bound };
  return Promise.resolve({ status: 'error', error });
}

export const spareWords = 'acid bead cage deal east fade gate half idea jazz keen lamp'.split(' ');
const six = 'apple brick cloud dance eager flame'.split(' ');
const plain = (text: string) => text.trim().toLowerCase().split(/\s+/).join(' ');

/** Somebody of the family, with a passphrase and nothing else. */
export function fakePerson(id: string, name: string, colour: PersonView['colour'], passphrase: string): FakePerson {
  const view = { id, name, colour, here: false };
  return { view, passphrase, spareWords: spareWords.join(' '), isInOurs: true, lives: [], idleMinutes: 10, contacts: [] };
}

/** Makes the family; `calls` goes to `answerWith`, the rest is for looking into it. */
export function fakeFamily(people: FakePerson[] = []) {
  const here = new Set<string>();
  const mineOpen = new Set<string>();
  const drafts = new Map<string, string>();
  const card = { language: null as string | null, region: null as string | null, theme: null as string | null, putBack: false };
  const said: string[] = [];
  let coming: FakePerson | null = null;
  let offers = 0;

  const find = (id: string) => people.find((person) => person.view.id === id);
  const alone = () => (here.size === 1 ? find([...here][0] ?? '') : undefined);
  const weak = (passphrase: string) => passphrase.length < 14;
  const door = (): DoorView => ({
    language: card.language,
    region: card.region,
    theme: card.theme,
    people: people.map((person) => ({ ...person.view, here: here.has(person.view.id) })),
    readable: people.flatMap((person) => person.contacts.filter((row) => row.readable_while_locked)),
    readable_words: [],
  });
  const newcomer = (): NewcomerView | null => {
    const waiting = people.find((person) => !person.isInOurs);
    const greets = people.some((person) => person.isInOurs && here.has(person.view.id));
    return waiting && greets ? { person: waiting.view, words: six } : null;
  };
  const view = (): HereView => ({
    here: people.filter((person) => here.has(person.view.id)).map((person) => person.view),
    mine_is_open: [...mineOpen],
    ours_is_open: here.size > 0 && [...here].every((id) => find(id)?.isInOurs),
    together: here.size === 2,
    newcomer: newcomer(),
    idle_minutes: people.filter((person) => here.has(person.view.id)).map((person) => person.idleMinutes)[0] ?? null,
    can_undo: false,
    put_back: card.putBack,
  });
  const enter = (id: string) => {
    here.add(id);
    mineOpen.clear();
    if (here.size === 1) mineOpen.add(id);
    return ok(view());
  };
  const me = () => {
    const person = alone();
    if (!person || !mineOpen.has(person.view.id)) return refusal('closed');
    return ok({
      person: person.view,
      lives: person.lives,
      idle_minutes: person.idleMinutes,
      next_day_question: true,
      has_spare_words: person.spareWords !== null,
      words: six,
    });
  };

  const calls: Partial<Calls> = {
    door: () => ok(door()),
    here: () => ok(view()),
    offerPassphrase: () => ok(`five offered words number ${(offers += 1)}`),
    begin: (words, passphrase) => {
      if (words.name.trim() === '') return refusal('blank');
      if (weak(passphrase)) return refusal('weak-passphrase');
      coming = fakePerson(`person-${people.length + 1}`, words.name, words.colour, passphrase);
      coming.isInOurs = people.length === 0;
      return ok(spareWords);
    },
    trySpareWords: (copied) => {
      if (!coming || plain(copied) !== coming.spareWords) return refusal('spare-words-differ');
      people.push(coming);
      return enter(coming.view.id);
    },
    comeIn: (id, passphrase) => (find(id)?.passphrase === passphrase ? enter(id) : refusal('wrong-words')),
    sayYes: (id, passphrase) => {
      const opener = people.find((person) => person.isInOurs);
      const waiting = find(id);
      if (!waiting || opener?.passphrase !== passphrase) return refusal('wrong-words');
      waiting.isInOurs = true;
      return ok(view());
    },
    goOnFromHere: () => ((card.putBack = false), ok(view())),
    lock: (id) => {
      said.push(`lock ${id}`);
      here.delete(id);
      mineOpen.delete(id);
      return ok(view());
    },
    lockAll: () => {
      said.push('lock all');
      here.clear();
      mineOpen.clear();
      return ok(null);
    },
    families: async () => null,
    hide: async () => void said.push('hide'),
    setLanguage: (language) => ((card.language = language), ok(door())),
    setRegion: (region) => ((card.region = region), ok(door())),
    setTheme: (theme) => ((card.theme = theme), ok(door())),
    me,
    setLives: (lives) => ((alone()!.lives = lives), me()),
    setIdleMinutes: (minutes) => ((alone()!.idleMinutes = minutes), me()),
    openWithSpareWords: (id, copied, fresh) => {
      const person = find(id);
      if (!person?.spareWords) return refusal('spare-words-used');
      if (plain(copied) !== person.spareWords) return refusal('wrong-words');
      if (weak(fresh)) return refusal('weak-passphrase');
      Object.assign(person, { passphrase: fresh, spareWords: null });
      return enter(id);
    },
    contacts: () => ok(alone()?.contacts ?? []),
    drafts: () => ok([...drafts].map(([field, text]) => ({ field, text }))),
    keepDraft: (field, text) => {
      if (text === '') drafts.delete(field);
      else drafts.set(field, text);
      return ok(null);
    },
  };
  // A screen that asks for something else waits for ever, as for a slow disk.
  const unknown = Object.fromEntries(Object.keys(commands).map((name) => [name, () => new Promise(() => {})]));
  return { calls: { ...unknown, ...calls } as Calls, people, drafts, said, card, here };
}
