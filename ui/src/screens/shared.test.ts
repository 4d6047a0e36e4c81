import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';

import { answerWith, type Calls } from '../ipc/client';
import { Family } from '../state/family.svelte';
import Shared from './Shared.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const refused = (code: string, name: string) =>
  Promise.resolve({ status: 'error' as const, error: { code, message: `error-${name}`, advice: `error-${name}-advice`, bound: null } });
const ana = { id: 'a', name: 'Ana', colour: 'rose' as const, here: true };
const mira = { id: 'm', name: 'Mira', colour: 'honey' as const, here: true };
const hers = { thing: { milestone: '1' }, owner: { one: 'a' }, title: 'Née Núñez 🌷', origin: 'mine' };
const joint = { thing: { milestone: '2' }, owner: 'both', title: 'We went to the sea', origin: 'ours' };

async function begin(calls: object, both = false): Promise<Family> {
  answerWith({
    door: () => ok({ people: [ana, mira], language: 'en', region: null, theme: null, readable: [] }),
    here: () => ok({ here: both ? [ana, mira] : [ana], mine_is_open: both ? [] : ['a'], ours_is_open: true, together: both, newcomer: null, idle_minutes: null, can_undo: false, put_back: false }),
    me: () => ok(null),
    contacts: () => ok([]),
    drafts: () => ok([]),
    shared: () => ok({ hers: [hers], joint: [joint], not_now: both ? null : false, more: false, all: 2 }),
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

const empty = { hers: [], joint: [], not_now: null, more: false, all: 0 };

test('taking back says the truth first, and what is of both is not offered for it', async () => {
  const takeBack = vi.fn(() => ok(empty));
  render(Shared, { family: await begin({ takeBack }) });
  await screen.findByText('We went to the sea');
  await noneAgainst();
  await fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
  const dialog = await screen.findByRole('dialog', { name: /Née Núñez/ });
  expect(within(dialog).getByText('She may remember it or have kept a copy. We can only stop what comes next.')).toBeTruthy();
  expect(within(dialog).getByText(/Your own stays in your space/)).toBeTruthy();
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Take it back' }));
  expect(takeBack).toHaveBeenCalledWith({ milestone: '1' }, null);
  await screen.findByText('Taken back. It is no longer shared.');
});

test('while both are here it waits for her own passphrase, and wrong words ask again', async () => {
  const takeBack = vi.fn((_: unknown, passphrase: string | null) =>
    passphrase === null ? refused('needs_her_passphrase', 'needs-her-passphrase') : passphrase === 'right words' ? ok(empty) : refused('wrong_words', 'wrong-words'),
  );
  render(Shared, { family: await begin({ takeBack }, true) });
  expect(screen.queryByRole('button', { name: 'Not now' })).toBeNull();
  await fireEvent.click(await screen.findByRole('button', { name: 'Take back' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  const field = await screen.findByLabelText<HTMLInputElement>(/Ana.*passphrase/);
  await waitFor(() => expect(document.activeElement).toBe(field));
  const give = async (words: string) => {
    await fireEvent.input(field, { target: { value: words } });
    await fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  };
  await give('wrong');
  await screen.findByText(/These words do not open it/);
  expect(field.value).toBe('');
  await give('right words');
  await screen.findByText('Taken back. It is no longer shared.');
  expect(takeBack).toHaveBeenLastCalledWith({ milestone: '1' }, 'right words');
  await waitFor(() => expect(screen.queryByLabelText(/Ana.*passphrase/)).toBeNull());
});

test('“Not now” is one press, and one press back', async () => {
  let on = false;
  const setNotNow = vi.fn((notNow: boolean) => ok({ ...empty, not_now: (on = notNow) }));
  render(Shared, { family: await begin({ setNotNow }) });
  await fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  await screen.findByText('Nothing new of yours is shared for now');
  expect(on).toBe(true);
  await fireEvent.click(screen.getByRole('button', { name: 'Share again when I choose' }));
  await screen.findByRole('button', { name: 'Not now' });
  expect(on).toBe(false);
});
