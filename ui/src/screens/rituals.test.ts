import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeAll, expect, test, vi } from 'vitest';

import { answerWith, type Calls } from '../ipc/client';
import { listed } from '../parts/rituals/listed';
import { lane, many, ritual, tea } from '../parts/rituals/rows.fixture';
import { Family } from '../state/family.svelte';
import { addDays, today } from '../words';
import Rituals from './Rituals.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const refused = (code: string | null, message: string) =>
  Promise.resolve({ status: 'error' as const, error: { code, message, advice: `${message}-advice`, bound: null } });
const ana = { id: 'a', name: 'Ana', colour: 'rose' as const, here: true };
const mira = { id: 'm', name: 'Mira מירה', colour: 'honey' as const, here: true };

beforeAll(() => {
  globalThis.IntersectionObserver ??= class {
    constructor(private readonly seen: (entries: object[]) => void) {}
    observe() {
      this.seen([{ isIntersecting: true }]);
    }
    disconnect() {}
  } as unknown as typeof IntersectionObserver;
});

async function show(calls: object, { both = true } = {}): Promise<Family> {
  answerWith({
    door: () => ok({ people: [ana, mira], language: 'en', region: null, theme: null, readable: [] }),
    here: () => ok({ here: both ? [ana, mira] : [ana], mine_is_open: both ? [] : ['a'], ours_is_open: true, together: both, newcomer: null, idle_minutes: null, can_undo: false, put_back: false }),
    me: () => ok(null),
    contacts: () => ok([]),
    drafts: () => ok([]),
    rituals: () => ok({ rows: many }),
    ritualIdeas: () => ok([]),
    memoryLane: () => ok(lane),
    occurrencePhoto: () => ok('/9j/'),
    ...calls,
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  render(Rituals, { family });
  return family;
}

// The screen stands without the frame and its landmarks here; jsdom paints nothing.
async function noneAgainst() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}

const press = async (name: string | RegExp) => fireEvent.click((await screen.findAllByRole('button', { name }))[0]!);

test('today leads, the copy stands for a shared one, and what rests is folded away', () => {
  const shared = ritual({ id: 'mine', title: 'tea', whose: 'mine', owner: { one: 'a' }, today: 'unknown', is_shared: true });
  const parts = listed([tea, shared, ...many.slice(3)]);
  expect(parts.today.map((row) => row.id)).toEqual(['tea']);
  expect(parts.others.map((row) => row.id)).toEqual(['mine', 'bench', 'stone']);
  expect(parts.quiet.map((row) => row.id)).toEqual(['page']);
  expect(listed(many, 'KETTLE').today.map((row) => row.id)).toEqual(['tea']);
  expect(listed([tea, shared], '', 'mine').others.map((row) => row.id)).toEqual(['mine']);
});

test('she says that it was done, and may take it back', async () => {
  const keepOccurrence = vi.fn(() => ok({ rows: [{ ...tea, today: 'kept' as const }, ...many.slice(1)] }));
  const undo = vi.fn(() => ok(true));
  await show({ keepOccurrence, undo });
  await screen.findByRole('heading', { name: 'For today' });
  await noneAgainst();
  await press('We did it');
  expect(keepOccurrence).toHaveBeenCalledWith('tea', today(), null, null);
  await press('Undo');
  expect(undo).toHaveBeenCalledOnce();
});

test('what is only the other one’s to say offers her no answer', async () => {
  const bench = { ...many[3]!, today: 'unknown' as const };
  await show({ rituals: () => ok({ rows: [bench] }) }, { both: false });
  await screen.findByText('The same bench');
  expect(screen.queryByRole('button', { name: /did it/ })).toBeNull();
  await press('The same bench');
  await screen.findByRole('heading', { level: 1, name: 'The same bench' });
  expect(screen.queryByRole('button', { name: /More about .*The same bench/ })).toBeNull();
});

test('a new one is written with the keyboard: steps are added, moved and taken away', async () => {
  const addRitual = vi.fn((_: object) => ok({ rows: many }));
  await show({ addRitual });
  const user = userEvent.setup();
  await press('Set one down');
  await user.type(await screen.findByLabelText('What is it called?'), 'Née Núñez 🌷 أمي');
  await user.click(screen.getByRole('button', { name: 'Add a step' }));
  await user.keyboard('first{Enter}second{Enter}third');
  expect(document.activeElement).toBe(screen.getByLabelText(/^Step \W*3\W*$/));
  await user.click(screen.getByRole('button', { name: /^Move step \W*3\W* up$/ }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Move step \W*2\W* up$/ }));
  await user.click(screen.getByRole('button', { name: /^Take step \W*1\W* away$/ }));
  await user.selectOptions(screen.getByLabelText(/^Who does step \W*1\W*$/), 'Mira מירה');
  await user.click(screen.getByRole('radio', { name: 'By days' }));
  await user.type(screen.getByLabelText(/At what time/), '7.30 pm');
  await noneAgainst();
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(addRitual.mock.calls[0]?.[0]).toEqual({
    title: 'Née Núñez 🌷 أمي',
    meaning: '',
    steps: [{ who: { one: 'm' }, words: 'third' }, { who: 'both', words: 'second' }],
    how: { kind: 'daily', every: 1 },
    starts_on: today(),
    ends_on: null,
    at: 1170,
  });
});

test('a week without a day and a time that is none are said where they are, before anything is sent', async () => {
  const addRitual = vi.fn();
  await show({ addRitual });
  const user = userEvent.setup();
  await press('Set one down');
  await user.type(await screen.findByLabelText('What is it called?'), 'tea');
  await user.click(within(screen.getByRole('group', { name: 'On which days' })).getByRole('checkbox', { checked: true }));
  await user.type(screen.getByLabelText(/At what time/), 'evening');
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(addRitual).not.toHaveBeenCalled();
  expect(screen.getAllByText('Choose one or more days.').length).toBeGreaterThan(0);
  screen.getByText('This does not read as a time of day yet.');
});

test('a line and a typed path are kept, and a file that is no picture is told in its place', async () => {
  const keepOccurrence = vi.fn(() => refused(null, 'error-not-a-picture'));
  const family = await show({ keepOccurrence });
  family.screen.go('rituals', 'tea');
  const user = userEvent.setup();
  await press('It was kept another day');
  await user.type(await screen.findByLabelText(/A line about it/), 'hi');
  await user.type(screen.getByLabelText(/Where the photo is/), '/home/ana/notes.txt');
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(keepOccurrence).toHaveBeenCalledWith('tea', today(), 'hi', '/home/ana/notes.txt');
  await screen.findByText(/not a picture that can be read/);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/A line about it/).value).toBe('hi');
  await noneAgainst();
});

test('the memory lane shows lines and photos, and its other names nobody as missing', async () => {
  const family = await show({});
  family.screen.go('rituals', 'tea');
  await screen.findByText(/מירה צחקה/);
  await screen.findByRole('img', { name: /Photo from you both/ });
  await noneAgainst();
  expect(document.body.textContent).not.toMatch(/missed|streak|%/i);
});

test('sharing shows what the other will see and shares just that', async () => {
  const mine = { ...tea, whose: 'mine' as const, owner: { one: 'a' } };
  const previewRitual = vi.fn((_: string, meaning: boolean) => ok({ ...tea, meaning: meaning ? tea.meaning : '' }));
  const shareRitual = vi.fn(() => ok({ rows: [mine] }));
  const family = await show({ rituals: () => ok({ rows: [mine] }), previewRitual, shareRitual }, { both: false });
  family.screen.go('rituals', 'tea');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /More about .*Tea/ }));
  await user.click(await screen.findByText('Share it', { selector: '[role=menuitem]' }));
  await screen.findByText(/This is what .*Mira.* will see/);
  await user.click(screen.getByLabelText('Share what it means to you as well'));
  await waitFor(() => expect(previewRitual).toHaveBeenLastCalledWith('tea', true));
  await noneAgainst();
  await user.click(screen.getByRole('button', { name: 'Share it' }));
  expect(shareRitual).toHaveBeenCalledWith('tea', true);
});

test('while both are here, letting hers rest asks her passphrase', async () => {
  const hers = { ...tea, owner: { one: 'm' } };
  const setRitualStanding = vi.fn((_id: string, _standing: string, passphrase: string | null) =>
    passphrase === null ? refused('needs_her_passphrase', 'error-needs-her-passphrase') : ok({ rows: [hers] }),
  );
  const family = await show({ rituals: () => ok({ rows: [hers] }), setRitualStanding });
  family.screen.go('rituals', 'tea');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /More about .*Tea/ }));
  await user.click(await screen.findByText('Let it rest', { selector: '[role=menuitem]' }));
  await user.type(await screen.findByLabelText(/Mira.*passphrase/), 'heron window{Enter}');
  await waitFor(() => expect(setRitualStanding).toHaveBeenLastCalledWith('tea', 'resting', 'heron window'));
});

test('a time of rest is added to those that are there', async () => {
  const rests = [{ from: '2020-01-01', until: '2020-01-09' }];
  const resting = { ...tea, recurrence: { ...tea.recurrence, rests } };
  const setRitualRests = vi.fn(() => ok({ rows: [resting] }));
  const family = await show({ rituals: () => ok({ rows: [resting] }), setRitualRests });
  family.screen.go('rituals', 'tea');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /More about .*Tea/ }));
  await user.click(await screen.findByText('Rest until a day', { selector: '[role=menuitem]' }));
  expect(screen.queryByText(/2020/)).toBeNull();
  const parts = within((await screen.findByText('Until which day')).closest('.day') as HTMLElement).getAllByRole('spinbutton');
  const wanted = addDays(today(), 9).split('-').reverse();
  for (const [at, part] of parts.entries()) {
    await user.click(part);
    await user.keyboard(wanted[at]!);
  }
  await user.click(screen.getByRole('button', { name: 'Keep this rest' }));
  expect(setRitualRests).toHaveBeenCalledWith('tea', [...rests, { from: today(), until: addDays(today(), 9) }], null);
});
