import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';

import { answerWith, type Calls, type LettersView } from '../ipc/client';
import { Family } from '../state/family.svelte';
import Letters from './Letters.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const ana = { id: 'a', name: 'Ana', colour: 'rose' as const, here: true };
const mira = { id: 'm', name: 'Mira מירה', colour: 'honey' as const, here: false };
const none: LettersView = { drafts: [], handed_over: [], waiting: [], put_away: [], opened: [], more: false, all: 0 };

async function anaIsHere(calls: object, { both = false, people = [ana, mira] } = {}): Promise<Family> {
  answerWith({
    door: () => ok({ people, language: 'en', region: null, theme: null, readable: [] }),
    here: () => ok({ here: both ? people : [ana], mine_is_open: both ? [] : ['a'], ours_is_open: true, together: both, newcomer: null, idle_minutes: null, can_undo: false, put_back: false }),
    me: () => ok(null),
    contacts: () => ok([]),
    drafts: () => ok([]),
    letters: () => ok(none),
    celebrations: () => ok({ rows: [] }),
    ...calls,
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  return family;
}

// The screen stands without the frame and its landmarks here; jsdom paints nothing.
async function noneAgainst() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const writes = async (text: string) => fireEvent.input(await screen.findByLabelText('Your letter'), { target: { value: text } });

test('a letter is written, its moment chosen, and handed over; the promise is said first', async () => {
  const keepLetter = vi.fn(() => ok({ id: 'd', letters: none }));
  const sealLetter = vi.fn(() => ok({ ...none, all: 1, handed_over: [{ id: 'h', to: 'm', title: '', handed_over_on: '2026-11-22', until: 'now', can_be_taken_back: false }] }));
  const family = await anaIsHere({ keepLetter, sealLetter });
  render(Letters, { family });
  await press('Write a letter');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Your letter')));
  await noneAgainst();
  await writes('Née Núñez 🌷 أمي');
  await press('Choose when it opens');
  expect(keepLetter).toHaveBeenCalledWith(null, { to: 'm', title: '', words: 'Née Núñez 🌷 أمي' });
  await screen.findByText('The seal is a promise, not a cipher');
  await noneAgainst();
  await press('Seal it and hand it over');
  expect(sealLetter).toHaveBeenCalledWith('d', 'now');
  await screen.findByRole('heading', { name: 'Handed over' });
  expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
  await noneAgainst();
});

test('a day that is not after today is not sealed', async () => {
  const sealLetter = vi.fn();
  const family = await anaIsHere({ keepLetter: () => ok({ id: 'd', letters: none }), sealLetter });
  render(Letters, { family });
  await press('Write a letter');
  await writes('later');
  await press('Choose when it opens');
  await fireEvent.click(await screen.findByLabelText(/From a day on/));
  await press('Seal it and hand it over');
  await screen.findByText('Choose a day after today.');
  expect(sealLetter).not.toHaveBeenCalled();
});

test('an empty letter is told beside the sheet, and nothing is lost', async () => {
  const told = { code: null, message: 'error-blank', advice: 'error-blank-advice', bound: null };
  const family = await anaIsHere({ keepLetter: () => Promise.resolve({ status: 'error', error: told }) });
  render(Letters, { family });
  await press('Write a letter');
  await press('Keep it on the desk');
  await screen.findByText(/There is nothing written here yet/);
  expect(screen.getByLabelText('Your letter').getAttribute('aria-invalid')).toBe('true');
});

test('a letter that waits is opened or put away unread, and neither is asked of anybody', async () => {
  const waiting = [{ id: 'w', from: 'm', title: 'For the hard evening 🌙' }];
  const letter = { id: 'w', from: 'm', to: 'a', title: waiting[0]?.title, words: 'I kept the sea in a jar.', written_on: '2026-11-20' };
  const putLetterAway = vi.fn(() => ok({ ...none, waiting, all: 1 }));
  const openLetter = vi.fn(() => ok(letter));
  const family = await anaIsHere({ letters: () => ok({ ...none, waiting, all: 1 }), putLetterAway, openLetter });
  render(Letters, { family });
  await press('Put it away unread');
  expect(putLetterAway).toHaveBeenCalledWith('w', true);
  await screen.findByRole('button', { name: 'Undo' });
  await press('Open it');
  await screen.findByText('I kept the sea in a jar.');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('For the hard evening 🌙'));
  await noneAgainst();
});

test('a letter is taken back only after a question that says what it does', async () => {
  const handed_over = [{ id: 'h', to: 'm', title: 'For your birthday', handed_over_on: '2026-11-19', until: { day: '2026-12-24' }, can_be_taken_back: true }];
  const takeBackLetter = vi.fn(() => ok(none));
  const family = await anaIsHere({ letters: () => ok({ ...none, handed_over, all: 1 }), takeBackLetter });
  render(Letters, { family });
  await press('Take it back');
  const dialog = await screen.findByRole('dialog', { name: 'Take this letter back?' });
  expect(takeBackLetter).not.toHaveBeenCalled();
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Take it back' }));
  expect(takeBackLetter).toHaveBeenCalledWith('h');
  await screen.findByText('Taken back. It is on your desk again.');
});

test('for one person alone a letter is for herself, and nobody else is mentioned', async () => {
  const family = await anaIsHere({ keepLetter: () => ok({ id: 'd', letters: none }) }, { people: [ana] });
  render(Letters, { family });
  await screen.findByText('For yourself, later. Each stays closed until its moment.');
  await press('Write a letter');
  expect(screen.queryByText('For whom?')).toBeNull();
  await writes('dear me');
  await press('Choose when it opens');
  await screen.findByText(/It stays in your own space/);
  expect(screen.queryByLabelText(/As soon as/)).toBeNull();
});

test('while both are here there is no letter of one, only where it is', async () => {
  const family = await anaIsHere({}, { both: true });
  render(Letters, { family });
  await screen.findByText(/A letter is for one/);
  expect(screen.queryByRole('button', { name: 'Write a letter' })).toBeNull();
});
