import type { FluentBundle } from '@fluent/bundle';

import { bundleOf, firstLanguage, isKnown, readCards } from './catalog';

// Replaced whole when she chooses another language; everything that reads it follows.
let chosen = $state.raw(choose(firstLanguage, null));

interface Chosen {
  readonly region: string | null;
  readonly language: string;
  readonly locale: string;
  readonly bundle: FluentBundle;
  readonly fallback: FluentBundle;
}

function choose(language: string, region: string | null): Chosen {
  const known = isKnown(language) ? language : firstLanguage;
  const locale = localeOf(known, region);
  const bundle = bundleOf(known, locale);
  return { region, language: known, locale, bundle, fallback: known === firstLanguage ? bundle : bundleOf(firstLanguage, locale) };
}

/** The way days and numbers are written: her language, in the manner of the region she chose. */
function localeOf(language: string, region: string | null): string {
  const country = region?.slice(0, 2);
  if (country && /^[A-Z]{2}$/.test(country) && country !== 'EU' && country !== 'ZZ') return new Intl.Locale(language, { region: country }).toString();
  return language === 'en' ? 'en-GB' : language;
}

/** Sets the language of every sentence on the screen, and of the document for screen readers. */
export function setLanguage(language: string, region: string | null = null): void {
  const next = choose(language, region);
  if (next.language !== chosen.language || next.locale !== chosen.locale) chosen = next;
  const { documentElement } = document;
  documentElement.lang = chosen.language;
  documentElement.dir = directionOf(chosen.language);
}

/** Makes the cards readable, in whatever language is chosen now or later. */
export async function openCards(): Promise<void> {
  await readCards();
  chosen = choose(chosen.language, chosen.region);
}

function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd'].includes(language.split('-')[0] ?? language) ? 'rtl' : 'ltr';
}

export function currentLanguage(): string {
  return chosen.language;
}

/** A language's own name for itself. */
export function nameOfLanguage(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

export function currentLocale(): string {
  return chosen.locale;
}

export function currentBundles(): readonly [FluentBundle, FluentBundle] {
  return [chosen.bundle, chosen.fallback];
}
