import type { MissingLetter } from '../ipc/client';
import { currentLanguage } from '../words';

/** What a letter of no script is. */
export type MissingKind = 'script' | 'emoji' | 'private' | 'sign';

/** The missing letters of one script, or of none, by their numbers in Unicode. */
export interface MissingOfScript {
  kind: MissingKind;
  /** In her language; null where the letters are of no script. */
  script: string | null;
  codes: readonly string[];
}

/** Sorts letters by their scripts, in the order in which these come. */
export function byScript(missing: readonly MissingLetter[], language = currentLanguage()): readonly MissingOfScript[] {
  const names = new Intl.DisplayNames([language], { type: 'script' });
  const groups = new Map<string, { kind: MissingKind; script: string | null; codes: string[] }>();
  for (const { letter, script } of missing) {
    const kind = script === null ? kindOf(letter) : 'script';
    const key = script ?? kind;
    const group = groups.get(key) ?? { kind, script: script === null ? null : (names.of(script) ?? script), codes: [] };
    group.codes.push(codeOf(letter));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function kindOf(letter: string): MissingKind {
  if (/\p{Extended_Pictographic}/u.test(letter)) return 'emoji';
  return /\p{Co}/u.test(letter) ? 'private' : 'sign';
}

/** `U+1F9FF`, as the Unicode Standard writes it. */
function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
