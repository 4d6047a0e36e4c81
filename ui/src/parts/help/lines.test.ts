import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import rejected from '../../../../tests/fixtures/rejected-lines.json';
import { emergencyFor, languageNames, linesAnywhere, linesFor, regionChoices, regionName, regionsFor } from './lines';

const numbers = (region: string | null) => emergencyFor(region).map((contact) => contact.value);

test('a part of a country has its own lines first, then its country’s', () => {
  expect(regionsFor('GB-SCT')).toEqual(['GB-SCT', 'GB']);
  expect(numbers('GB-SCT')).toEqual(['999']);
  const ids = linesFor('GB-SCT').map((line) => line.id);
  expect(ids).toContain('gb-samaritans');
  expect(ids).toContain('gb-sct-breathing-space');
  expect(ids).not.toContain('gb-eng-nhs-111-mental-health');
});

test('a member state without rows of its own has the Union’s number; one with rows has its own', () => {
  expect(regionsFor('AT')).toEqual(['EU']);
  expect(numbers('AT')).toEqual(['112']);
  expect(regionsFor('FR')).toEqual(['FR']);
  expect(numbers('FR')[0]).toBe('112');
});

test('where the list has nothing, no number is invented', () => {
  expect(numbers('ZZ')).toEqual([]);
  expect(numbers('JP')).toEqual([]);
  expect(numbers(null)).toEqual([]);
  expect(linesFor(null)).toEqual([]);
  expect(linesAnywhere().every((line) => line.contacts.every((contact) => contact.how === 'web'))).toBe(true);
});

test('every place that can be chosen has a name and, but for somewhere else, an emergency number', () => {
  for (const { value, label } of regionChoices()) {
    expect(label, value).not.toBe(value);
    if (value !== 'ZZ') expect(numbers(value).length, value).toBeGreaterThan(0);
  }
  expect(regionChoices().at(-1)?.value).toBe('ZZ');
  expect(regionChoices().map((choice) => choice.value)).not.toContain('GB');
  expect(regionName('GB')).toBe('United Kingdom');
});

test('a line that is also for emergencies is not taken for the emergency number', () => {
  expect(numbers('IT')).toEqual(['112']);
  expect(linesFor('IT').map((line) => line.id)).toContain('it-114-emergenza-infanzia');
});

test('crises come first', () => {
  const crisis = linesFor('US').map((line) => line.is_crisis_service);
  expect(crisis.lastIndexOf(true)).toBeLessThan(crisis.indexOf(false));
});

test('languages are named, and remarks are left as they are', () => {
  expect(languageNames(['en', 'es', '170 and more by interpreter'])).toBe('English, Spanish, 170 and more by interpreter');
});

test('no number that was turned down is anywhere in the product', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  const shipped = [...files('src'), ...files('../src-tauri/locales')].filter((path) => !path.endsWith('.test.ts'));
  const found: string[] = [];
  for (const path of shipped) {
    // Numbers are written in many ways; runs of digits and what people put between them become digits alone.
    const runs = new Set((readFileSync(path, 'utf8').match(/\d[\d\s().-]*\d/g) ?? []).map((run) => run.replace(/\D/g, '')));
    for (const row of rejected) for (const digits of row.digits) if (runs.has(digits)) found.push(`${path}: ${row.id} ${digits}`);
  }
  expect(found).toEqual([]);
});

test('a number that is wrong for a region is not shown there', () => {
  for (const row of rejected) {
    const shown = [...linesFor(row.region), ...(row.region === 'ZZ' ? linesAnywhere() : [])].flatMap((line) => line.contacts.map((contact) => contact.value.replace(/\D/g, '')));
    for (const digits of row.digits_wrong_here as string[]) expect(shown, row.id).not.toContain(digits);
  }
});
