/** One sentence of a catalog as written, for the tests that read catalogs as text. */
export interface Entry {
  readonly id: string;
  readonly text: string;
}

/** Reads ids, attributes (as `id.attribute`) and their raw text from Fluent source. Terms and comments are left out. */
export function parseEntries(source: string): Entry[] {
  const entries: { id: string; text: string }[] = [];
  let name: string | null = null;
  for (const line of source.split('\n')) {
    const message = /^([a-zA-Z][\w-]*)\s*=\s?(.*)$/.exec(line);
    const attribute = /^\s+\.([a-zA-Z][\w-]*)\s*=\s?(.*)$/.exec(line);
    if (message) {
      name = message[1] ?? '';
      entries.push({ id: name, text: message[2] ?? '' });
    } else if (attribute && name) {
      entries.push({ id: `${name}.${attribute[1]}`, text: attribute[2] ?? '' });
    } else if (/^\s+\S/.test(line) && name) {
      const last = entries.at(-1);
      if (last) last.text += `\n${line.trim()}`;
    } else if (/^[-#]/.test(line)) {
      name = null;
    }
  }
  // A message that only carries attributes has no text of its own.
  return entries.filter((e) => e.text.trim() !== '');
}
