import { fireEvent, render, screen, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';

import { answerWith, type Calls, type CelebrationRow, type HereView, type KeepsakeRow, type Lead, type MilestoneRow, type TodayView } from '../ipc/client';
import { Family } from '../state/family.svelte';
import Today from './Today.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const refused = (code: 'needs_her_passphrase' | 'wrong_words') =>
  Promise.resolve({
    status: 'error' as const,
    error: { code, message: `error-${code.replaceAll('_', '-')}`, advice: `error-${code.replaceAll('_', '-')}-advice`, bound: null },
  });
const ana = { id: 'a', name: 'Ana', colour: 'rose' as const, here: false };
const mira = { id: 'm', name: 'Mira', colour: 'honey' as const, here: false };
const empty: TodayView = { day: '2026-11-22', lead: null, rituals: [], goals: [], milestones: [], shelf: [], kept: 0, a_letter_waits: false };
const celebration: CelebrationRow = {
  id: 'c', whose: 'ours', owner: { one: 'm' }, title: 'I asked for help first', why: '', is_invitation: true, is_awaited: false, is_put_off: false, can_open: false,
};
const milestone = {
  id: 'x', whose: 'mine', owner: { one: 'a' }, title: 'Ninety mornings', why: 'Because.', reached_on: null, counted: null,
} as unknown as MilestoneRow;
const keepsake: KeepsakeRow = {
  id: 'k', whose: 'ours', owner: { one: 'a' }, from: 'celebration', giver: null, title: 'The sea', why: '', ritual: '', lines: [], letters: [],
  has_photo: false, kept_on: '2026-11-21', is_handed_on: false,
};

let view: TodayView;
let rows: CelebrationRow[];
const brought = { row: celebration, ritual: null, letters: [], lines: [], photo: 'AAAA' };
const called = vi.fn();
const onhelp = vi.fn();

beforeEach(() => {
  view = empty;
  rows = [];
  called.mockReset();
});

async function open(here: string[], more: Partial<Calls> = {}) {
  const people = [ana, mira].map((person) => ({ ...person, here: here.includes(person.id) }));
  const hereView: HereView = {
    here: people.filter((person) => person.here), mine_is_open: here.length === 1 ? here : [], ours_is_open: true,
    together: here.length === 2, newcomer: null, idle_minutes: null, can_undo: false, put_back: false,
  };
  const me = { person: ana, lives: [], idle_minutes: null, next_day_question: true, has_spare_words: true, words: [] };
  const log = <T>(name: string, answer: () => T) => (...args: unknown[]) => (called(name, ...args), answer());
  answerWith({
    door: () => ok({ people, language: null, region: null, theme: null, readable: [] }),
    here: () => ok(hereView),
    me: () => ok(me),
    contacts: () => ok([]),
    drafts: () => ok([]),
    keepDraft: () => ok(null),
    today: () => ok(view),
    celebrations: () => ok({ rows }),
    shelf: () => ok({ rows: [keepsake], more: false, all: 1 }),
    rituals: () => ok({ rows: [], more: false }),
    answerInvitation: log('answerInvitation', () => ok({ rows })),
    putOffCelebration: log('putOffCelebration', () => ok({ rows })),
    waitingCelebration: log('waitingCelebration', () => ok(brought)),
    answerExpected: log('answerExpected', () => ok(view)),
    answerNextDay: log('answerNextDay', () => ok({ rows: [] })),
    setNextDayQuestion: log('setNextDayQuestion', () => ok({ ...me, next_day_question: false })),
    seeSmall: log('seeSmall', () => ok({ rows: [] })),
    markReady: log('markReady', () => ok({ rows })),
    ...more,
  } as Partial<Calls>);
  const family = new Family();
  await family.begin();
  render(Today, { family, onhelp });
  await screen.findByRole('heading', { level: 1 });
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  return family;
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const title = () => screen.getByRole('heading', { level: 1 }).textContent?.replace(/[\u2066-\u2069]/g, '');
const leadWith = (lead: Lead) => (view = { ...empty, lead });

test('the first day is one sentence and one button', async () => {
  const family = await open(['a']);
  expect(title()).toBe('Nothing here yet. Small counts.');
  expect(screen.getAllByRole('button')).toHaveLength(1);
  await press('Set something down');
  expect(family.screen.place).toBe('milestones');
});

test('an invitation is answered with yes, and then something may be brought along', async () => {
  leadWith({ kind: 'celebration', row: celebration });
  await open(['a']);
  expect(title()).toBe('Mira has something to celebrate with you.');
  expect(screen.queryByRole('button', { name: 'Open the celebration' })).toBeNull();
  await press('I’ll be there');
  expect(called).toHaveBeenCalledWith('answerInvitation', 'c');
  expect(await screen.findByRole('dialog', { name: 'Is there something you would like to bring?' })).toBeTruthy();
  expect(await screen.findByRole('img', { name: 'The photo that is kept with it' })).toBeTruthy();
});

test('later is answered without a word about it', async () => {
  leadWith({ kind: 'celebration', row: celebration });
  await open(['a']);
  view = empty;
  await press('Later');
  expect(called).toHaveBeenCalledWith('putOffCelebration', 'c');
  expect(await screen.findByText('Nothing here yet. Small counts.')).toBeTruthy();
  expect(screen.getAllByRole('status').map((place) => place.textContent?.trim()).join('')).toBe('');
});

test('what can be opened waits quietly after later', async () => {
  const row = { ...celebration, id: 'ready', is_invitation: false, can_open: true };
  leadWith({ kind: 'celebration', row });
  rows = [row];
  const family = await open(['a', 'm']);
  expect(title()).toBe('Mira has something to celebrate.');
  view = empty;
  await press('Later');
  expect(called).toHaveBeenCalledWith('putOffCelebration', 'ready');
  await vi.waitFor(() => expect(title()).toBe('Nothing asks anything of you today.'));
  await press('Open the celebration');
  expect(family.screen.celebration).toBe('ready');
});

test('the owner sees that the other will be there, and may take the invitation back', async () => {
  rows = [{ ...celebration, owner: { one: 'a' }, is_invitation: false, is_awaited: true }];
  await open(['a']);
  expect(document.body.textContent?.replace(/[\u2066-\u2069]/g, '')).toContain('Mira will be there. It opens when you are both here.');
  expect(screen.getByRole('button', { name: 'Take the invitation back' })).toBeTruthy();
});

test('the day that comes near is asked about with three answers, in her own space', async () => {
  leadWith({ kind: 'expecting', row: milestone });
  await open(['a']);
  expect(title()).toBe('Ninety mornings');
  expect(document.body.textContent).not.toMatch(/\d+ days/);
  await press('Keep the next hour close');
  expect(called).toHaveBeenCalledWith('answerExpected', 'x', 'keep_close');
});

test('a kept-close day offers help, and enough is enough', async () => {
  leadWith({ kind: 'kept_close', row: milestone });
  await open(['a']);
  await press('Help now');
  expect(onhelp).toHaveBeenCalled();
  await press('That is enough');
  expect(called).toHaveBeenCalledWith('answerExpected', 'x', 'leave');
});

test('the soft question can be left, and turned off for good', async () => {
  leadWith({ kind: 'next_day', row: keepsake });
  const family = await open(['a']);
  await press('Not this time');
  expect(called).toHaveBeenCalledWith('answerNextDay', 'k', '');
  await vi.waitFor(async () => {
    await press('Do not ask this again');
    expect(called).toHaveBeenCalledWith('setNextDayQuestion', false);
  });
  await vi.waitFor(() => expect(family.me?.next_day_question).toBe(false));
});

test('a small victory is said by one of them about the other', async () => {
  rows = [{ ...celebration, is_invitation: false, can_open: true }];
  await open(['a', 'm']);
  await fireEvent.click(screen.getByLabelText('Mira'));
  await fireEvent.input(await screen.findByLabelText(/One line for .*Ana/), { target: { value: 'I saw you rest 🌷' } });
  await press('Put it on her shelf');
  expect(called).toHaveBeenCalledWith('seeSmall', 'm', 'a', 'I saw you rest 🌷');
});

test('marking asks how, shows exactly what the other would see, and her passphrase where both are here', async () => {
  leadWith({ kind: 'ready_to_mark', row: milestone });
  const markReady = vi.fn((_id: string, _ready: string, passphrase: string | null) =>
    passphrase === null ? refused('needs_her_passphrase') : passphrase === 'right' ? ok({ rows }) : refused('wrong_words'),
  );
  await open(['a'], { markReady } as unknown as Partial<Calls>);
  await press('Mark it…');
  const dialog = await screen.findByRole('dialog', { name: 'How would you like to mark it?' });
  await fireEvent.click(within(dialog).getByLabelText(/With .*Mira/));
  expect(dialog.querySelector('.seen')?.textContent).toContain('Ninety mornings');
  expect(dialog.querySelector('.seen')?.textContent).toContain('Because.');
  await fireEvent.click(within(dialog).getByRole('button', { name: /Invite/ }));
  expect(markReady).toHaveBeenCalledWith('x', 'invite', null);
  const field = await screen.findByLabelText(/Ana.*passphrase/);
  await fireEvent.input(field, { target: { value: 'right' } });
  await fireEvent.submit(field.closest('form')!);
  await vi.waitFor(() => expect(markReady).toHaveBeenLastCalledWith('x', 'invite', 'right'));
});
