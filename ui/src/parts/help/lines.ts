import list from '../../../../src-tauri/locales/help-lines.json';

import { currentLocale, hasWords, words } from '../../words';

export interface Line {
  id: string;
  region: string;
  name: string;
  kinds: string[];
  contacts: { how: string; value: string; note: string | null }[];
  hours: string | null;
  languages: string[];
  ages: string | null;
  cost_note: string | null;
  what_it_is: string;
  is_crisis_service: boolean;
}

const lines: readonly Line[] = list.lines;

/** When the list was copied, and whether a person has since checked it line by line. */
export const copiedOn: string = list.compiled_on;
export const checkedLive: boolean = list.checked_live;

const anywhere = 'ZZ';
const union = 'EU';
const memberStates = [
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU',
  'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
];

const withRows = new Set(lines.map((line) => line.region));

/** The regions whose rows are shown for a chosen one, nearest first; the rows for anywhere are kept apart. */
export function regionsFor(region: string): string[] {
  const country = region.slice(0, 2);
  const near = region === country ? [country] : [region, country];
  const own = near.filter((name) => withRows.has(name) && name !== anywhere);
  return own.length === 0 && memberStates.includes(country) ? [union] : own;
}

/** What can be chosen: a country with parts of its own is offered as those parts. */
export function regionChoices(): { value: string; label: string }[] {
  const split = new Set([...withRows].filter((name) => name === 'GB-ENG').map((name) => name.slice(0, 2)));
  const offered = new Set([...withRows, ...memberStates].filter((name) => !split.has(name) && name !== union && name !== anywhere));
  const named = [...offered].map((value) => ({ value, label: regionName(value) }));
  named.sort((a, b) => a.label.localeCompare(b.label, currentLocale()));
  return [...named, { value: anywhere, label: regionName(anywhere) }];
}

/** The name of a region in her language. */
export function regionName(region: string): string {
  if (hasWords(`help-region-${region}`)) return words(`help-region-${region}`);
  return new Intl.DisplayNames([currentLocale()], { type: 'region' }).of(region.slice(0, 2)) ?? region;
}

const isEmergency = (line: Line) => line.kinds.length === 1 && line.kinds[0] === 'emergency';

function rowsFor(region: string | null): Line[] {
  if (region === null) return [];
  const order = regionsFor(region);
  return order.flatMap((name) => lines.filter((line) => line.region === name));
}

/** The emergency numbers of a region; none where the list has none, and then no number is invented. */
export function emergencyFor(region: string | null): Line['contacts'] {
  return rowsFor(region).filter(isEmergency).flatMap((line) => line.contacts);
}

/** The lines of a region, those for a crisis first. */
export function linesFor(region: string | null): Line[] {
  const rows = rowsFor(region).filter((line) => !isEmergency(line));
  return [...rows.filter((line) => line.is_crisis_service), ...rows.filter((line) => !line.is_crisis_service)];
}

/** Web addresses for anywhere: shown under every region, and alone where there is none. */
export function linesAnywhere(): Line[] {
  return lines.filter((line) => line.region === anywhere);
}

/** "English, Spanish", and whatever the list says that is not a language code. */
export function languageNames(codes: readonly string[]): string {
  const names = new Intl.DisplayNames([currentLocale()], { type: 'language' });
  return codes.map((code) => (/^[a-z]{2}$/.test(code) ? (names.of(code) ?? code) : code)).join(', ');
}
