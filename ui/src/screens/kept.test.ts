import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { Component } from 'svelte';
import { beforeEach, expect, test } from 'vitest';

import { answerWith, type Calls, type ContactRow, type ReasonRow } from '../ipc/client';
import ReasonForm from '../parts/next-hour/ReasonForm.svelte';
import WayForm from '../parts/next-hour/WayForm.svelte';
import PersonForm from '../parts/settings/PersonForm.svelte';
import { Family } from '../state/family.svelte';
import { KeptHour } from '../state/kept-hour.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const user = userEvent.setup();
const reason: ReasonRow = { id: 'r', words: 'The sea in May', has_photo: false, readable_while_locked: false };
const rosa: ContactRow = {
  id: 'c', owner: 'a', name: 'Rosa', number: '020', good_for: '', to_send: ['Could you ring me?'], readable_while_locked: false,
};
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
  render(form as Component<Record<string, unknown>>, { family, kept: new KeptHour(family), open: true, ...props });
  return family;
}

async function isOfferedAgain(label: string | RegExp, whole: string) {
  expect(await screen.findByText(/You had not finished this/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Go on with them' }));
  expect(screen.getByLabelText<HTMLTextAreaElement>(label).value).toBe(whole);
}

test('a change to a reason that she had begun is offered again, and one that she only looked at leaves nothing', async () => {
  const family = await shown(ReasonForm, { row: reason });
  await family.drafts.seal();
  expect([...drafts]).toEqual([]);
  await user.type(await screen.findByLabelText(/What is it/), ', and you');
  await family.drafts.seal();
  expect([...drafts]).toEqual([['reason-r.words', 'The sea in May, and you']]);
  await shown(ReasonForm, { row: reason });
  await isOfferedAgain(/What is it/, 'The sea in May, and you');
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
  await isOfferedAgain(/What is it/, 'tea on the step');
});

test('words to send that she had not finished are offered again, beside those that she has', async () => {
  const family = await shown(PersonForm, { row: rosa });
  await user.click(await screen.findByRole('button', { name: 'Add other words' }));
  await user.type(screen.getByLabelText(/Words to send: .*2/), 'I am having a hard hour');
  await family.drafts.seal();
  expect(drafts.get('contact-c.to_send_2')).toBe('I am having a hard hour');
  await shown(PersonForm, { row: rosa });
  await isOfferedAgain(/Words to send: .*2/, 'I am having a hard hour');
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Words to send: .*1/).value).toBe('Could you ring me?');
});
