import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import { answerWith, type Calls, type KeepsakeRow } from '../ipc/client';
import { waysToMark } from '../parts/celebration/ways';
import { growthOf } from '../state/growth';
import { Family } from '../state/family.svelte';
import { keepsakesWith } from '../state/shelf.svelte';
import Shelf from './Shelf.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const people = [
  { id: 'a', name: 'Ana', colour: 'rose' as const, here: true },
  { id: 'm', name: 'Mira', colour: 'honey' as const, here: false },
];
const kept: KeepsakeRow = {
  id: 'k', whose: 'mine', owner: { one: 'a' }, from: 'celebration', giver: null, title: 'My first coin', why: 'Because.', ritual: '', kept_on: '2026-11-01',
  lines: [{ who: 'a', words: 'Only mine 🌷' }], letters: [], has_photo: false, is_handed_on: false,
};
let rows: KeepsakeRow[];
const called = vi.fn();

beforeEach(() => {
  rows = [kept];
  called.mockReset();
});

async function open() {
  const log = (name: string) => (...args: unknown[]) => (called(name, ...args), ok({ rows }));
  answerWith({
    door: () => ok({ people, language: null, region: null, theme: null, readable: [] }),
    here: () => ok({ here: [people[0]!], mine_is_open: ['a'], ours_is_open: true, together: false, newcomer: null, idle_minutes: null, can_undo: false, put_back: false }),
    me: () => ok({ person: people[0]!, lives: [], idle_minutes: null, next_day_question: true, has_spare_words: true, words: [] }),
    contacts: () => ok([]),
    drafts: () => ok([]),
    shelf: () => ok({ rows, more: false, all: rows.length }),
    handOn: log('handOn'),
    removeLines: log('removeLines'),
    deleteKeepsake: log('deleteKeepsake'),
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  family.screen.go('shelf', rows[0]?.id ?? null);
  render(Shelf, { family });
  await screen.findByRole('heading', { level: 1 });
}

async function choose(label: string) {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /What you can do with/ }));
  await user.click(await screen.findByText(label, { selector: '[role=menuitem]' }));
}

test('an empty shelf invites', async () => {
  rows = [];
  await open();
  expect(screen.getByText('Nothing stands here yet. The first thing can be small.')).toBeTruthy();
});

test('handing on shows exactly what the other will see, and not her lines', async () => {
  await open();
  await choose('Hand it on');
  const dialog = await screen.findByRole('dialog');
  const seen = dialog.querySelector('.seen')?.textContent ?? '';
  expect(seen).toContain('My first coin');
  expect(seen).not.toContain('Only mine');
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Hand it on' }));
  await vi.waitFor(() => expect(called).toHaveBeenCalledWith('handOn', 'k'));
});

test('deleting asks first', async () => {
  await open();
  await choose('Delete it');
  expect(called).not.toHaveBeenCalled();
  const dialog = await screen.findByRole('dialog', { name: 'Delete this keepsake?' });
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Delete it' }));
  await vi.waitFor(() => expect(called).toHaveBeenCalledWith('deleteKeepsake', 'k', null));
});

test('what is looked for is found in the words of either', () => {
  expect(keepsakesWith([kept], ' ONLY mine ')).toEqual([kept]);
  expect(keepsakesWith([kept], 'nowhere')).toEqual([]);
});

test('the plant only grows, and never has grown all the way', () => {
  const grown = [0, 1, 2, 5, 20, 200].map(growthOf);
  expect(grown).toEqual([...grown].sort((a, b) => a - b));
  expect(Math.max(...grown)).toBeLessThanOrEqual(1);
});

test('alone she may mark it by herself, what is of both only with the other', () => {
  const alone = { alone: { id: 'a' }, mineIsOpen: true, people, here: { ours_is_open: true } } as unknown as Family;
  const together = { ...alone, alone: null, mineIsOpen: false } as unknown as Family;
  const row = (owner: unknown) => ({ owner }) as never;
  expect(waysToMark(row({ one: 'a' }), alone)).toEqual(['alone', 'invite', 'not_this_time']);
  expect(waysToMark(row({ one: 'a' }), together)).toEqual(['invite', 'not_this_time']);
  expect(waysToMark(row('both'), alone)).toEqual(['invite', 'not_this_time']);
  expect(waysToMark(row({ one: 'a' }), { ...alone, people: [people[0]] } as unknown as Family)).toEqual(['alone', 'not_this_time']);
});
