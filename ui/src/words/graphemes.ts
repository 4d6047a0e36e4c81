let segmenter: Intl.Segmenter | null = null;

/** The letters of a text as a reader counts them, whatever the script. */
export function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}
