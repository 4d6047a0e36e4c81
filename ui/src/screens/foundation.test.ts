import { fireEvent, render, screen, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';

import Evening from '../parts/celebration/Evening.svelte';
import Door from './Door.svelte';
import Frame from './Frame.svelte';
import Help from './Help.svelte';

const nothing = () => {};
const people = [
  { id: 'a', name: 'Ana', color: 'rose' as const, here: false },
  { id: 'm', name: 'Mira', color: 'honey' as const, here: true },
];

async function noneAgainst() {
  // Colour is measured in tokens.test.ts; jsdom paints nothing.
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}

test('the door asks who is here, gives the passphrase once and forgets it', async () => {
  const onopen = vi.fn();
  const onhelp = vi.fn();
  render(Door, { people, onopen, onlock: nothing, ongo: nothing, onhelp, onhide: nothing });
  await noneAgainst();
  const field = screen.getByLabelText<HTMLInputElement>(/Ana.*passphrase/);
  await fireEvent.input(field, { target: { value: 'seven plain words' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Come in' }));
  expect(onopen).toHaveBeenCalledWith('a', 'seven plain words');
  expect(field.value).toBe('');
  await fireEvent.keyDown(window, { key: 'F1' });
  await fireEvent.click(screen.getByRole('button', { name: 'Help now' }));
  expect(onhelp).toHaveBeenCalledTimes(2);
});

test('every room has its names, its landmarks and the two corners', async () => {
  const onplace = vi.fn();
  const children = createRawSnippet(() => ({ render: () => '<h1 tabindex="-1" data-screen-title>Today</h1>' }));
  render(Frame, { here: people, place: 'today', onplace, onlock: nothing, onhelp: nothing, onhide: nothing, children });
  await noneAgainst();
  const nav = screen.getByRole('navigation');
  expect(within(nav).getAllByRole('button').map((b) => b.textContent)).toEqual([
    'Today', 'Milestones', 'Rituals', 'Goals', 'Letters', 'The shelf', 'Pages to print', 'What I share', 'Settings',
  ]);
  expect(within(nav).getByRole('button', { current: 'page' }).textContent).toBe('Today');
  expect(document.activeElement?.textContent).toBe('Today');
  await fireEvent.click(within(nav).getByRole('button', { name: 'Letters' }));
  expect(onplace).toHaveBeenCalledWith('letters');
  expect(screen.getByRole('button', { name: 'Help now' })).toBeTruthy();
});

test('Hide now blanks the window before it says so', async () => {
  let seen = '';
  const onhide = vi.fn(() => (seen = document.body.innerHTML));
  const children = createRawSnippet(() => ({ render: () => '<h1>I asked for help first</h1>' }));
  render(Evening, { children, onhelp: nothing, onhide });
  await fireEvent.click(screen.getByRole('button', { name: 'Hide now' }));
  expect(onhide).toHaveBeenCalledTimes(1);
  expect(seen).toBe('');
});

test('Help now works with nothing: it asks for a place and uses it at once', async () => {
  render(Help, { open: true });
  const dialog = await screen.findByRole('dialog', { name: 'Help now' });
  await noneAgainst();
  expect(within(dialog).queryByText('999')).toBeNull();
  await fireEvent.change(within(dialog).getByLabelText(/Where are you/), { target: { value: 'GB-ENG' } });
  expect(within(dialog).getByText('999')).toBeTruthy();
  expect(within(dialog).getByText(/not yet confirmed/)).toBeTruthy();
  expect(within(dialog).getAllByText('Hours not confirmed').length).toBeGreaterThan(0);
  expect(dialog.querySelector('a')).toBeNull();
});

test('for someone with me, the emergency number comes before everything else', async () => {
  render(Help, { open: true, region: 'US', people: [{ name: 'Aunt Rosa', number: '0123' }] });
  const dialog = await screen.findByRole('dialog', { name: 'Help now' });
  await fireEvent.click(within(dialog).getByLabelText('For someone with me'));
  const said = dialog.textContent ?? '';
  const order = ['911', 'is not waking up', 'Naloxone', 'SAMHSA', 'Aunt Rosa', '988'].map((part) => said.indexOf(part));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  await noneAgainst();
});

test('Escape leaves Help now', async () => {
  const onclose = vi.fn();
  render(Help, { open: true, onclose });
  const dialog = await screen.findByRole('dialog', { name: 'Help now' });
  await fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(onclose).toHaveBeenCalled();
});
