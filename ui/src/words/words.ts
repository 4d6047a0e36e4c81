import type { FluentVariable } from '@fluent/bundle';

import { currentBundles } from './language.svelte';

export type WordArgs = Record<string, FluentVariable>;

/**
 * A sentence from the catalog: `words('door-title')`, or `words('door-passphrase.hint')` for an attribute.
 * Read inside markup or `$derived`, it follows the language.
 */
export function words(id: string, args?: WordArgs): string {
  const found = lookUp(id, args);
  if (found !== null) return found;
  // A missing sentence must be noticed while building and must never stop somebody while living.
  if (import.meta.env.DEV) throw new Error(`No words for "${id}"`);
  return id;
}

/** Whether the catalog has this sentence: for ids made from a code that may be newer than the catalog. */
export function hasWords(id: string): boolean {
  return lookUp(id, {}, false) !== null;
}

function lookUp(id: string, args?: WordArgs, strict = true): string | null {
  const [name = '', attribute] = id.split('.');
  for (const bundle of currentBundles()) {
    const message = bundle.getMessage(name);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    if (!pattern) continue;
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, args ?? null, errors);
    if (errors.length > 0 && strict && import.meta.env.DEV) throw new Error(`"${id}": ${errors.map(String).join('; ')}`);
    return text;
  }
  return null;
}
