import { words } from '../words';

/** The cards, shelf by shelf, in the order of the core, which keeps them by the same ids. */
export const shelves = {
  recovery: ['what-recovery-is', 'hope', 'medicines-count', 'triggers', 'after-a-setback'],
  safety: ['after-a-break', 'stopping-suddenly', 'when-to-call', 'thoughts-of-dying', 'sleep', 'medicine-changes', 'trauma'],
  birth: ['after-birth', 'after-birth-at-once', 'mothers-rest'],
  between: ['what-family-can-do', 'not-yours-to-save', 'boundaries', 'trust-comes-back', 'anger', 'eating-together', 'eating-disorders', 'talking-to-a-child'],
  everyday: ['asking-is-strength', 'groups-and-mentors', 'shame', 'visits-and-feasts', 'money', 'work', 'rest-for-who-is-near'],
} as const;
export type Shelf = keyof typeof shelves;
export const shelfNames = Object.keys(shelves) as Shelf[];
export const cards: readonly string[] = shelfNames.flatMap((shelf) => [...shelves[shelf]]);

/** The day on which the cards were written. */
export const writtenOn = '2026-11-23';

const withHelp: readonly string[] = ['after-a-setback', 'after-a-break', 'stopping-suddenly', 'when-to-call', 'thoughts-of-dying', 'after-birth-at-once', 'anger', 'eating-disorders'];

/** Whether a card speaks of Help now, and so has it beside its words. */
export const hasHelp = (id: string): boolean => withHelp.includes(id);

/** The paragraphs of a card. */
export const paragraphs = (id: string): string[] => words(`card-${id}.text`).split('\n\n');

/** Whether a card has these words in it, in its title or beneath. */
export function speaksOf(id: string, find: string): boolean {
  const looked = find.trim().toLocaleLowerCase();
  return `${words(`card-${id}`)}\n${words(`card-${id}.text`)}`.toLocaleLowerCase().includes(looked);
}

/** A card as it is put among her words: quoted, with where it is from, and from then on hers to change. */
export function quoted(id: string): string {
  const quote = words('knowing-quoted', { title: words(`card-${id}`), text: words(`card-${id}.text`), source: words(`card-${id}.source`) });
  // The unseen marks around what is filled in have no place among words that she goes on writing.
  return quote.replace(/[\u2068\u2069]/g, '');
}
