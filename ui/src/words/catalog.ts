import { FluentBundle, FluentResource } from '@fluent/bundle';

// One file a noun, read as they are from beside the core, which reads the same ones for the page.
const files = import.meta.glob<string>('../../../src-tauri/locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The language every sentence is first written in, and the one a missing translation falls back to. */
export const firstLanguage = 'en';

export const languages: readonly string[] = [
  ...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? firstLanguage)),
];

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
  const bundle = new FluentBundle([locale, language], { useIsolating: true });
  for (const [path, text] of Object.entries(files)) {
    if (path.split('/').at(-2) !== language) continue;
    const errors = bundle.addResource(resourceOf(path, text));
    if (errors.length > 0 && import.meta.env.DEV) throw new Error(`${path}: ${errors.map(String).join('; ')}`);
  }
  return bundle;
}
