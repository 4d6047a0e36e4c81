import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';

import { answerWith, type Calls, type Choice, type KeepsakeRow, type LaidOutView } from '../ipc/client';
import { fakePages, pieceRows } from '../ipc/fake-pages';
import { refusal } from '../ipc/fake';
import { Family } from '../state/family.svelte';
import { Chosen } from '../state/pages-chosen';
import { spanOf } from '../state/pages-span';
import Pages from './Pages.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const made: string[] = [];
const revoked: string[] = [];

beforeEach(() => {
  made.length = revoked.length = 0;
  URL.createObjectURL = () => (made.push(`blob:${made.length}`), made.at(-1) ?? '');
  URL.revokeObjectURL = (url) => void revoked.push(url);
});

async function open(who: 'both' | 'ana', others: Partial<Calls> = {}, laid: Partial<LaidOutView> = {}, about: string | null = null) {
  const people = [
    { id: 'a', name: 'Ana', colour: 'rose' as const, here: true },
    { id: 'm', name: 'Mira', colour: 'honey' as const, here: who === 'both' },
  ];
  const { calls, asked } = fakePages(who === 'both' ? { a: 'hers', m: 'other' } : { a: 'hers' }, laid);
  answerWith({
    door: () => ok({ people, language: null, region: null, theme: null, readable: [] }),
    here: () => ok({ here: people.filter((one) => one.here), mine_is_open: who === 'ana' ? ['a'] : [], ours_is_open: true, together: who === 'both', newcomer: null, idle_minutes: null, can_undo: false, put_back: false }),
    me: () => ok({ person: people[0]!, lives: [], idle_minutes: null, next_day_question: true, has_spare_words: true, words: [] }),
    contacts: () => ok([]),
    drafts: () => ok([]),
    keepDraft: () => ok(null),
    shelf: () => ok({ rows: [], more: false, all: 0 }),
    rituals: () => ok({ rows: [], more: false }),
    ...calls,
    ...others,
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  family.screen.go('pages', about);
  const { unmount } = render(Pages, { family });
  return { asked, unmount };
}

const choose = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const tick = async (name: RegExp) => fireEvent.click(await screen.findByRole('checkbox', { name }));
const picture = () => screen.findByRole('img', { name: /Its words follow/ });
const choices = (asked: { name: string; with: unknown }[], name = 'layOutPage') => asked.filter((one) => one.name === name).map((one) => one.with as Choice);

async function signs(name: string, passphrase: string) {
  await vi.waitFor(() => expect(screen.queryByText('Laying out…')).toBeNull());
  await choose(new RegExp(`Read and sign off: .*${name}`));
  const dialog = await screen.findByRole('dialog', { name: new RegExp(`${name}.*part`) });
  await fireEvent.input(within(dialog).getByLabelText(new RegExp('passphrase')), { target: { value: passphrase } });
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Sign off' }));
  return dialog;
}

test('only papers that can be made are offered: no keepsake, no keepsake page; her own page only to her alone', async () => {
  await open('both');
  expect((await screen.findAllByRole('button')).map((button) => button.textContent?.trim().split('  ')[0])).toHaveLength(1);
  screen.getByRole('button', { name: /Our days/ });
});

test('a page begins empty, and nothing is laid out before something is ticked', async () => {
  const { asked } = await open('both');
  await choose(/Our days/);
  const boxes = await screen.findAllByRole<HTMLInputElement>('checkbox');
  expect(boxes).toHaveLength(pieceRows.length);
  expect(boxes.filter((box) => box.checked)).toEqual([]);
  screen.getByText(/Nothing is on this page yet/);
  await new Promise((done) => setTimeout(done, 150));
  expect(asked).toEqual([]);
});

test('what is ticked is laid out and shown, and unticking everything leaves an empty page', async () => {
  const { asked } = await open('both');
  await choose(/Our days/);
  await tick(/First night feed/);
  await picture();
  expect(choices(asked).at(-1)?.pieces).toEqual([{ kind: 'milestone', milestone: 'm1' }]);
  await tick(/First night feed/);
  await screen.findByText(/Nothing is on this page yet/);
  expect(revoked).toEqual(made);
});

test('all of a kind is one act, and one can be left out of it again', async () => {
  const { asked } = await open('both');
  await choose(/Our days/);
  await choose(/All of these: Milestones|All of these:.*Milestones/);
  await tick(/A whole afternoon/);
  await vi.waitFor(() => expect(choices(asked).at(-1)).toMatchObject({ whole: ['milestone'], pieces: [], without: [{ kind: 'milestone', milestone: 'm3' }] }));
});

test('each signs off her part with her own passphrase; only then can it be saved', async () => {
  const { asked } = await open('both');
  await choose(/Our days/);
  await tick(/Evening walks/);
  await picture();
  expect(screen.queryByRole('button', { name: 'Save as PDF' })).toBeNull();
  await signs('Ana', 'wrong');
  await screen.findByText(/These words do not open it/);
  await fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  await signs('Ana', 'hers');
  await screen.findByText('Signed off');
  expect(screen.queryByRole('button', { name: 'Save as PDF' })).toBeNull();
  await signs('Mira', 'other');
  await choose('Save as PDF');
  await screen.findByText(/outside our protection/);
  await choose('Go on');
  await fireEvent.input(await screen.findByLabelText('Where to'), { target: { value: '/tmp/paper' } });
  await choose('Save');
  await screen.findByText('/tmp/paper/Twinflower page 2026-11-22.pdf');
  expect(choices(asked, 'savePage')).toHaveLength(1);
  await choose('Print');
  await screen.findByText(/opens in this computer/);
});

test('a refused piece is unticked before she signs, and nothing says so', async () => {
  const { asked } = await open('both');
  await choose(/Our days/);
  await tick(/First night feed/);
  await tick(/Evening walks/);
  await picture();
  await vi.waitFor(() => expect(choices(asked).at(-1)?.pieces).toHaveLength(2));
  await choose(/Read and sign off: .*Ana/);
  const dialog = await screen.findByRole('dialog');
  await fireEvent.click(within(dialog).getByRole('checkbox', { name: /First night feed/ }));
  await vi.waitFor(() => expect(choices(asked).at(-1)?.pieces).toHaveLength(1));
  await new Promise((done) => setTimeout(done, 50));
  await fireEvent.input(within(dialog).getByLabelText(/passphrase/), { target: { value: 'hers' } });
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Sign off' }));
  await screen.findByText('Signed off');
  expect(choices(asked, 'signPage').at(-1)?.pieces).toEqual([{ kind: 'goal', goal: 'g1' }]);
  expect(screen.getAllByRole<HTMLInputElement>('checkbox', { name: /First night feed/ }).some((box) => box.checked)).toBe(false);
});

test('a signature lapses when its part changes, and that is said; the other one’s stands', async () => {
  await open('both');
  await choose(/Our days/);
  await tick(/First night feed/);
  await tick(/I asked for help/);
  await picture();
  await signs('Ana', 'hers');
  await signs('Mira', 'other');
  await vi.waitFor(() => expect(screen.getAllByText('Signed off')).toHaveLength(2));
  await tick(/We talked about the summer/);
  await screen.findByText(/has changed since it was signed off/);
  expect(screen.getAllByText('Signed off')).toHaveLength(1);
  screen.getByRole('button', { name: /Read and sign off: .*Ana/ });
});

test('alone nothing is signed: her own page is hers to save, and her questions are on it by being written', async () => {
  const { asked } = await open('ana');
  await choose(/My own page/);
  await fireEvent.input(await screen.findByLabelText('A question'), { target: { value: 'Is it always like this?' } });
  await picture();
  expect(choices(asked).at(-1)).toMatchObject({ whole: ['question'], paper: { kind: 'her_own', questions: ['Is it always like this?'] } });
  expect(screen.queryByText(/signs off/)).toBeNull();
  await screen.findByRole('button', { name: 'Save as PDF' });
});

test('what went wrong is said in its place, and the last page stays', async () => {
  let isWrong = false;
  const { calls } = fakePages({ a: 'hers', m: 'other' });
  const layOutPage = ((...args) => (isWrong ? refusal('out-of-bounds', 4000) : calls.layOutPage!(...args))) as Calls['layOutPage'];
  await open('both', { layOutPage });
  await choose(/Our days/);
  await tick(/First night feed/);
  await picture();
  isWrong = true;
  await tick(/Evening walks/);
  await screen.findByRole('alert');
  await picture();
  expect(revoked).toEqual([]);
});

test('a layout that takes long can be stopped, and begun again', async () => {
  let stop = () => {};
  const never = () => new Promise((answer) => (stop = () => answer({ status: 'error', error: { code: 'stopped', message: 'x', advice: 'x', bound: null } })));
  await open('both', { layOutPage: never as never, stopPage: async () => stop() });
  await choose(/Our days/);
  await tick(/First night feed/);
  // Nobody knows how far it is, and so the bar says no number.
  expect((await screen.findByRole('progressbar', { name: 'Laying out…' })).getAttribute('aria-valuenow')).toBeNull();
  await choose('Stop');
  await screen.findByText(/What you ticked is still ticked/);
  screen.getByRole('button', { name: 'Lay it out' });
  expect(screen.queryByText(/Nothing is on this page yet/)).toBeNull();
});

test('letters that nothing can show are named, and only room for names is not offered for printing', async () => {
  await open('ana', {}, { missing: [{ letter: '𒀀', script: 'Xsux' }], more_missing: 3, is_empty: true });
  await choose(/Our days/);
  await tick(/Room for your names/);
  await screen.findByText(/Cuneiform.*U\+12000/);
  screen.getByText(/and .*3.* more/);
  screen.getByText(/only room for names/);
  expect(screen.queryByRole('button', { name: 'Save as PDF' })).toBeNull();
});

test('from a keepsake the screen opens on its page', async () => {
  const rows = [{ id: 'k', title: 'My first coin' } as KeepsakeRow];
  await open('both', { shelf: () => ok({ rows, more: false, all: 1 }) } as Partial<Calls>, {}, 'keepsake k');
  await screen.findByRole('heading', { level: 1, name: 'A keepsake' });
});

test('the paper of her region is chosen to begin with, and the other one is a press away', async () => {
  const asked: string[] = [];
  const { calls } = fakePages({ a: 'hers', m: 'other' });
  const layOutPage = ((choice, size, language) => (asked.push(size), calls.layOutPage!(choice, size, language))) as Calls['layOutPage'];
  await open('both', { layOutPage, pageSize: () => ok('us_letter' as const) });
  await choose(/Our days/);
  await tick(/First night feed/);
  await vi.waitFor(() => expect(asked).toEqual(['us_letter']));
  await fireEvent.click(screen.getByRole('radio', { name: 'A4' }));
  await vi.waitFor(() => expect(asked).toEqual(['us_letter', 'a4']));
});

test('the keys turn the pages: beside them, and with Alt from among the pieces, past which there is a way', async () => {
  const asked: number[] = [];
  const { calls } = fakePages({ a: 'hers', m: 'other' });
  const pagePicture = ((at: number) => (asked.push(at), calls.pagePicture!(at))) as Calls['pagePicture'];
  await open('both', { pagePicture }, { pages: 3 });
  await choose(/Our days/);
  await tick(/First night feed/);
  await picture();
  const box = screen.getByRole('checkbox', { name: /First night feed/ });
  await fireEvent.keyDown(box, { key: 'PageDown' });
  await fireEvent.keyDown(box, { key: 'PageDown', altKey: true });
  await screen.findByText(/^Page .*2.* of /);
  await choose('Skip to the paper');
  const look = screen.getByRole('group', { name: 'Look' });
  expect(document.activeElement).toBe(look);
  await fireEvent.keyDown(look, { key: 'PageDown' });
  await screen.findByText(/^Page .*3.* of /);
  await fireEvent.keyDown(look, { key: 'Home' });
  await screen.findByText(/^Page .*1.* of /);
  expect(asked).toEqual([0, 1, 2, 0]);
  await choose('Skip back to the pieces');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'What is on it' }));
});

test('leaving the screen leaves no picture behind', async () => {
  const { unmount } = await open('both');
  await choose(/Our days/);
  await tick(/First night feed/);
  await picture();
  unmount();
  expect(made.length).toBeGreaterThan(0);
  expect(revoked).toEqual(made);
});

test('spans are whole months and years of the calendar', () => {
  expect(spanOf('this_month', '2024-02-10')).toEqual({ from: '2024-02-01', until: '2024-02-29' });
  expect(spanOf('last_month', '2026-01-31')).toEqual({ from: '2025-12-01', until: '2025-12-31' });
  expect(spanOf('last_days', '2026-03-01')).toEqual({ from: '2026-01-31', until: '2026-03-01' });
  expect(spanOf('this_year', '2026-11-22')).toEqual({ from: '2026-01-01', until: '2026-12-31' });
});

test('ticking all of a kind and leaving one out is never all of it', () => {
  const one = { kind: 'goal', goal: 'g' } as const;
  const rows = [{ id: one, owner: 'both' as const, on: null, preview: '' }];
  const all = new Chosen().withAll('goal', true);
  expect(all.hasAll('goal', rows, true)).toBe(true);
  expect(all.with(one, false).hasAll('goal', rows, true)).toBe(false);
  expect(all.with(one, false).with(one, true).hasAll('goal', rows, true)).toBe(true);
  expect(new Chosen().with(one, true).hasAll('goal', rows, true)).toBe(false);
  expect(all.withAll('goal', false).isEmpty).toBe(true);
});
