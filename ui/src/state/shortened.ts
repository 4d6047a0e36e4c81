/** The first words of a long text, for where only its name is said; cut between what a reader calls letters. */
export function shortened(text: string, most = 60): string {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.replace(/\s+/g, ' '))];
  if (letters.length <= most) return text;
  return `${letters
    .slice(0, most)
    .map((letter) => letter.segment)
    .join('')
    .trimEnd()}…`;
}
