import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import Button from './Button.svelte';
import Choice from './Choice.svelte';
import Confirm from './Confirm.svelte';
import DayField from './DayField.svelte';
import Field from './Field.svelte';
import Flower from './Flower.svelte';
import Notice from './Notice.svelte';
import PassphraseField from './PassphraseField.svelte';
import { initialOf, patternOf, personColors, personPatterns } from './person';
import TextArea from './TextArea.svelte';
import Toast from './Toast.svelte';
import Waiting from './Waiting.svelte';

const text = (words: string) => createRawSnippet(() => ({ render: () => `<span>${words}</span>` }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a person', () => {
  test('is known by one grapheme, whatever the script', () => {
    expect(['ana', ' Mira', '👩‍🌾 Ida', 'مريم', '愛', 'é', ''].map(initialOf)).toEqual(['A', 'M', '👩‍🌾', 'م', '愛', 'É', '·']);
  });
  test('has a pattern of her own for each colour', () => {
    expect(new Set(personColors.map(patternOf)).size).toBe(personPatterns.length);
  });
});

test('a busy button stays calm for 400 ms, and does nothing twice', async () => {
  const onclick = vi.fn();
  render(Button, { busy: true, busyLabel: 'Opening', onclick, children: text('Come in') });
  const button = screen.getByRole('button');
  expect(button.textContent?.trim()).toBe('Come in');
  await fireEvent.click(button);
  expect(onclick).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(450);
  expect(button.textContent?.trim()).toBe('Opening');
});

test('a field names itself, its hint and its error', () => {
  render(Field, { label: 'Name', hint: 'In your words', error: 'One word at least' });
  const input = screen.getByLabelText('Name');
  expect(input.getAttribute('dir')).toBe('auto');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  const described = input.getAttribute('aria-describedby')!.split(' ').map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(['In your words', 'One word at least']);
});

test('the room left is said only near its end, and nothing is cut', async () => {
  render(TextArea, { label: 'Words', limit: 100, value: 'short' });
  expect(screen.getByRole('status').textContent).toBe('');
  await fireEvent.input(screen.getByLabelText('Words'), { target: { value: 'a'.repeat(95) } });
  expect(screen.getByRole('status').textContent).toMatch(/5/);
  await fireEvent.input(screen.getByLabelText('Words'), { target: { value: 'a'.repeat(120) } });
  expect(screen.getByRole('status').textContent).toMatch(/20/);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Words').value).toHaveLength(120);
});

test('a passphrase is covered, shown on demand, and covered again once empty', async () => {
  render(PassphraseField, { label: 'Passphrase', value: 'seven plain words' });
  const input = screen.getByLabelText<HTMLInputElement>('Passphrase');
  expect([input.type, input.autocomplete]).toEqual(['password', 'off']);
  await fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(input.type).toBe('text');
  await fireEvent.input(input, { target: { value: '' } });
  expect(input.type).toBe('password');
});

test('a choice is a group of radios under its legend', async () => {
  const onchange = vi.fn();
  render(Choice, { legend: 'For whom', answers: [{ value: 'mine', label: 'Only me' }, { value: 'ours', label: 'Both' }], onchange });
  expect(screen.getByRole('group', { name: 'For whom' })).toBeTruthy();
  await fireEvent.click(screen.getByLabelText('Both'));
  expect(onchange).toHaveBeenCalledWith('ours');
});

test('a toast stays while it is held, then goes', async () => {
  const ongone = vi.fn();
  render(Toast, { text: 'Kept', seconds: 5, onundo: () => {}, ongone });
  const place = screen.getByRole('status');
  await fireEvent.pointerEnter(place);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ongone).not.toHaveBeenCalled();
  await fireEvent.pointerLeave(place);
  await vi.advanceTimersByTimeAsync(5_100);
  expect(ongone).toHaveBeenCalledTimes(1);
});

test('waiting says nothing for 400 ms', async () => {
  render(Waiting, { text: 'Looking' });
  expect(screen.getByRole('status').textContent).toBe('');
  await vi.advanceTimersByTimeAsync(450);
  expect(screen.getByText('Looking')).toBeTruthy();
});

test('a notice says what happened and what to do', () => {
  render(Notice, { problem: { code: 'something_new', message: 'It was not written.', advice: 'Try again.' } });
  expect(screen.getByRole('alert').textContent).toMatch(/It was not written\.\s*Try again\./);
});

test('the flower is a picture with words or no picture at all', () => {
  const { container, unmount } = render(Flower, { size: 16 });
  expect(container.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true');
  unmount();
  render(Flower, { size: 200, label: 'Two bells on one stem' });
  expect(screen.getByRole('img', { name: 'Two bells on one stem' })).toBeTruthy();
});

test('a question is asked in a titled dialog with two answers', async () => {
  vi.useRealTimers();
  const onyes = vi.fn();
  const onno = vi.fn();
  render(Confirm, { open: true, title: 'Take it back?', text: 'She has not seen it.', yes: 'Take it back', onyes, onno });
  const dialog = await screen.findByRole('dialog', { name: 'Take it back?' });
  expect(dialog.textContent).toMatch(/She has not seen it/);
  await fireEvent.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(onyes).toHaveBeenCalledTimes(1);
  await fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(onno).toHaveBeenCalled();
});

test('a day is shown part by part and can be cleared', async () => {
  vi.useRealTimers();
  const onchange = vi.fn();
  render(DayField, { label: 'The day', value: '2026-11-22', onchange });
  expect(screen.getAllByRole('spinbutton').map((part) => part.textContent)).toEqual(['22', '11', '2026']);
  await fireEvent.click(screen.getByRole('button', { name: 'No day' }));
  expect(onchange).toHaveBeenCalledWith(null);
});
