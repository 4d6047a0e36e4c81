import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';

import { answerWith, type Calls, type MilestoneRow } from '../ipc/client';
import { Family } from '../state/family.svelte';
import { today } from '../words';
import Milestones from './Milestones.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const ana = { id: 'a', name: 'Ana', colour: 'rose' as const, here: true };
const mira = { id: 'm', name: 'Mira מירה', colour: 'honey' as const, here: false };
const needsHers = {
  status: 'error' as const,
  error: { code: 'needs_her_passphrase' as const, message: 'error-needs-her-passphrase', advice: 'error-needs-her-passphrase-advice', bound: null },
};

function row(title: string, more: Partial<MilestoneRow> = {}): MilestoneRow {
  const group = more.standing === 'let_go' ? 'let_go' : more.reached_on ? 'reached' : (more.standing ?? 'on_the_way');
  return {
    id: title.replace(/\W/g, '') || 'r', whose: 'mine', owner: { one: 'a' }, title, why: '', reached_on: null, standing: 'on_the_way',
    group, counted: null, copy: null, ...more,
  };
}
const counted = (all_together: number, spans = 1) => ({
  number: 300, all_together, since: '2026-09-03', expected_on: '2027-01-04', lived_on: null,
  spans: [{ id: 's0', from: '2026-09-03', until: null }, { id: 's1', from: '2026-04-24', until: '2026-09-03' }].slice(0, spans),
});
const idea = (name: string, days: number | null = null) => ({
  id: `idea-milestone-${name}`, company: 'alone', what: { kind: 'milestone', days_all_together: days }, suits: [], spares: [],
});

async function shows(rows: MilestoneRow[], calls: object = {}, { both = false, lives = [] as string[], drafts = [] as object[] } = {}) {
  const view = () => ok({ rows, more: false });
  answerWith({
    door: () => ok({ people: [ana, mira], language: 'en', region: null, theme: null, readable: [] }),
    here: () => ok({ here: both ? [ana, mira] : [ana], mine_is_open: both ? [] : ['a'], ours_is_open: true, together: both, newcomer: null, idle_minutes: null, can_undo: false, put_back: false }),
    me: () => ok({ person: ana, lives, idle_minutes: null, next_day_question: true, has_spare_words: true, words: [] }),
    contacts: () => ok([]),
    drafts: () => ok(drafts),
    keepDraft: () => ok(null),
    milestones: view,
    milestoneIdeas: () => ok([idea('anybody-asked'), idea('substance-use-thirty', 30)]),
    undo: () => ok(true),
    ...calls,
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  return render(Milestones, { family });
}

// The screen stands without the frame and its landmarks here; jsdom paints nothing.
async function noneAgainst() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}
const plain = (text: string | null) => (text ?? '').replace(/[\u2068\u2069]/g, '');
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
async function opens(title: string) {
  await userEvent.setup().click(await screen.findByRole('button', { name: (name) => plain(name) === `More for “${title}”` }));
  return (choice: string) => screen.queryByText((text) => plain(text) === choice, { selector: '[role=menuitem]' });
}
async function choose(title: string, choice: string) {
  const found = await opens(title);
  await waitFor(() => expect(found(choice)).not.toBeNull());
  await userEvent.setup().click(found(choice) as HTMLElement);
}

test('an empty screen invites, and a step she takes up fills the form, every word hers to change', async () => {
  const addMilestone = vi.fn(() => ok({ rows: [row('kept')], more: false }));
  await shows([], { addMilestone });
  await screen.findByText('Nothing here yet. Small counts.');
  await noneAgainst();
  await press('Thirty days, all together');
  const what = (await screen.findByLabelText('What is it?')) as HTMLTextAreaElement;
  expect(what.value).toBe('Thirty days, all together');
  expect((screen.getByLabelText('How many days?') as HTMLInputElement).value).toBe('30');
  await fireEvent.input(what, { target: { value: 'Thirty mornings 🌷' } });
  await press('Keep it');
  await screen.findByText('Kept.');
  expect(addMilestone).toHaveBeenCalledWith({ title: 'Thirty mornings 🌷', why: '', reached_on: null, counted: { number: 30, since: today() } });
});

test('what is missing is said beside its field, which takes the focus; nothing is sent', async () => {
  const addMilestone = vi.fn();
  await shows([], { addMilestone });
  await press('Write one down');
  const what = await screen.findByLabelText('What is it?');
  await press('Keep it');
  await screen.findByText('There is nothing written here yet.');
  expect(document.activeElement).toBe(what);
  await fireEvent.input(what, { target: { value: 'Mornings' } });
  await fireEvent.click(screen.getByLabelText('Count days towards it'));
  await fireEvent.input(screen.getByLabelText('How many days?'), { target: { value: '0' } });
  await press('Keep it');
  await screen.findByText((text) => plain(text) === 'A number from 1 to 36,525, please.');
  expect(document.activeElement).toBe(screen.getByLabelText('How many days?'));
  expect(addMilestone).not.toHaveBeenCalled();
});

test('her days are one sentence that is hers: no number of all, no day to come unless she unfolds it', async () => {
  const { container } = await shows([row('Ninety mornings', { counted: counted(212, 2) })]);
  await screen.findByText((text) => plain(text) === 'Your 212 days are yours.');
  await noneAgainst();
  const folds = [...container.querySelectorAll('details')];
  expect(folds.every((fold) => !fold.open)).toBe(true);
  const unfolded = container.cloneNode(true) as HTMLElement;
  unfolded.querySelectorAll('details').forEach((fold) => fold.remove());
  expect(unfolded.textContent).not.toMatch(/300|2027|4 January/);
  expect(document.body.textContent).not.toMatch(/streak|chain|left|to go/i);
});

test('starting again says before that nothing is lost, and a first day moves without a reason', async () => {
  const rows = [row('Ninety mornings', { counted: counted(212, 2) })];
  const startAgain = vi.fn(() => ok({ rows, more: false }));
  const moveStart = vi.fn(() => ok({ rows, more: false }));
  const mistyped = vi.fn(() => ok({ rows, more: false }));
  await shows(rows, { startAgain, moveStart, mistyped });
  await press('Start again from…');
  await screen.findByText((text) => plain(text) === 'Nothing is lost. Your 212 days stay yours, and the count goes on from there.');
  await press('Start from this day');
  expect(startAgain).toHaveBeenCalledWith('Ninetymornings', today());
  await screen.findByText('The count goes on from that day. Nothing is lost.');
  await fireEvent.click(screen.getByRole('button', { name: (name) => plain(name) === 'Move the first day, 24 April 2026' }));
  await press('Move it');
  expect(moveStart).toHaveBeenCalledWith('Ninetymornings', 's1', '2026-04-24');
  await fireEvent.click(screen.getByRole('button', { name: (name) => plain(name) === 'I mistyped this day, 24 April 2026' }));
  expect(mistyped).toHaveBeenCalledWith('Ninetymornings', 's1');
});

test('the note on stopping suddenly is folded, and open where she ticked substance use', async () => {
  const first = await shows([row('Ninety mornings', { counted: counted(3) })]);
  const note = async () => (await screen.findByText('Before stopping alcohol or benzodiazepines')).closest('details');
  expect((await note())?.open).toBe(false);
  first.unmount();
  await shows([row('Ninety mornings', { counted: counted(3) })], {}, { lives: ['substance_use'] });
  expect((await note())?.open).toBe(true);
});

test('while both are here days are not offered, and what is one person’s waits for her passphrase', async () => {
  const setMilestoneStanding = vi.fn((_id: string, _to: string, passphrase: string | null) => (passphrase ? ok({ rows: [], more: false }) : needsHers));
  await shows([row('Swimming', { whose: 'ours' })], { setMilestoneStanding }, { both: true });
  await press('Write one down');
  await screen.findByLabelText('What is it?');
  expect(screen.queryByLabelText('Count days towards it')).toBeNull();
  await press('Not now');
  await choose('Swimming', 'Let it rest');
  const hers = await screen.findByLabelText((name) => plain(name) === 'Ana’s passphrase');
  await fireEvent.input(hers, { target: { value: 'kettle orbit velvet' } });
  await press('Go on');
  await screen.findByText('It rests.');
  expect(setMilestoneStanding).toHaveBeenLastCalledWith('Swimming', 'resting', 'kettle orbit velvet');
});

test('what is another’s has nothing to press, and what is of both is not deleted by one', async () => {
  await shows([row('The driving lesson', { whose: 'ours', owner: { one: 'm' } }), row('The sea', { whose: 'ours', owner: 'both' })]);
  await screen.findByText('The driving lesson');
  expect(screen.queryByRole('button', { name: (name) => name.includes('driving') })).toBeNull();
  const found = await opens('The sea');
  await waitFor(() => expect(found('Let it go')).not.toBeNull());
  expect(found('Delete it')).toBeNull();
});

test('sharing shows first exactly what the other will see and what stays; stopping says what it cannot reach', async () => {
  const mine = row('Mornings', { why: 'For my own sake', counted: counted(40) });
  const previewMilestone = vi.fn(() => ok({ row: { ...mine, whose: 'ours', why: '', counted: null } }));
  const shareMilestone = vi.fn(() => ok({ rows: [mine], more: false }));
  const first = await shows([mine], { previewMilestone, shareMilestone });
  await choose('Mornings', 'Share with Mira מירה');
  const sheet = await screen.findByRole('dialog');
  await within(sheet).findByText('the days, the number and the day they began');
  within(sheet).getByText('why it matters');
  expect(within(sheet).queryByText(/212|40|days are yours/)).toBeNull();
  await noneAgainst();
  await press('Share it');
  expect(shareMilestone).toHaveBeenCalledWith('Mornings', false);
  await screen.findByRole('button', { name: 'Undo' });
  first.unmount();

  const takeBack = vi.fn(() => ok({ hers: [], joint: [], not_now: null, more: false, all: 0 }));
  await shows([row('Mornings, really', { copy: { id: 'c', title: 'Mornings', why: '', reached_on: null } })], { takeBack });
  await fireEvent.click(await screen.findByRole('button', { name: (name) => plain(name) === 'Mira מירה can see this' }));
  await screen.findByText((text) => plain(text).startsWith('You have changed it since.'));
  await screen.findByText((text) => plain(text).includes('may remember it or have kept a copy'));
  await press('Stop sharing');
  expect(takeBack).toHaveBeenCalledWith({ milestone: 'c' }, null);
  await screen.findByText('No longer shared.');
});

test('deleting says what it cannot reach and offers no undo; resting can be undone', async () => {
  const deleteMilestone = vi.fn(() => ok({ rows: [], more: false }));
  const setMilestoneStanding = vi.fn(() => ok({ rows: [row('Swimming', { standing: 'resting' })], more: false }));
  const undo = vi.fn(() => ok(true));
  await shows([row('Swimming')], { deleteMilestone, setMilestoneStanding, undo });
  await choose('Swimming', 'Let it rest');
  await press('Undo');
  await waitFor(() => expect(undo).toHaveBeenCalled());
  await screen.findByText('Undone.');
  await choose('Swimming', 'Delete it');
  await screen.findByText(/Old backups may hold them for up to twelve months/);
  await press('Delete it');
  await screen.findByText('Deleted.');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('with more than twelve there is a search and a way to look, and many words fold until she reads on', async () => {
  const rows = Array.from({ length: 13 }, (_, n) => row(`step ${n}`, n < 3 ? { reached_on: '2025-03-01' } : {}));
  await shows([...rows, row('Née Núñez', { why: 'long '.repeat(200) })]);
  await press('Read on');
  await screen.findByRole('button', { name: 'Show less' });
  await fireEvent.click(screen.getByRole('radio', { name: 'Reached' }));
  expect(screen.getAllByText(/^step/)).toHaveLength(3);
  await fireEvent.click(screen.getByRole('radio', { name: 'All' }));
  await fireEvent.input(screen.getByRole('searchbox', { name: 'Find a milestone' }), { target: { value: 'NÚÑEZ' } });
  expect(screen.queryByText(/^step/)).toBeNull();
  await screen.findByText('Née Núñez');
  await fireEvent.input(screen.getByRole('searchbox', { name: 'Find a milestone' }), { target: { value: 'nothing' } });
  await screen.findByText('Nothing here holds these words.');
  await noneAgainst();
});

test('words she had not finished are offered before any suggestion, and a change she had begun goes on', async () => {
  const first = await shows([], {}, { drafts: [{ field: 'milestone.title', text: 'from last night' }] });
  await press('Write one down');
  expect(screen.queryByText('I asked for help with one thing')).toBeNull();
  await press('Go on with them');
  expect(((await screen.findByLabelText('What is it?')) as HTMLTextAreaElement).value).toBe('from last night');
  first.unmount();
  await shows([row('Swimming')], {}, { drafts: [{ field: 'milestone Swimming.title', text: 'Swimming again' }] });
  await choose('Swimming', 'Change the words');
  await waitFor(async () => expect(((await screen.findByLabelText('What is it?')) as HTMLTextAreaElement).value).toBe('Swimming again'));
  await press('Back to how it was');
  expect((screen.getByLabelText('What is it?') as HTMLTextAreaElement).value).toBe('Swimming');
});
