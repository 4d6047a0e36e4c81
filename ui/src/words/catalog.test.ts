import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';

import { parseEntries } from './entries.fixture';

const locales = '../src-tauri/locales';

/**
 * Ids made at run time: `help-kind-${kind}` and the like. One prefix a line, with what makes it.
 * Rust may also name ids; those are found as plain string literals in src-tauri.
 */
const madeAtRunTime = [
  'error-', // Notice, from the error's code
  'help-kind-', // Help now, from a line's kinds
  'help-how-', // Help now, from how a contact is reached
  'help-region-', // the choice of region
  'color-', // the six person colours
  'nav-', // the names of the screens
  'welcome-read-', // the pages read before beginning
  'settings-theme-', // day, night, system
  'settings-lives-', // what she lives with, from the core's enum
  'shared-kind-', // what kind of thing is shared
  'shared-origin-', // where a shared thing comes from, from the core's enum
  'shared-back-', // what taking it back does, by where it comes from
  'idea-', // the core names ideas by id
  'card-', // the core names cards by id
  'knowing-shelf-', // where a card stands
  'way-idea-', // the core names ways to begin with by id
  'kept-plan-', // the parts of a plan
  'kept-kind-', // the kinds of ways, from the core's enum
  'milestones-group-', 'milestones-show-', 'milestones-said-', // the milestones' groups, ways to look, and where one stands
  'goals-group-', 'goals-achievement-', 'goals-said-course-', 'goals-when-', 'goals-when-word-', // the goals' groups, outcomes, courses and days
  'today-approached-', // what becomes of a day that is near, from the core's enum
  'hour-exercise-', 'hour-breathing-part-', 'hour-breathing-length-', 'hour-muscle-', 'hour-sense-', 'hour-wave-picture-', // the next hour's exercises and their parts
  'celebration-marked-', // what was said of a milestone, from the core's enum
  'bundles-back-', // what a copy holds, by noun
  'readable-', // the words around hers in the file to read
  'compose-missing-', // what kind of letter no font has
  'compose-paper-', 'compose-span-', 'compose-kind-', // the papers, the spans of days, and the kinds of pieces, from the core's enum
  'rituals-kind-', // the ways of coming round
  'rituals-nth-', // which of a month's weekdays
  'rituals-filter-', // which rituals are listed
];

function filesIn(folder: string, endings: string[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'target', 'dev', 'gen'].includes(entry.name) ? [] : filesIn(path, endings);
    return endings.includes(extname(entry.name)) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
  });
}

const catalog = filesIn(`${locales}/en`, ['.ftl']).flatMap((path) => parseEntries(readFileSync(path, 'utf8')).map((e) => ({ ...e, path })));
// Comments are left out: an example in one is not a use.
const code = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '');
const sources = filesIn('src', ['.svelte', '.ts']).map((path) => ({ path, text: code(path) }));
const rust = filesIn('../src-tauri', ['.rs']).map((path) => readFileSync(path, 'utf8'));

test('no sentence is defined twice', () => {
  const ids = catalog.map((e) => e.id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('every sentence the screens ask for is in the catalog', () => {
  const known = new Set(catalog.map((e) => e.id));
  const missing = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:words|hasWords)\(\s*['"]([\w.-]+)['"]/g)].filter((m) => !known.has(m[1] ?? '')).map((m) => `${path}: ${m[1]}`),
  );
  expect(missing).toEqual([]);
});

test('every id made at run time has a listed prefix', () => {
  const strange = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:words|hasWords)\(\s*`([\w.-]*)\$\{/g)].filter((m) => !madeAtRunTime.includes(m[1] ?? '') && !m.input.startsWith('id}.', m.index + m[0].length)).map((m) => `${path}: ${m[1]}`),
  );
  expect(strange).toEqual([]);
});

test('every sentence in the catalog is used', () => {
  const all = [...sources.map((s) => s.text), ...rust].join('\n');
  const unused = catalog
    .map((e) => e.id)
    .filter((id) => !madeAtRunTime.some((prefix) => id.startsWith(prefix)))
    .filter((id) => !all.includes(`'${id}'`) && !all.includes(`"${id}"`));
  expect(unused).toEqual([]);
});

test('our own words neither cheer nor carry pictures', () => {
  const loud = catalog.filter((e) => /[!\p{Extended_Pictographic}]/u.test(e.text)).map((e) => e.id);
  expect(loud).toEqual([]);
});
