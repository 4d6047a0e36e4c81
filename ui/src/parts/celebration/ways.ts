import type { MilestoneRow, Ready } from '../../ipc/client';
import type { Family } from '../../state/family.svelte';

/** The ways in which it can be marked now, the first one chosen to begin with. */
export function waysToMark(row: MilestoneRow, family: Pick<Family, 'alone' | 'mineIsOpen' | 'people' | 'here'>): readonly Ready[] {
  const ways: Ready[] = [];
  // What belongs to both is celebrated by both; alone it would be one person's.
  if (family.mineIsOpen && row.owner !== 'both') ways.push('alone');
  if (family.people.length > 1 && family.here.ours_is_open) ways.push('invite');
  return [...ways, 'not_this_time'];
}
