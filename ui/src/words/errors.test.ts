// Every error of the core has its two sentences in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, test } from 'vitest';

const from = (path: string) => join(import.meta.dirname, '../../../src-tauri', path);
const source = readFileSync(from('core/src/errors.rs'), 'utf8');
const told = source.slice(source.indexOf('pub fn told'));
const ofCore = [...told.matchAll(/=> \("([a-z-]+)", (?:None|Some)/g)].map((match) => match[1] ?? '');

// The shell has some of its own: those of the way to paper, and of two computers.
const press = readdirSync(from('src'), { recursive: true, encoding: 'utf8' }).filter((path) => /(press.*|trouble)\.rs$/.test(path));
const ofPress = press.flatMap((path) => [...readFileSync(from(`src/${path}`), 'utf8').matchAll(/Self::[\w:()]+ => "([a-z-]+)"/g)].map((match) => match[1] ?? ''));
const names = [...new Set([...ofCore, ...ofPress])];

test('the core names its errors where this looks for them', () => {
  const variants = source.slice(source.indexOf('pub enum Error {'), source.indexOf('pub enum Code')).match(/#\[error\(/g);
  expect(ofCore.length).toBe(variants?.length);
});

describe.each(readdirSync(from('locales'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name))('%s', (language) => {
  const bundle = new FluentBundle(language);
  bundle.addResource(new FluentResource(readFileSync(from(`locales/${language}/errors.ftl`), 'utf8')));
  const say = (id: string) => {
    const pattern = bundle.getMessage(id)?.value;
    const problems: Error[] = [];
    const text = pattern ? bundle.formatPattern(pattern, { bound: 200 }, problems) : '';
    expect(problems).toEqual([]);
    return text;
  };
  test.each(names)('error-%s says what happened and what to do', (name) => {
    expect(say(`error-${name}`)).not.toBe('');
    expect(say(`error-${name}-advice`)).not.toBe('');
  });
  test('nothing is said about errors there are not', () => {
    const text = readFileSync(from(`locales/${language}/errors.ftl`), 'utf8');
    const ids = [...text.matchAll(/^(error-[a-z-]+) =/gm)].map((match) => (match[1] ?? '').replace(/-advice$/, '').slice(6));
    expect([...new Set(ids)].sort()).toEqual([...names].sort());
  });
});
