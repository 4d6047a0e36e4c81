import type { RitualRow } from '../../ipc/client';
import type { RitualActs } from '../../state/ritual-acts.svelte';
import { words, type Day } from '../../words';

/** What lies over a ritual's page: one matter at a time. */
export type Sheet = { kind: 'edit' | 'rests' | 'share' | 'take_back' | 'delete' } | { kind: 'kept'; day: Day };

interface Choice {
  label: string;
  onselect: () => void;
  careful?: boolean;
}

/** What its owner can do with a ritual now. */
export function choicesOf(acts: RitualActs, row: RitualRow, open: (sheet: Sheet) => void): Choice[] {
  const stand = (label: string, said: string, standing: RitualRow['standing']): Choice => ({
    label,
    onselect: () => void acts.do(row, said, (passphrase) => acts.rituals.setStanding(row.id, standing, passphrase)),
  });
  const sheet = (label: string, kind: Exclude<Sheet['kind'], 'kept'>, careful = false): Choice => ({ label, careful, onselect: () => open({ kind }) });
  const isGoing = row.standing === 'going';
  const isCopy = row.whose === 'ours' && row.owner !== 'both';
  const choices: (Choice | false)[] = [
    sheet(words('rituals-edit'), 'edit'),
    { label: words('compose-to-card'), onselect: () => acts.family.screen.go('pages', `ritual ${row.id}`) },
    isGoing && row.recurrence.how.kind !== 'once' && sheet(words('rituals-rest-while'), 'rests'),
    isGoing && stand(words('rituals-rest'), words('rituals-said-resting'), 'resting'),
    !isGoing && stand(words('rituals-bring-back'), words('rituals-said-back'), 'going'),
    row.standing !== 'let_go' && stand(words('rituals-let-go'), words('rituals-said-let-go'), 'let_go'),
    row.whose === 'mine' && !row.is_shared && acts.other !== null && acts.family.here.ours_is_open && sheet(words('rituals-share'), 'share'),
    (row.is_shared || isCopy) && sheet(words('rituals-take-back'), 'take_back'),
    !isCopy && sheet(words('rituals-delete'), 'delete', true),
  ];
  return choices.filter((choice) => choice !== false);
}
