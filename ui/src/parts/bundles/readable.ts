import { currentLanguage, dateFormat, words } from '../../words';

const ids = [
  'title', 'not-locked', 'milestones', 'rituals', 'goals', 'letters', 'keepsakes', 'people',
  'shared', 'why', 'days', 'since', 'meaning', 'step', 'helps', 'ritual',
] as const;

/** The words around her own in the file that is read without this program. */
export function labels(): Record<string, string> {
  const named = Object.fromEntries(ids.map((id) => [id, words(`readable-${id}`)]));
  const month = dateFormat({ month: 'long' });
  for (let at = 1; at <= 12; at += 1) named[`month-${at}`] = month.format(Date.UTC(2026, at - 1, 1));
  return { ...named, language: currentLanguage() };
}
