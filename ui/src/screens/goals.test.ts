import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';

import { answerWith, type Calls, type GoalRow, type GoalWords } from '../ipc/client';
import { targetSaid, timesOf, whenSaid } from '../parts/goals/say';
import { Family } from '../state/family.svelte';
import Goals from './Goals.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const refused = (code: 'needs_her_passphrase' | 'wrong_words') => {
  const message = `error-${code.replaceAll('_', '-')}`;
  return Promise.resolve({ status: 'error' as const, error: { code, message, advice: `${message}-advice`, bound: null } });
};
const ana = { id: 'a', name: 'Ana', colour: 'rose' as const, here: true };
const mira = { id: 'm', name: 'Mira מירה', colour: 'honey' as const, here: true };

const goal = (more: Partial<GoalRow>): GoalRow => ({
  id: '1', whose: 'mine', owner: { one: 'a' }, proposed_by: null, title: 'Evening walks 🌙', why: '', helps: '', target: { kind: 'none' },
  wording: 'w', group: 'active', lifecycle: 'active', achievement: 'not_said', agreed: [], can_be_taken_back: false, touches_use: false,
  is_shared: false, times: null, last: [], ...more,
});
const shared = { whose: 'ours' as const, owner: 'both' as const };

afterEach(cleanup);

async function shown(rows: GoalRow[], calls: Record<string, unknown> = {}, { together = false, lives = [] as string[] } = {}) {
  const said: GoalWords = { title: rows[0]?.title ?? '', why: '', helps: '', target: { kind: 'per_week', times: 2 }, touches_use: false };
  answerWith({
    door: () => ok({ people: [ana, mira], language: 'en', region: null, theme: null, readable: [] }),
    here: () => ok({
      here: together ? [ana, mira] : [ana], mine_is_open: together ? [] : ['a'], ours_is_open: true, together, newcomer: null,
      idle_minutes: null, can_undo: false, put_back: false,
    }),
    me: () => ok({ person: ana, lives, idle_minutes: null, next_day_question: true, has_spare_words: true, words: [] }),
    contacts: () => ok([]),
    drafts: () => ok([]),
    goals: () => ok({ rows, more: false }),
    goalWords: () => ok(said),
    goalCheckIns: () => ok({ rows: rows[0]?.last ?? [], more: false }),
    ...calls,
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  render(Goals, { family });
  await screen.findByRole('heading', { level: 1 });
  if (rows[0]) await screen.findAllByText(rows[0].title);
}

async function noneAgainst() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}

const sentence = (text: string | null) => text?.replace(/[\u2068\u2069]/g, '');

test('how far and when are said in words, and a day that is near by its name', () => {
  expect(sentence(targetSaid({ kind: 'per_week', times: 2 }))).toBe('Twice a week');
  expect(sentence(targetSaid({ kind: 'total', times: 7 }))).toBe('7 times in all');
  expect(targetSaid({ kind: 'none' })).toBeNull();
  const on = (day: string, done = true) => sentence(whenSaid({ id: '', by: 'a', on: day, words: '', done }, '2026-11-22'));
  expect([on('2026-11-22'), on('2026-11-21'), on('2026-11-17'), on('2026-05-03')]).toEqual(['Today', 'Yesterday', 'On Tuesday', 'On 3 May']);
  expect(on('2026-11-17', false)).toBe('A word on Tuesday');
});

test('what is no number is nought, for the family to refuse with its bounds', () => {
  expect([timesOf(' 12 '), timesOf('1.5'), timesOf('-3'), timesOf('many'), timesOf('')]).toEqual([12, 0, 0, 0, 0]);
});

test('the other’s proposal shows all of it; yes agrees to the words on the screen, and not now asks nothing more', async () => {
  const row = goal({ ...shared, group: 'waits_for_me', lifecycle: 'proposed', proposed_by: 'm', agreed: ['m'], helps: 'Soup is enough.' });
  const agreeToGoal = vi.fn(() => ok({ rows: [goal(shared)], more: false }));
  const setGoalNotNow = vi.fn(() => ok({ rows: [{ ...row, group: 'not_now' }], more: false }));
  await shown([row], { agreeToGoal, setGoalNotNow });
  expect(screen.getByText('Soup is enough.')).toBeTruthy();
  await noneAgainst();
  await fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(setGoalNotNow).toHaveBeenCalledWith('1', true);
  await fireEvent.click(await screen.findByRole('button', { name: 'Look at it again' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Yes, I agree' }));
  expect(agreeToGoal).toHaveBeenCalledWith('1', 'a', 'w', null);
});

test('together each agrees with her own passphrase, asked again when it was wrong', async () => {
  const agreeToGoal = vi.fn((_: string, __: string, ___: string, passphrase: string | null) => {
    if (passphrase === null) return refused('needs_her_passphrase');
    return passphrase === 'right words' ? ok({ rows: [goal(shared)], more: false }) : refused('wrong_words');
  });
  await shown([goal({ ...shared, group: 'waits_for_yes', lifecycle: 'proposed' })], { agreeToGoal }, { together: true });
  await fireEvent.click(screen.getByRole('button', { name: /Mira.* agrees/ }));
  const dialog = await screen.findByRole('dialog', { name: /Mira/ });
  const field = within(dialog).getByLabelText<HTMLInputElement>(/passphrase/);
  await userEvent.type(field, 'wrong words{Enter}');
  expect(await within(dialog).findByText(/do not open it/)).toBeTruthy();
  expect(field.value).toBe('');
  await userEvent.type(field, 'right words{Enter}');
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(agreeToGoal).toHaveBeenLastCalledWith('1', 'm', 'w', 'right words');
  expect(screen.getByRole('status').textContent).toContain('said yes');
});

test('nothing on an active shared goal is so many of so many', async () => {
  const last = [{ id: 'c', by: 'm', on: '2026-11-17', words: 'By the river', done: true }];
  await shown([goal({ ...shared, target: null, times: 4, last })]);
  expect(document.body.textContent).toMatch(/4.* times, all together/);
  expect(document.body.textContent).not.toMatch(/\bof \d|\d\s*\/\s*\d|%|missed/);
});

test('changed words of an agreed goal say, before they are kept, that both are asked again', async () => {
  await shown([goal({ ...shared, target: null })]);
  await userEvent.click(screen.getByRole('button', { name: /^More for/ }));
  await fireEvent.click(await screen.findByText('Change it'));
  const title = await screen.findByLabelText<HTMLTextAreaElement>('What would you both like to try?');
  await vi.waitFor(() => expect(title.value).toBe('Evening walks 🌙'));
  expect(screen.queryByText(/asks both of you again/)).toBeNull();
  await userEvent.type(title, ' by the sea');
  expect(screen.getByText(/asks both of you again/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Keep it and ask again' })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('the note on stopping is with every goal, folded, and open by itself where she ticked substance use', async () => {
  const note = () => screen.getByText('Before stopping alcohol or benzodiazepines').closest('details');
  await shown([goal({})]);
  await fireEvent.click(screen.getByRole('button', { name: 'More about it' }));
  expect(note()?.open).toBe(false);
  cleanup();
  await shown([goal({})], {}, { lives: ['substance_use'] });
  await fireEvent.click(screen.getByRole('button', { name: 'More about it' }));
  expect(note()?.open).toBe(true);
});

test('a goal about using offers only what helps to be shared', async () => {
  await shown([goal({ touches_use: true, helps: 'Ring Rosa before nine.' })]);
  await userEvent.click(screen.getByRole('button', { name: /^More for/ }));
  const choices = (await screen.findAllByRole('menuitem', { hidden: true })).map((choice) => sentence(choice.textContent));
  expect(choices).toContain('Share what helps with Mira מירה');
  expect(choices).not.toContain('Propose it to Mira מירה');
});
