import { FluentBundle, FluentResource } from '@fluent/bundle';

// One file a noun, read as they are from beside the core, which reads the same ones for the page.
const files = import.meta.glob<string>('../../../src-tauri/locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

// Cards are long and seldom read: they are read when the first one is about to be shown.
const cardFiles = import.meta.glob<string>('../../../src-tauri/locales/*/cards/*.ftl', { query: '?raw', import: 'default' });
const cards: Record<string, string> = {};

/** Reads the cards; every bundle built from then on has them. */
export async function readCards(): Promise<void> {
  for (const [path, read] of Object.entries(cardFiles)) cards[path] ??= await read();
}

/** The language every sentence is first written in, and the one a missing translation falls back to. */
export const firstLanguage = 'en';

export const languages: readonly string[] = [
  ...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? firstLanguage)),
];

/**
 * Two languages that nobody speaks and nobody is offered: the first one's sentences grown by half, with marks on their letters,
 * and the same from right to left. What can be read in them needs nothing but a catalog for the next language.
 */
const tried: readonly string[] = ['en-XA', 'ar-XB'];

/** Whether sentences can be shown in this language. */
export function isKnown(language: string): boolean {
  return languages.includes(language) || tried.includes(language);
}

const grown: Record<string, string> = { a: 'áa', e: 'éé', i: 'íi', o: 'óo', u: 'úu' };

function grow(text: string): string {
  return text.replace(/[aeiou]/g, (letter) => grown[letter] ?? letter);
}

/** Turns a text around as it stands: its letters run from right to left too. */
function turn(text: string): string {
  return `\u200f\u202e${grow(text)}\u202c`;
}

/** Each file is read through once, however often she chooses another region or language. */
const resources = new Map<string, FluentResource>();

function resourceOf(path: string, text: string): FluentResource {
  const known = resources.get(path);
  if (known) return known;
  const resource = new FluentResource(text);
  resources.set(path, resource);
  return resource;
}

/** Builds the bundle of one language. `locale` decides how numbers are written inside sentences. */
export function bundleOf(language: string, locale: string): FluentBundle {
  // Isolating marks stay on: a name in another script must not turn the sentence around it.
  const written = tried.includes(language) ? firstLanguage : language;
  const transform = { 'en-XA': grow, 'ar-XB': turn }[language];
  const bundle = new FluentBundle([locale, language], { useIsolating: true, ...(transform && { transform }) });
  for (const [path, text] of Object.entries({ ...files, ...cards })) {
    if (!path.includes(`/locales/${written}/`)) continue;
    const errors = bundle.addResource(resourceOf(path, text));
    if (errors.length > 0 && import.meta.env.DEV) throw new Error(`${path}: ${errors.map(String).join('; ')}`);
  }
  return bundle;
}
