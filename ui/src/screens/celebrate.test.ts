import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';

import { answerWith, type Calls, type CelebrationView, type KeepsakeRow, type RitualRow } from '../ipc/client';
import { Family } from '../state/family.svelte';
import Celebrate from './Celebrate.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const people = [
  { id: 'a', name: 'Ana', colour: 'rose' as const, here: true },
  { id: 'm', name: 'Mira', colour: 'honey' as const, here: true },
];
const ritual = {
  id: 'r', whose: 'ours', owner: 'both', title: 'The blue candle', meaning: '', standing: 'going', today: 'not_due',
  steps: [{ who: { one: 'a' }, words: 'Lights it.' }],
} as unknown as RitualRow;
const keepsake: KeepsakeRow = {
  id: 'k', whose: 'ours', owner: { one: 'm' }, from: 'celebration', giver: null, title: 'I asked for help first', why: '', ritual: '',
  lines: [], letters: [], has_photo: false, kept_on: '2026-11-22', is_handed_on: false,
};
const letter = { id: 'l', from: 'a', to: 'm', title: '', words: 'You rang. I came.', written_on: '2026-11-20' };
let view: CelebrationView;
let rituals: RitualRow[];
const called = vi.fn();
const setFullScreen = vi.fn((_on: boolean) => Promise.resolve(false));

beforeEach(() => {
  called.mockReset();
  setFullScreen.mockClear();
  rituals = [ritual];
  view = {
    row: { id: 'c', whose: 'ours', owner: { one: 'm' }, title: 'I asked for help first', why: 'Stay there.', is_invitation: false, is_awaited: true, is_put_off: false, can_open: true },
    ritual: null, letters: [letter], lines: [], photo: null,
  };
});

async function open(drafts: { field: string; text: string }[] = []) {
  answerWith({
    door: () => ok({ people, language: null, region: null, theme: null, readable: [] }),
    here: () => ok({ here: people, mine_is_open: [], ours_is_open: true, together: true, newcomer: null, idle_minutes: 10, can_undo: false, put_back: false }),
    drafts: () => ok(drafts),
    keepDraft: () => ok(null),
    openCelebration: () => ok(view),
    rituals: () => ok({ rows: rituals, more: false }),
    shelf: () => ok({ rows: [], more: false, all: 0 }),
    chooseRitual: (id: string, chosen: string | null) => (called('chooseRitual', id, chosen), ok((view = { ...view, ritual: chosen ? ritual : null }))),
    keepOccurrence: (...args: unknown[]) => (called('keepOccurrence', ...args), ok({ rows: rituals })),
    sayLine: (id: string, who: string, words: string) => (called('sayLine', id, who, words), ok((view = { ...view, lines: [...view.lines, { who, words }] }))),
    keep: (id: string) => (called('keep', id), ok({ rows: [keepsake] })),
    setFullScreen,
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  family.screen.celebrate('c');
  const rendered = render(Celebrate, { family, id: 'c', onhelp: () => {}, onhide: () => {} });
  await screen.findByRole('heading', { level: 1 });
  return { family, ...rendered };
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const arrive = (name: string | RegExp) => vi.waitFor(() => expect(document.activeElement?.textContent?.replace(/[\u2066-\u2069]/g, '')).toMatch(name));

test('from her words to the shelf, with the focus on each heading, and it is kept once', async () => {
  const { family } = await open();
  await arrive('I asked for help first');
  await press('Go on');
  await arrive('Is there something you would like to do now?');
  await press('The blue candle');
  await arrive('The blue candle');
  expect(screen.getByText('Lights it.')).toBeTruthy();
  await press('We did it');
  expect(called).toHaveBeenCalledWith('keepOccurrence', 'r', expect.any(String), null, null);
  await arrive('A letter from Ana');
  expect(screen.getByText('You rang. I came.')).toBeTruthy();
  await press('Go on');
  await arrive('A line from each of you');
  await fireEvent.input(screen.getByLabelText(/Mira.*line/), { target: { value: 'Thank you. 🌷' } });
  await press('Put it on the shelf');
  await arrive('It is on the shelf');
  expect(called).toHaveBeenCalledWith('sayLine', 'c', 'm', 'Thank you. 🌷');
  expect(called.mock.calls.filter(([name]) => name === 'keep')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Leave for now' })).toBeNull();
  await press('Back to today');
  expect([family.screen.celebration, family.screen.place]).toEqual([null, 'today']);
});

test('without a ritual and a letter there is neither step', async () => {
  rituals = [];
  view = { ...view, letters: [] };
  await open();
  await press('Go on');
  await arrive('A line from each of you');
});

test('Escape leaves the full screen first, then the celebration, and no line is lost', async () => {
  rituals = [];
  view = { ...view, letters: [] };
  const { family, unmount } = await open();
  await press('Go on');
  await fireEvent.input(await screen.findByLabelText(/Ana.*line/), { target: { value: 'Half a sentence' } });
  await fireEvent.keyDown(window, { key: 'Escape' });
  expect(setFullScreen).toHaveBeenLastCalledWith(false);
  expect(family.screen.celebration).toBe('c');
  await fireEvent.keyDown(window, { key: 'Escape' });
  await vi.waitFor(() => expect(family.screen.celebration).toBeNull());
  expect(called).toHaveBeenCalledWith('sayLine', 'c', 'a', 'Half a sentence');
  unmount();
});

test('what she had begun when it was hidden is in her field again', async () => {
  rituals = [];
  view = { ...view, letters: [], lines: [{ who: 'm', words: 'Said before' }] };
  await open([{ field: 'celebration-c.a', text: 'Half a sentence' }]);
  await press('Go on');
  expect((await screen.findByLabelText<HTMLTextAreaElement>(/Ana.*line/)).value).toBe('Half a sentence');
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Mira.*line/).value).toBe('Said before');
});

test('nothing locks by itself while it is open, and the screen is as it was after it', async () => {
  const { family, unmount } = await open();
  const lockAll = vi.spyOn(family, 'lockAll').mockResolvedValue();
  family.idle.after(0.0001);
  await new Promise((done) => setTimeout(done, 30));
  family.idle.touched();
  expect(lockAll).not.toHaveBeenCalled();
  unmount();
  await vi.waitFor(() => expect(setFullScreen).toHaveBeenLastCalledWith(false));
});
