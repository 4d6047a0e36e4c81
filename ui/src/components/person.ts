import { graphemesOf } from '../words/graphemes';

/** The six colours a person can choose; `both` is what the two do together. */
export const personColors = ['rose', 'honey', 'sky', 'plum', 'fern', 'clay'] as const;
export type PersonColor = (typeof personColors)[number];

/** A person is never colour alone: each also has one of these. */
export const personPatterns = ['dots', 'stripes', 'lines', 'rings', 'grid', 'checks'] as const;
export type PersonPattern = (typeof personPatterns)[number];

const usual: Record<PersonColor, PersonPattern> = {
  rose: 'dots',
  honey: 'stripes',
  sky: 'lines',
  plum: 'rings',
  fern: 'grid',
  clay: 'checks',
};

/** The pattern that goes with a colour when she has not chosen another. */
export function patternOf(color: PersonColor): PersonPattern {
  return usual[color];
}

/** The first thing a reader would call a letter: one grapheme, whatever the script. */
export function initialOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '·';
  const first = graphemesOf(trimmed)[Symbol.iterator]().next();
  return first.done ? '·' : first.value.segment.toLocaleUpperCase();
}
