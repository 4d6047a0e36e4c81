import type { MemoryLaneView, RitualRow } from '../../ipc/client';
import { addDays, today } from '../../words';
import { weekdayOf } from './when';

const ana = { one: 'a' };
const mira = { one: 'm' };

/** A ritual as the core would answer with it. */
export function ritual(said: Partial<RitualRow> & Pick<RitualRow, 'id' | 'title'>): RitualRow {
  return {
    whose: 'ours',
    owner: 'both',
    meaning: '',
    steps: [],
    recurrence: { starts_on: addDays(today(), -70), how: { kind: 'weekly', every: 1, on: [weekdayOf(today())] }, rests: [], ends_on: null },
    at: null,
    standing: 'going',
    next_on: addDays(today(), 3),
    last_kept_on: null,
    today: 'not_due',
    is_shared: false,
    ...said,
  };
}

export const tea = ritual({
  id: 'tea',
  title: 'Tea on the back step 🍵',
  meaning: 'Because on the step nobody has to say how the week was, and then one of us does.',
  steps: [
    { who: ana, words: 'Puts the kettle on, phones in the drawer' },
    { who: mira, words: 'Picks the question from the jar' },
    { who: 'both', words: 'One thing that was hard, one that was good' },
  ],
  at: 1170,
  today: 'unknown',
  next_on: today(),
  last_kept_on: addDays(today(), -7),
});

export const many = [
  tea,
  ritual({ id: 'sky', title: 'A name for the sky', recurrence: { ...tea.recurrence, how: { kind: 'daily', every: 1 } }, today: 'kept', last_kept_on: today(), next_on: addDays(today(), 1) }),
  ritual({ id: 'song', title: 'أغنية لكل واحدة', today: 'unknown', next_on: today(), steps: [{ who: 'both', words: 'نستمع حتى النهاية' }] }),
  ritual({ id: 'bench', title: 'The same bench', owner: mira, recurrence: { ...tea.recurrence, how: { kind: 'monthly_on_nth', every: 1, nth: 'second', weekday: 'tue' } }, last_kept_on: '2025-11-08' }),
  ritual({ id: 'stone', title: 'Handing on the stone, which has been to the sea and back and still smells a little of salt and of the glove compartment', recurrence: { ...tea.recurrence, how: { kind: 'monthly_on_day', every: 1, day: 31 } } }),
  ritual({ id: 'page', title: 'The Sunday page', standing: 'resting', next_on: null, last_kept_on: addDays(today(), -40) }),
];

export const lane: MemoryLaneView = {
  ritual: 'tea',
  has_more: true,
  rows: [
    {
      day: addDays(today(), -7),
      state: 'kept',
      lines: [
        { who: ana, words: 'It rained and we stayed out. Je n’ai rien regretté.' },
        { who: mira, words: 'מירה צחקה, פעם אחת לפחות' },
      ],
      photos: [],
    },
    { day: addDays(today(), -14), state: 'kept', lines: [{ who: 'both', words: 'The question was what the sea owes us.' }], photos: ['both'] },
    { day: addDays(today(), -28), state: 'kept', lines: [], photos: [] },
  ],
};
