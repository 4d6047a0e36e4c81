import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';

import { answerWith, type Calls } from '../ipc/client';
import Add from '../parts/computers/Add.svelte';
import Apart from '../parts/computers/Apart.svelte';
import Computers from '../parts/computers/Computers.svelte';
import Join from '../parts/computers/Join.svelte';
import { Family } from '../state/family.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const refused = (code: string | null, name: string) =>
  Promise.resolve({ status: 'error' as const, error: { code, message: `error-${name}`, advice: `error-${name}-advice`, bound: null } });
const ana = { id: 'a', name: 'Ana', colour: 'rose' as const, here: true };
const row = { id: 'd1', name: 'The blue one', has_mine: false, is_set_aside: false };
const view = (rows: object[], more: object = {}) => ({ devices: { rows, is_on: true }, waits: false, told: null, ...more });
const six = ['apple', 'brick', 'cloud', 'dance', 'eager', 'flame'];
const nothing = () => {};

async function begin(calls: object): Promise<Family> {
  answerWith({
    door: () => ok({ people: [ana], language: 'en', region: null, theme: null, readable: [] }),
    here: () => ok({ here: [ana], mine_is_open: ['a'], ours_is_open: true, together: false, newcomer: null, idle_minutes: null, can_undo: false, put_back: false }),
    me: () => ok(null),
    contacts: () => ok([]),
    drafts: () => ok([]),
    stopPairing: async () => null,
    ...calls,
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  return family;
}

/** A pairing whose steps the test tells. */
function pairing(calls: object = {}) {
  let now: object = { stage: 'none' };
  const tell = (next: object) => {
    now = next;
    window.dispatchEvent(new Event('pairing'));
  };
  return { calls: { pairing: async () => now, ...calls }, tell, set: (next: object) => (now = next) };
}

async function noneAgainst() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}

test('a computer is forgotten only after the truth about what is there already', async () => {
  const forgetComputer = vi.fn(() => ok(view([])));
  const family = await begin({ computers: () => ok(view([row])), forgetComputer });
  render(Computers, { family, canAdd: true, onadd: nothing, onbring: nothing });
  await screen.findByText('The blue one');
  await noneAgainst();
  await fireEvent.click(screen.getByRole('button', { name: /What to do with/ }));
  await fireEvent.click(await screen.findByRole('menuitem', { name: 'Forget it' }));
  const dialog = await screen.findByRole('dialog', { name: /Forget/ });
  expect(within(dialog).getByText(/What is there already stays there/)).toBeTruthy();
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Forget it' }));
  expect(forgetComputer).toHaveBeenCalledWith('d1');
  await screen.findByText('It is forgotten here.');
});

test('what waits is said when it is told, and nothing else about the other one', async () => {
  let waits = false;
  const family = await begin({ computers: () => ok(view([row], { waits })) });
  render(Computers, { family, canAdd: true, onadd: nothing, onbring: nothing });
  await screen.findByText('The blue one');
  expect(screen.queryByText(/kept here until they meet/)).toBeNull();
  waits = true;
  window.dispatchEvent(new Event('meeting'));
  await screen.findByText('What is new is kept here until they meet.');
});

test('one that was set aside is heard again only when she says so', async () => {
  const listenAgain = vi.fn(() => ok(view([row])));
  const family = await begin({ computers: () => ok(view([{ ...row, is_set_aside: true }])), listenAgain });
  render(Computers, { family, canAdd: true, onadd: nothing, onbring: nothing });
  await fireEvent.click(await screen.findByRole('button', { name: 'Hear it again' }));
  expect(listenAgain).toHaveBeenCalledWith('d1');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Hear it again' })).toBeNull());
});

test('a ticket is shown, six words are compared, and a name and her passphrase go with her yes', async () => {
  const saySame = vi.fn((_same: boolean, _name: string, passphrase: string | null) => (passphrase === 'right' ? ok(null) : refused('wrong_words', 'wrong-words')));
  const steps = pairing({ saySame, showTicket: vi.fn(() => (steps.set({ stage: 'shown', ticket: 'twinflower1-abc' }), ok({ stage: 'calling' }))) });
  const family = await begin(steps.calls);
  render(Add, { family, onback: nothing });
  await fireEvent.click(await screen.findByRole('radio', { name: /a new one of mine/ }));
  await noneAgainst();
  await fireEvent.click(screen.getByRole('button', { name: 'Show a ticket' }));
  await screen.findByText('twinflower1-abc');
  await noneAgainst();
  steps.tell({ stage: 'compare', words: six });
  await screen.findByText('flame');
  await noneAgainst();
  await fireEvent.input(screen.getByLabelText('Your passphrase'), { target: { value: 'wrong' } });
  await fireEvent.click(screen.getByRole('button', { name: 'They are the same' }));
  await screen.findByText(/These words do not open it/);
  await fireEvent.input(screen.getByLabelText('Your passphrase'), { target: { value: 'right' } });
  await fireEvent.click(screen.getByRole('button', { name: 'They are the same' }));
  expect(saySame).toHaveBeenLastCalledWith(true, 'The other computer', 'right');
  steps.tell({ stage: 'paired', kept: false });
  await screen.findByText(/did not say that it kept this/);
});

test('a pairing that is left is ended', async () => {
  const stopPairing = vi.fn(async () => null);
  const steps = pairing({ stopPairing });
  const { unmount } = render(Add, { family: await begin(steps.calls), onback: nothing });
  unmount();
  expect(stopPairing).toHaveBeenCalledOnce();
});

test('on a fresh computer the copy opens with her passphrase', async () => {
  const here = { here: [ana] };
  const join = vi.fn((passphrase: string) => (passphrase === 'right' ? ok({ here }) : refused('wrong_words', 'wrong-words')));
  const steps = pairing({ join });
  const ondone = vi.fn();
  render(Join, { family: await begin(steps.calls), ondone, onback: nothing });
  steps.tell({ stage: 'copied' });
  const field = await screen.findByLabelText<HTMLInputElement>('Your passphrase');
  await noneAgainst();
  await fireEvent.input(field, { target: { value: 'right' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Come in' }));
  await waitFor(() => expect(ondone).toHaveBeenCalledWith(here));
  expect(field.value).toBe('');
});

test('of two wordings she takes one, and words whose thing is gone can be kept', async () => {
  const wordings = [{ id: 'w', noun: 'milestones', of: '1', field: 'why', here: 'by the sea', other: 'by the lake' }];
  const texts = [{ id: 'k', noun: 'goals', texts: ['her words'] }];
  const settleWording = vi.fn(() => ok({ wordings: [], words: texts }));
  const keepWords = vi.fn(() => ok({ wordings: [], words: [] }));
  const family = await begin({ apart: () => ok({ wordings, words: texts }), settleWording, keepWords });
  render(Apart, { family });
  await screen.findByText('by the lake');
  await noneAgainst();
  await fireEvent.click(screen.getByRole('button', { name: 'Take the other' }));
  expect(settleWording).toHaveBeenCalledWith('w', true);
  await waitFor(() => expect(screen.queryByText('by the lake')).toBeNull());
  await fireEvent.click(screen.getByRole('button', { name: 'Keep them as a letter to myself' }));
  expect(keepWords).toHaveBeenCalledWith('k');
});
