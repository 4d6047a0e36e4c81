import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { cards, hasHelp, paragraphs, quoted, speaksOf } from '../state/cards';
import { openCards, words } from '../words';

test('every card of the catalog stands on one shelf, in the order in which the core keeps them', () => {
  const core = readFileSync('../src-tauri/core/src/domain/card.rs', 'utf8');
  const listed = [...(core.split('= [')[1]?.split('];')[0] ?? '').matchAll(/"([\w-]+)"/g)].map((match) => match[1]);
  expect(cards).toEqual(listed);
  expect(new Set(cards).size).toBe(30);
});

test('a card can be found by its words, and is quoted with its source', async () => {
  await openCards();
  const found = cards.filter((id) => speaksOf(id, ' naloxone'));
  expect(found).toEqual(['after-a-break']);
  expect(paragraphs('hope').length).toBe(3);
  expect(quoted('hope')).toContain(words('card-hope.source'));
  expect(quoted('hope')).not.toMatch(/[\u2066-\u2069]/);
  expect(quoted('hope').split('\n\n').length).toBe(5);
});

test('a card that names Help now has it beside its words', async () => {
  await openCards();
  expect(cards.filter((id) => words(`card-${id}.text`).includes('Help now') && !hasHelp(id))).toEqual([]);
});
