import type { GoalRow } from '../../ipc/client';
import type { Family } from '../../state/family.svelte';
import type { GoalActs } from '../../state/goal-acts.svelte';
import { words } from '../../words';
import { proposerOf } from './say';

interface Choice {
  label: string;
  onselect: () => void;
  careful?: boolean;
}

/** What can be done about a goal, besides what its row offers by itself. */
export function choicesOf(row: GoalRow, family: Family, acts: GoalActs): Choice[] {
  return [...changing(row, acts), ...going(row, acts), ...sharing(row, family, acts), ...ending(row, family, acts)];
}

function changing(row: GoalRow, acts: GoalActs): Choice[] {
  return [{ label: words('goals-edit'), onselect: () => acts.open('form', row) }];
}

function going(row: GoalRow, acts: GoalActs): Choice[] {
  if (row.lifecycle === 'proposed') return [];
  const go = (label: string, course: Parameters<GoalActs['setCourse']>[1]): Choice => ({
    label,
    onselect: () => void acts.setCourse(row, course),
  });
  if (row.lifecycle !== 'active') return [go(words('goals-back'), 'open')];
  return [go(words('goals-rest'), 'resting'), go(words('goals-finish'), 'finished'), go(words('goals-let-go'), 'let_go')];
}

function sharing(row: GoalRow, family: Family, acts: GoalActs): Choice[] {
  const other = family.people.find((person) => person.id !== family.alone?.id);
  const canShare = row.whose === 'mine' && !row.is_shared && family.here.ours_is_open && family.alone !== null && other;
  if (!canShare || (row.touches_use && row.helps === '')) return [];
  const label = words(row.touches_use ? 'goals-propose-help' : 'goals-propose', { name: other.name });
  return [{ label, onselect: () => acts.open('propose', row) }];
}

function ending(row: GoalRow, family: Family, acts: GoalActs): Choice[] {
  if (row.whose === 'mine') return [{ label: words('goals-delete'), onselect: () => acts.delete(row), careful: true }];
  const proposer = proposerOf(row);
  if (row.can_be_taken_back) {
    const isHers = proposer === null || family.peopleHere.some((person) => person.id === proposer);
    return isHers ? [{ label: words('goals-take-back'), onselect: () => acts.takeBack(row, proposer), careful: true }] : [];
  }
  return family.peopleHere.map((person) => ({
    label: family.alone ? words('goals-erase-mine') : words('goals-erase-hers', { name: person.name }),
    onselect: () => acts.erasePart(row, person.id),
    careful: true,
  }));
}
