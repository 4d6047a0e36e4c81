import { currentLocale } from './language.svelte';

// To make a format takes an engine far longer than to use it, and a long list writes hundreds of days.
const dates = new Map<string, Intl.DateTimeFormat>();

/** How a moment of a clock that has no zone is written in her region. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = currentLocale();
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dates.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
  dates.set(key, format);
  return format;
}
