import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import App from '../App.svelte';
import { answerWith } from '../ipc/client';
import { fakeFamily, fakePerson, refusal, spareWords } from '../ipc/fake';
import { later } from '../state/later';

const anas = 'kettle orbit velvet nine gravel';
const miras = 'lantern sudden pepper ocean drift';
const both = () => [fakePerson('a', 'Ana', 'rose', anas), fakePerson('m', 'Mira', 'honey', miras)];
const user = userEvent.setup();
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const type = async (label: string | RegExp, words: string) => {
  const field = await screen.findByLabelText(label);
  await user.clear(field);
  await user.type(field, words);
};

let family = fakeFamily();
function open(people = both()) {
  family = fakeFamily(people);
  answerWith(family.calls);
  render(App);
}
const cardOf = async (name: string) => within((await screen.findByRole('heading', { name })).closest('li') as HTMLElement);
async function comeIn(name: string, passphrase: string) {
  const card = await cardOf(name);
  await user.type(card.getByLabelText(/passphrase/), passphrase);
  await user.click(card.getByRole('button', { name: 'Come in' }));
}

// Here each is made from its source when it is first read, which takes longer than a screen is waited for.
beforeAll(() => Promise.all(Object.values(later).map((read) => read())), 120_000);
beforeEach(() => {
  document.body.innerHTML = '';
});

test('a folder that is older than it was is said quietly, and not again once she goes on', async () => {
  open();
  family.card.putBack = true;
  await comeIn('Ana', anas);
  const note = (await screen.findByText(/older than what was kept on this computer before/)).closest('[role="note"]') as HTMLElement;
  expect(note.textContent).toContain('Nothing that is here is lost.');
  const { violations } = await axe.run(note, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations).toEqual([]);
  await press('See what is kept safe');
  const kept = await screen.findByRole('heading', { name: 'Kept safe' });
  await vi.waitFor(() => expect(document.activeElement).toBe(kept));
  await press('Go on from here');
  await vi.waitFor(() => expect(screen.queryByText(/older than what was kept/)).toBeNull());
});

describe('the first time', () => {
  async function toThePassphrase() {
    await press('Go on');
    await press('I have read this');
    await type('Your name', 'Ana');
    await user.click(screen.getByRole('radio', { name: 'Rose' }));
    await press('Go on');
    await screen.findByRole('heading', { name: 'Your passphrase' });
  }

  test('from the first page to being in', async () => {
    open([]);
    await toThePassphrase();
    await type('Type the five words once', '  five offered  words number 1 ');
    await press('Go on');
    expect(await screen.findByRole('heading', { name: 'Twelve spare words' })).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((li) => li.textContent?.replace(/^\d+/, ''))).toEqual(spareWords);
    expect(screen.queryByRole('button', { name: /copy/i })).toBeNull();
    await press('I have written them down');
    await type('The twelve words from your paper', 'nothing of the kind');
    await press('Come in');
    expect(await screen.findByText(/not the twelve words that were on the screen/)).toBeTruthy();
    await type('The twelve words from your paper', spareWords.join('  ').toUpperCase());
    await press('Come in');
    expect(await screen.findByText('Here now:')).toBeTruthy();
    expect(family.people.map((person) => person.view.name)).toEqual(['Ana']);
  });

  test('other five words, and words of her own that are too weak or differ', async () => {
    open([]);
    await toThePassphrase();
    await press('Five other words');
    expect(await screen.findByText('five offered words number 2')).toBeTruthy();
    await user.click(screen.getByLabelText('Words of my own'));
    await type('Your passphrase', 'short');
    await type('The same once more', 'shord');
    await press('Go on');
    expect(screen.getByText(/The two are not the same/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('The same once more'));
    await type('The same once more', 'short');
    await press('Go on');
    expect(await screen.findByText(/could be guessed too soon/)).toBeTruthy();
  });

  test('a colour that the other one has is not offered', async () => {
    open([fakePerson('a', 'Ana', 'rose', anas)]);
    await press('Somebody else’s first time here');
    await press('Go on');
    await press('I have read this');
    expect(screen.queryByRole('radio', { name: 'Rose' })).toBeNull();
    expect(screen.getByRole('radio', { name: 'Honey' })).toBeTruthy();
  });

  test('a family of two has no room for a third', async () => {
    open();
    await screen.findByRole('heading', { name: 'Who’s here?' });
    expect(screen.queryByRole('button', { name: /first time/ })).toBeNull();
  });
});

describe('at the door', () => {
  test('wrong words are told under her name, twice over, and the cursor comes back', async () => {
    open();
    for (let i = 0; i < 2; i++) {
      await comeIn('Ana', miras);
      const card = await cardOf('Ana');
      expect(await card.findByText(/These words do not open it/)).toBeTruthy();
      expect(document.activeElement).toBe(card.getByLabelText(/passphrase/));
    }
    expect((await cardOf('Mira')).queryByText(/do not open/)).toBeNull();
  });

  test('a newcomer waits; the first one sees her six words and says yes', async () => {
    const [ana, mira] = both();
    mira!.isInOurs = false;
    open([ana!, mira!]);
    await comeIn('Ana', anas);
    expect(await screen.findByRole('heading', { name: /Mira.* has made her way in/ })).toBeTruthy();
    expect(screen.getByText('eager')).toBeTruthy();
    await type(/Ana.*passphrase/, anas);
    await press(/Yes, let/);
    await vi.waitFor(() => expect(mira!.isInOurs).toBe(true));
    await vi.waitFor(() => expect(screen.queryByRole('heading', { name: /has made her way in/ })).toBeNull());
  });

  test('side by side before the yes there is nothing to see but the question', async () => {
    const [ana, mira] = both();
    mira!.isInOurs = false;
    family = fakeFamily([ana!, mira!]);
    family.here.add('a').add('m');
    answerWith(family.calls);
    render(App);
    expect(await screen.findByRole('heading', { name: /has made her way in/ })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Milestones' })).toBeNull();
  });

  test('spare words open her space once, and she is told that they are used', async () => {
    open();
    await user.click((await cardOf('Ana')).getByRole('button', { name: 'I have my spare words' }));
    await type('The twelve words from your paper', spareWords.slice(0, 3).join(' '));
    await press('Go on');
    expect(await screen.findByText(/That is .*3.* words/)).toBeTruthy();
    await type('The twelve words from your paper', spareWords.join(' '));
    await press('Go on');
    await user.click(await screen.findByLabelText('Words of my own'));
    await type('Your passphrase', 'meadow kettle thirteen violet');
    await type('The same once more', 'meadow kettle thirteen violet');
    await press('Come in');
    expect(await screen.findByText(/Your spare words have been used/)).toBeTruthy();
    expect(family.people[0]?.passphrase).toBe('meadow kettle thirteen violet');
  });

  test('a family that cannot be read says what is safe, and Help now is there', async () => {
    answerWith({ ...fakeFamily().calls, door: () => refusal('later-version') });
    render(App);
    expect(await screen.findByText(/written by a newer Twinflower/)).toBeTruthy();
    await press('Help now');
    expect(await screen.findByRole('dialog', { name: 'Help now' })).toBeTruthy();
  });
});

describe('other families of this computer', () => {
  test('are behind one quiet choice, by their names, and a new one is begun there', async () => {
    family = fakeFamily(both());
    const gone: string[] = [];
    answerWith({
      ...family.calls,
      families: async () => [
        { id: 'one', names: ['Léa', 'Ana'] },
        { id: 'two', names: [] },
      ],
      openFamily: async (id) => void gone.push(id),
      startFamily: async () => void gone.push('a new one'),
    });
    render(App);
    await press('Another family…');
    expect(await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } }).then((found) => found.violations)).toEqual([]);
    await press(/Léa.* and .*Ana/);
    await press('A family whose names cannot be read');
    await press('Start another family');
    expect(gone).toEqual(['one', 'two', 'a new one']);
  });

  test('are not offered where there is no other to choose', async () => {
    open();
    await screen.findByRole('heading', { name: 'Ana' });
    expect(screen.queryByRole('button', { name: 'Another family…' })).toBeNull();
  });

  test('a first family of nobody yet offers no second', async () => {
    family = fakeFamily([]);
    answerWith({ ...family.calls, families: async () => [] });
    render(App);
    await screen.findByRole('heading', { name: 'Welcome' });
    expect(screen.queryByRole('button', { name: 'Another family…' })).toBeNull();
  });
});

describe('inside', () => {
  test('locking seals what she was writing, and the same form offers it again', async () => {
    open();
    await comeIn('Ana', anas);
    await press('Settings');
    await press('Write somebody down');
    await user.type(await screen.findByLabelText('Name'), 'Aunt R');
    // The button lies under the sheet here; the idle lock and Hide now do not need to reach it.
    (await screen.findByText('Lock', { selector: 'button' })).click();
    await vi.waitFor(() => expect(family.said).toEqual(['lock all']));
    expect([...family.drafts]).toEqual([['contact.name', 'Aunt R']]);
    cleanup();
    render(App);
    await comeIn('Ana', anas);
    await press('Settings');
    await press('Write somebody down');
    expect(await screen.findByText(/You had not finished this/)).toBeTruthy();
    await press('Go on with them');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Aunt R');
  });

  test('a computer that goes to sleep locks as the button does', async () => {
    open();
    await comeIn('Ana', anas);
    await press('Settings');
    await press('Write somebody down');
    await user.type(await screen.findByLabelText('Name'), 'Aunt R');
    window.dispatchEvent(new Event('sleep'));
    await vi.waitFor(() => expect(family.said).toEqual(['lock all']));
    expect([...family.drafts]).toEqual([['contact.name', 'Aunt R']]);
  });

  test('Hide now blanks first, seals what it can in a moment, and goes', async () => {
    open();
    await comeIn('Ana', anas);
    await press('Hide now');
    expect(document.body.innerHTML).toBe('');
    await vi.waitFor(() => expect(family.said).toEqual(['hide']));
  });

  test('settings are hers while she is alone, and only the window’s while both are here', async () => {
    open();
    await comeIn('Ana', anas);
    await press('Settings');
    await user.selectOptions(await screen.findByLabelText('Lock by itself after'), 'never');
    await vi.waitFor(() => expect(family.people[0]?.idleMinutes).toBeNull());
    await user.click(screen.getByLabelText('Trauma'));
    await vi.waitFor(() => expect(family.people[0]?.lives).toEqual(['trauma']));
    await user.click(screen.getByLabelText('Evening'));
    await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBe('night'));
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((v) => v.id)).toEqual([]);
    screen.getByRole('button', { name: /Who is here/ }).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByText('Somebody else comes in', { selector: '[role=menuitem]' }));
    await comeIn('Mira', miras);
    expect(await screen.findByText(/together\./)).toBeTruthy();
    expect(screen.queryByLabelText('Trauma')).toBeNull();
  });
});
