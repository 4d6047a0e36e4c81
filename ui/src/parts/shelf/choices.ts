import type { KeepsakeRow } from '../../ipc/client';
import type { Family } from '../../state/family.svelte';
import type { Shelf } from '../../state/shelf.svelte';
import { words } from '../../words';

/** Something asked about before it is done with a keepsake. */
export interface Asked {
  title: string;
  text: string;
  yes: string;
  careful: boolean;
  said: string;
  undoable: boolean;
  /** Whose it is to say; while both are here it takes her passphrase. */
  person: string | null;
  /** What the other will see of it. */
  preview?: KeepsakeRow;
  run: (shelf: Shelf, passphrase: string | null) => Promise<void>;
}

/** What whoever is here may do with a keepsake. */
export function choicesOf(row: KeepsakeRow, family: Family, ask: (asked: Asked) => void) {
  const choices: { label: string; onselect: () => void; careful?: boolean }[] = [];
  const other = family.people.find((person) => person.id !== family.alone?.id);
  const { owner } = row;

  if (row.whose === 'mine' && family.mineIsOpen && other && family.here.ours_is_open && !row.is_handed_on) {
    const asked: Asked = {
      title: words('shelf-hand-on-title', { name: other.name }),
      text: words('shelf-hand-on-text'),
      yes: words('shelf-hand-on'),
      careful: false,
      said: words('shelf-handed-on'),
      undoable: true,
      person: null,
      preview: row,
      run: (shelf) => shelf.handOn(row.id),
    };
    choices.push({ label: words('shelf-hand-on'), onselect: () => ask(asked) });
  }
  for (const person of family.peopleHere) {
    if (!row.lines.some((line) => line.who === person.id)) continue;
    const label = family.alone ? words('shelf-lines-remove') : words('shelf-lines-remove-hers', { name: person.name });
    const asked: Asked = {
      title: words('shelf-lines-remove-title'),
      text: words('shelf-lines-remove-text'),
      yes: words('shelf-lines-remove-yes'),
      careful: true,
      said: words('shelf-lines-removed'),
      undoable: true,
      person: person.id,
      run: (shelf, passphrase) => shelf.removeLines(row.id, person.id, passphrase),
    };
    choices.push({ label, onselect: () => ask(asked) });
  }
  choices.push({ label: words('compose-to-print'), onselect: () => family.screen.go('pages', `keepsake ${row.id}`) });
  if (owner !== 'both' && family.peopleHere.some((person) => person.id === owner.one)) {
    const asked: Asked = {
      title: words('shelf-delete-title'),
      text: words('shelf-delete-text'),
      yes: words('shelf-delete'),
      careful: true,
      said: words('shelf-deleted'),
      undoable: false,
      person: owner.one ?? null,
      run: (shelf, passphrase) => shelf.delete(row.id, passphrase),
    };
    choices.push({ label: words('shelf-delete'), careful: true, onselect: () => ask(asked) });
  }
  return choices;
}
