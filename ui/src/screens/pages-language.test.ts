import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';

import { answerWith, type Calls } from '../ipc/client';
import { fakePages } from '../ipc/fake-pages';
import { Family } from '../state/family.svelte';
import Pages from './Pages.svelte';

vi.mock('../words/catalog', async (original) => ({ ...(await original<typeof import('../words/catalog')>()), languages: ['en', 'de'] }));

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });

test('where there is more than one language, a paper is made in the one that is chosen for it', async () => {
  const asked: string[] = [];
  const people = [{ id: 'a', name: 'Ana', colour: 'rose' as const, here: true }];
  const { calls } = fakePages({ a: 'hers' });
  URL.createObjectURL = () => 'blob:0';
  URL.revokeObjectURL = () => {};
  answerWith({
    ...calls,
    layOutPage: ((choice, size, language) => (asked.push(language), calls.layOutPage!(choice, size, language))) as Calls['layOutPage'],
    door: () => ok({ people, language: null, region: null, theme: null, readable: [] }),
    here: () => ok({ here: people, mine_is_open: ['a'], ours_is_open: true, together: false, newcomer: null, idle_minutes: null, can_undo: false, put_back: false }),
    me: () => ok({ person: people[0]!, lives: [], idle_minutes: null, next_day_question: true, has_spare_words: true, words: [] }),
    contacts: () => ok([]),
    drafts: () => ok([]),
    shelf: () => ok({ rows: [], more: false, all: 0 }),
    rituals: () => ok({ rows: [], more: false }),
  } as unknown as Partial<Calls>);
  const family = new Family();
  await family.begin();
  family.screen.go('pages');
  render(Pages, { family });
  await fireEvent.click(await screen.findByRole('button', { name: /My own page/ }));
  await fireEvent.click(await screen.findByRole('checkbox', { name: /First night feed/ }));
  await vi.waitFor(() => expect(asked).toEqual(['en']));
  await fireEvent.change(screen.getByLabelText('Language of the paper'), { target: { value: 'de' } });
  await vi.waitFor(() => expect(asked).toEqual(['en', 'de']));
});
