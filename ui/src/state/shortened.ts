import { graphemesOf } from '../words/graphemes';

/** The first words of a long text, for where only its name is said; cut between what a reader calls letters. */
export function shortened(text: string, most = 60): string {
  // What has no more units than that has no more letters.
  if (text.length <= most) return text;
  const letters = [...graphemesOf(text.replace(/\s+/g, ' '))];
  if (letters.length <= most) return text;
  return `${letters
    .slice(0, most)
    .map((letter) => letter.segment)
    .join('')
    .trimEnd()}…`;
}
