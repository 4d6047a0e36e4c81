import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { Component } from 'svelte';
import { beforeEach, expect, test } from 'vitest';

import { answerWith, type Calls, type ContactRow, type ReasonRow } from '../ipc/client';
import CheckInForm from '../parts/goals/CheckInForm.svelte';
import GoalForm from '../parts/goals/Form.svelte';
import Write from '../parts/letters/Write.svelte';
import PlanLineForm from '../parts/next-hour/PlanLineForm.svelte';
import ReasonForm from '../parts/next-hour/ReasonForm.svelte';
import WayForm from '../parts/next-hour/WayForm.svelte';
import KeptForm from '../parts/rituals/KeptForm.svelte';
import RitualFields from '../parts/rituals/RitualFields.svelte';
import PersonForm from '../parts/settings/PersonForm.svelte';
import { Family } from '../state/family.svelte';
import { KeptHour } from '../state/kept-hour.svelte';
import { today } from '../words';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const user = userEvent.setup();
const before = 'The sea in May';
const reason: ReasonRow = { id: 'r', words: before, has_photo: false, readable_while_locked: false };
const rosa: ContactRow = {
  id: 'c', owner: 'a', name: 'Rosa', number: '020', good_for: '', to_send: ['Could you ring me?'], readable_while_locked: false,
};
const ana = { id: 'a', name: 'Ana', color: 'rose', here: true };
const ritual = {
  id: 'x', whose: 'mine', owner: { one: 'a' }, title: 'Tea', meaning: before, steps: [], at: null, standing: 'going', next_on: null,
  recurrence: { starts_on: '2026-11-01', how: { kind: 'daily', every: 1 }, rests: [], ends_on: null }, last_kept_on: null, today: 'unknown', is_shared: false,
};
const changed: [string, Component<never>, object][] = [
  ['a goal', GoalForm, { row: { id: 'g', owner: { one: 'a' } } }],
  ['what was said of a goal', CheckInForm, { row: { id: 'g', whose: 'mine', title: 'Walks' }, checkIn: { id: 'k', by: 'a', words: before } }],
  ['a letter', Write, { letter: { id: 'l', from: 'a', to: 'a', title: '', words: before, written_on: '2026-11-01' } }],
  ['a ritual', RitualFields, { row: ritual }],
  ['a line of a day', KeptForm, { row: ritual }],
  ['a line of her plan', PlanLineForm, { part: 'signs', row: { id: 'p', part: 'signs', words: before } }],
  ['a reason', ReasonForm, { row: reason }],
];
const drafts = new Map<string, string>();

beforeEach(() => {
  drafts.clear();
  answerWith({
    drafts: () => ok([...drafts].map(([field, text]) => ({ field, text }))),
    keepDraft: (field: string, text: string) => {
      if (text.trim() === '') drafts.delete(field);
      else drafts.set(field, text);
      return ok(null);
    },
  } as unknown as Calls);
});

/** A form as it opens in a window in which somebody came in. */
async function shown(form: Component<never>, props: object): Promise<Family> {
  cleanup();
  const family = new Family();
  await family.drafts.read(true);
  const acts = {
    family, asking: family.asking(), signing: { asking: family.asking(), person: null }, writer: { one: 'a' },
    goals: { words: () => Promise.resolve({ title: before, why: '', helps: '', target: { kind: 'none' }, touches_use: false }) },
    rituals: { lane: { ritual: 'x', rows: [{ day: today(), state: 'kept', lines: [{ who: { one: 'a' }, words: before }], photos: [] }], has_more: false } },
    close: () => {},
  };
  const all = { family, acts, asking: acts.asking, kept: new KeptHour(family), open: true, me: ana, other: null, day: today(), idea: null };
  render(form as Component<Record<string, unknown>>, { ...all, onclose: () => {}, onback: () => {}, ...props });
  return family;
}

async function isOfferedAgain(field: () => HTMLElement, whole: string) {
  expect(await screen.findByText(/You had not finished this/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Go on with them' }));
  expect((field() as HTMLTextAreaElement).value).toBe(whole);
}

test.each(changed)('a change of %s that was begun is offered again, and one that was only looked at leaves nothing', async (_, form, props) => {
  const find = () => screen.findByDisplayValue(before);
  const family = await shown(form, props);
  await find();
  await family.drafts.seal();
  expect([...drafts]).toEqual([]);
  await user.type(await find(), ', and you');
  await family.drafts.seal();
  expect([...drafts.values()].filter((text) => text.includes('and you'))).toEqual([`${before}, and you`]);
  await shown(form, props);
  const again = await find();
  await isOfferedAgain(() => again, `${before}, and you`);
});

test('a way that began with a suggestion is not lost with the words she gave it', async () => {
  const idea = { id: 'way-idea-window', kind: 'calm_the_body', with_care: false };
  const family = await shown(WayForm, { row: null, idea });
  const field = await screen.findByLabelText(/What is it/);
  await user.clear(field);
  await user.type(field, 'tea on the step');
  await family.drafts.seal();
  expect([...drafts]).toEqual([['way.words', 'tea on the step']]);
  await shown(WayForm, { row: null, idea: null });
  await isOfferedAgain(() => screen.getByLabelText(/What is it/), 'tea on the step');
});

test('words to send that she had not finished are offered again, beside those that she has', async () => {
  const family = await shown(PersonForm, { row: rosa });
  await user.click(await screen.findByRole('button', { name: 'Add other words' }));
  await user.type(screen.getByLabelText(/Words to send: .*2/), 'I am having a hard hour');
  await family.drafts.seal();
  expect(drafts.get('contact-c.to_send_2')).toBe('I am having a hard hour');
  await shown(PersonForm, { row: rosa });
  await isOfferedAgain(() => screen.getByLabelText(/Words to send: .*2/), 'I am having a hard hour');
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Words to send: .*1/).value).toBe('Could you ring me?');
});
