import type { MilestoneRow, Standing } from '../../ipc/client';
import type { Family } from '../../state/family.svelte';
import type { MilestoneActs } from '../../state/milestone-acts.svelte';
import { words } from '../../words';

interface Choice {
  label: string;
  onselect: () => void;
  careful?: boolean;
}

/** What can be done about a milestone by whoever is here; nothing about what is another's. */
export function choicesOf(row: MilestoneRow, family: Family, acts: MilestoneActs): Choice[] {
  const { owner } = row;
  if (owner !== 'both' && !family.peopleHere.some((person) => person.id === owner.one)) return [];
  return [...saying(row, acts), ...sharing(row, family, acts), ...resting(row, acts), ...ending(row, family, acts)];
}

function saying(row: MilestoneRow, acts: MilestoneActs): Choice[] {
  const happened = words(row.reached_on === null ? 'milestones-happened' : 'milestones-day');
  const isLived = row.group === 'on_the_way' || row.group === 'reached';
  return [
    { label: words('milestones-edit'), onselect: () => acts.open({ kind: 'form', row }) },
    { label: happened, onselect: () => acts.open({ kind: 'happened', row }) },
    ...(isLived ? [{ label: words('milestones-mark'), onselect: () => acts.open({ kind: 'mark', row }) }] : []),
  ];
}

function sharing(row: MilestoneRow, family: Family, acts: MilestoneActs): Choice[] {
  const { other } = acts;
  if (row.whose === 'ours' || !other || !family.here.ours_is_open) return [];
  const { name } = other;
  return row.copy
    ? [{ label: words('milestones-see', { name }), onselect: () => acts.open({ kind: 'see', row }) }]
    : [{ label: words('milestones-share', { name }), onselect: () => acts.open({ kind: 'share', row }) }];
}

function resting(row: MilestoneRow, acts: MilestoneActs): Choice[] {
  const go = (label: string, standing: Standing): Choice => ({ label, onselect: () => void acts.setStanding(row, standing) });
  const back = go(words('milestones-back'), 'on_the_way');
  const letGo = go(words('milestones-let-go'), 'let_go');
  switch (row.group) {
    case 'on_the_way':
      return [go(words('milestones-rest'), 'resting'), letGo];
    case 'reached':
      return [letGo];
    case 'resting':
      return [back, letGo];
    case 'let_go':
      return [back];
  }
}

function ending(row: MilestoneRow, family: Family, acts: MilestoneActs): Choice[] {
  if (row.whose === 'ours' && row.owner !== 'both') {
    return [{ label: words('milestones-take-back'), onselect: () => acts.askToStopSharing(row), careful: true }];
  }
  // What is of both is deleted while both are here.
  if (row.owner === 'both' && !family.here.together) return [];
  return [{ label: words('milestones-delete'), onselect: () => acts.askToDelete(row), careful: true }];
}
